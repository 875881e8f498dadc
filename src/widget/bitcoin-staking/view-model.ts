import type { YieldEstimate, YieldQuestion } from './estimate-yield.ts'
import type { ManagerFigures, PositionFigures } from './figures.ts'
import type { YieldViewModel } from './view.ts'
import type { YieldWords } from './words.ts'

/** Fees from here up are unusual: open managers with 99.99 % exist [bitcoin-staking 10.3]. */
const UNUSUAL_BIPS = 1_000n
/** A basis point, scaled as rates are. */
const BIP = 10_000n

/** Everything the view shows for an answer; undefined: nothing can be calculated. */
export function buildYieldViewModel(
  { t, f }: YieldWords,
  { microStx, figures }: YieldQuestion,
  answer: YieldEstimate | undefined,
  rest: Pick<YieldViewModel, 'problems' | 'say' | 'loading'> & {
    manager: string
    isExample: boolean
  },
): YieldViewModel {
  const { state = null, manager = null, position, readAt, isOld = false } = figures ?? {}
  const { manager: named, isExample, ...others } = rest
  const sats = answer?.sats ?? null
  const unknown = t('unknown')
  return {
    ...others,
    isNamed: named !== '',
    facts: [
      ...(named ? [[t('manager'), named] as [string, string]] : []),
      ...(position ? positionOf(position) : []),
    ],
    reward: sats && `${sats.middle > 0n ? '~' : ''}${f.sats(sats.middle, 'about')}`,
    unit: isExample ? t('example') : t(named ? 'net' : 'gross'),
    range:
      sats && !isExample
        ? t('between', { low: f.sats(sats.low, 'about'), high: f.sats(sats.high, 'about') })
        : unknown,
    fee: feeOf(manager),
    hint: hint(),
    warning: warnings().join(' '),
    source: source(),
    canLoad: !state || isOld || isExample,
  }

  function feeOf(of: ManagerFigures | null): string {
    const percent = (bips: bigint) => f.percent(bips * BIP)
    if (!of || of.feeBips === null) return unknown
    const fee = percent(of.feeBips)
    const { laterFee: later } = of
    return later
      ? t('feeLater', { fee, later: percent(later.bips), cycle: `${later.fromCycle}` })
      : fee
  }

  function positionOf({ held, readySats, isComplete }: PositionFigures): [string, string][] {
    const sats = readySats === undefined ? unknown : f.sats(readySats)
    return [
      [t('position'), heldText(held)],
      [t('claimable'), isComplete || readySats === undefined ? sats : t('orMore', { sats })],
    ]
  }

  function heldText(held: PositionFigures['held']): string {
    if (!held) return held === null ? t('none') : unknown
    const { bond, manager: of, microStx, unlockHeight, isOver } = held
    const values = { stx: f.stx(microStx, 'exact'), manager: of, height: `${unlockHeight}` }
    if (isOver) return t('over', values)
    return bond === null ? t('staked', values) : t('bonded', { ...values, bond: `${bond}` })
  }

  function hint(): string {
    if (isExample) return t('exampleOf')
    if (!state) return t('notRead')
    if (microStx === 0n && !rest.problems.stx) return t('noStx')
    if (!state.income) return t('noIncome')
    return [
      ...(answer
        ? [t('starts', { cycle: `${answer.firstCycle}`, height: `${answer.firstClaimHeight}` })]
        : []),
      ...(manager?.claimedBy === 'holder' ? [t('holderOnly')] : []),
    ].join(' ')
  }

  function warnings(): string[] {
    const missing = answer?.missingMicroStx ?? 0n
    return [
      ...(missing > 0n ? [t('below', { stx: f.stx(missing, 'reach') })] : []),
      ...(manager?.takesStakes === false ? [t('takesNone')] : []),
      ...((manager?.feeBips ?? 0n) >= UNUSUAL_BIPS ? [t('high')] : []),
      ...(manager?.claimedBy === 'manager' ? [t('paysItself')] : []),
    ]
  }

  function source(): string[] {
    if (isExample || !state || readAt === undefined) return []
    const { income, stakedMicroStx, cycle } = state
    return [
      [
        ...(income
          ? [t('income', { count: `${income.calculations}`, height: `${income.to}` })]
          : []),
        t('shares', { stx: f.stx(stakedMicroStx), cycle: `${cycle}` }),
        t(isOld ? 'stale' : 'asOf', { time: f.dayAndTime(readAt) }),
      ].join(', '),
      [t('timely'), t('estimate')].join(', '),
    ]
  }
}
