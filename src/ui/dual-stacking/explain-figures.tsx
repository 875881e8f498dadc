import type { ComponentChildren } from 'preact'
import { cycleCalendar } from '../../app/dual-stacking/cycle-calendar.ts'
import type { CycleReading } from '../../chain/stacks/readings.ts'
import { SCALE } from '../../protocol/dual-stacking/constants.ts'
import type { Assumption } from '../../protocol/dual-stacking/projection/assumptions.ts'
import type { Words } from '../../words/create-words.ts'
import type { FormulaStep } from '../parts/formula-steps.tsx'
import { Unknown } from '../parts/unknown.tsx'
import type { Explanation } from './explain-projection.ts'

export function explainBoost({ t, f }: Words, { projection, golden }: Explanation): FormulaStep[] {
  const { sats, microStx, ratio, relative, root, boost } = projection.cycle
  if (ratio === null) return [{ label: t('why.ratio'), result: t('why.noSbtc') }]
  const multiplier = projection.maxBoost / SCALE - 1n
  return [
    {
      label: t('why.ratio'),
      term: 'ratio',
      formula: t('why.ratio.formula', { stx: f.stx(microStx, 'exact'), sbtc: f.sbtc(sats) }),
      result: t('why.perBtc', { ratio: f.ratio(ratio) }),
    },
    {
      label:
        golden.cycle === null
          ? t('why.golden')
          : t('why.goldenOf', { cycle: f.integer(golden.cycle) }),
      term: 'goldenRatio',
      formula: t('why.golden.formula'),
      result: t('why.perBtc', { ratio: f.ratio(golden.ratio) }),
    },
    {
      label: t('why.relative'),
      formula: t('why.relative.formula', { ratio: f.ratio(ratio), golden: f.ratio(golden.ratio) }),
      result: f.percent(relative),
    },
    { label: t('why.root'), formula: `√${f.decimal(relative, 8, 4)}`, result: f.decimal(root, 4) },
    {
      label: t('why.boost'),
      term: 'boost',
      formula: `1 + ${f.integer(multiplier)} × ${f.decimal(root, 4)}`,
      result: f.boost(boost),
      sum: true,
    },
  ]
}

export function explainPayment(
  { t, f }: Words,
  { projection, payment, weightsOf, poolSats, unknown }: Explanation,
): FormulaStep[] {
  const { boost, weight, walletWeight, defiSats, totalWeights, cap, limit, rewardSats } = payment
  const amount = (sats: bigint) => f.sbtc(sats, 4)
  const average = (walletWeight * SCALE) / boost
  const capSats = cap === null ? null : cap / SCALE
  return [
    {
      label: t('why.weight'),
      term: 'weight',
      result: f.decimal(weight, 8, 4),
      formula:
        defiSats === 0n
          ? `${amount(average)} × ${f.boostNumber(boost)}`
          : t('why.weight.defi', {
              wallet: amount(average),
              boost: f.boostNumber(boost),
              defi: amount(defiSats),
              most: f.boostNumber(projection.maxBoost),
            }),
    },
    {
      label:
        weightsOf === null
          ? t('why.allWeights')
          : t('why.allWeightsOf', { cycle: f.integer(weightsOf) }),
      result: totalWeights === null ? <Unknown reason={unknown} /> : f.decimal(totalWeights, 8, 2),
    },
    {
      label: t('why.share'),
      formula:
        poolSats !== null &&
        capSats !== null &&
        t('why.share.formula', { pool: amount(poolSats), cap: amount(capSats) }),
      result:
        limit === null || poolSats === null || capSats === null ? (
          <Unknown reason={unknown} />
        ) : (
          amount(limit === 'pool' ? poolSats : capSats)
        ),
    },
    {
      label: t('why.payment'),
      formula: t('why.payment.formula'),
      sum: true,
      result: rewardSats === null ? <Unknown reason={unknown} /> : f.sats(rewardSats),
    },
  ]
}

export function explainRate(
  { t, f }: Words,
  { projection: { cycle, cyclesPerYear, nextTenth, maximum }, unknown }: Explanation,
): FormulaStep[] {
  const show = (rate: bigint | null): ComponentChildren =>
    rate === null ? <Unknown reason={unknown} /> : f.percent(rate)
  const rows: FormulaStep[] = [
    {
      label: t('why.rate'),
      result: show(cycle.yearlyRate),
      sum: true,
      formula:
        cycle.rewardSats !== null &&
        cyclesPerYear !== null &&
        t('why.rate.formula', {
          reward: f.sats(cycle.rewardSats),
          cycles: f.decimal(cyclesPerYear, 8, 2),
          sbtc: f.sbtc(cycle.sats + cycle.defiSats),
        }),
    },
  ]
  if (nextTenth)
    rows.push({
      label: t('why.rate.next', { boost: f.boost(nextTenth.boost) }),
      formula: f.stx(nextTenth.addMicroStx, 'need'),
      result: show(nextTenth.yearlyRate),
    })
  if (maximum)
    rows.push({
      label: t('why.rate.most', { boost: f.boost(maximum.boost) }),
      formula: f.stx(maximum.addMicroStx, 'need'),
      result: show(maximum.yearlyRate),
    })
  const full = cycle.fullPool?.yearlyRate ?? null
  if (full !== null && cycle.limit !== 'cap')
    rows.push({ label: t('why.rate.full'), result: f.percent(full) })
  return rows
}

/** How much more STX the next step takes, and what it is worth. */
export function explainNextStep(
  { t, f }: Words,
  { projection: { cycle, next, maxBoost }, golden }: Explanation,
): FormulaStep[] {
  if (!next) return []
  const boost = f.boostNumber(next.boost)
  const rows: FormulaStep[] = [
    {
      label: t('why.step.boost'),
      formula: t('why.step.boost.formula', { boost: f.boost(cycle.boost) }),
      result: f.boost(next.boost),
    },
    {
      label: t('why.step.share'),
      formula: `((${boost} − 1) ÷ ${f.integer(maxBoost / SCALE - 1n)})²`,
      result: f.percent(next.relative),
    },
    {
      label: t('why.step.stx'),
      formula: `${f.percent(next.relative)} × ${t('why.perBtc', { ratio: f.ratio(golden.ratio) })} × ${f.sbtc(next.sats)}`,
      result: f.stx(next.microStx, 'reach'),
    },
    {
      label: t('why.step.add'),
      formula: t('why.step.add.formula', { stx: f.stx(cycle.microStx) }),
      result: f.stx(next.addMicroStx, 'need'),
      sum: true,
    },
  ]
  if (next.addRewardSats !== null && next.rewardSats !== null && cycle.rewardSats !== null) {
    rows.push({
      label: t('why.step.reward'),
      formula: `${f.sats(next.rewardSats)} − ${f.sats(cycle.rewardSats)}`,
      result: f.sats(next.addRewardSats, 'change'),
    })
  }
  return rows
}

/** Heights of the coming events of a cycle, from which times are estimated. */
export function explainTimes(
  { t, f }: Words,
  cycle: CycleReading,
  burnHeight: number,
): FormulaStep[] {
  const {
    startHeight,
    nextStartHeight,
    snapshotsPerCycle: n,
    blocksPerSnapshot,
    snapshotIndex,
  } = cycle
  const { toSnapshot, toPayment } = cycleCalendar(cycle, burnHeight)
  const height = (blocks: number) => f.integer(burnHeight + blocks)
  return [
    { label: t('why.times.now'), result: f.integer(burnHeight) },
    ...(toSnapshot === null
      ? []
      : [
          {
            label: t('why.times.snapshot', { number: f.integer(snapshotIndex + 2) }),
            formula: `${f.integer(startHeight)} + ${f.integer(snapshotIndex + 1)} × ${f.integer(blocksPerSnapshot)}`,
            result: height(toSnapshot),
          },
        ]),
    {
      label: t('why.times.payment'),
      formula: t('why.times.payment.formula', { count: n }),
      result: height(toPayment),
    },
    {
      label: t('why.times.next'),
      formula: t('why.times.next.formula', { start: f.integer(startHeight) }),
      result: f.integer(nextStartHeight),
    },
  ]
}

/** The assumptions of a projection as sentences; a dash in place of an unknown value. */
export function describeAssumption({ t, f }: Words, assumption: Assumption): string | null {
  switch (assumption.code) {
    case 'golden-ratio':
      return assumption.cycle === null
        ? t('assumption.golden-ratio.chosen')
        : t('assumption.golden-ratio', { cycle: f.integer(assumption.cycle) })
    case 'constant-holdings':
      return t('assumption.constant-holdings', { count: Number(assumption.snapshots) })
    case 'captured-so-far':
      return t('assumption.captured-so-far', { count: Number(assumption.remaining) })
    case 'total-weights':
      return assumption.cycle === null
        ? t('assumption.total-weights.plain')
        : t('assumption.total-weights', { cycle: f.integer(assumption.cycle) })
    case 'limited-by':
      return t(`assumption.limited-by.${assumption.limit}`)
    case 'rules':
      return t('assumption.rules', { version: assumption.family })
    case 'unknown':
      return null
    default:
      return t(`assumption.${assumption.code}`)
  }
}
