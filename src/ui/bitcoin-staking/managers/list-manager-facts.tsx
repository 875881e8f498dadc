import type { ComponentChildren } from 'preact'
import type { ManagerRow } from '../../../app/bitcoin-staking/manager-rows.ts'
import { claimHabitOf } from '../../../app/bitcoin-staking/past-work.ts'
import type { StakingState } from '../../../app/bitcoin-staking/staking-state.ts'
import type { Known } from '../../../chain/known.ts'
import type { ManagerShape } from '../../../chain/stacks/bitcoin-staking/manager-shape.ts'
import type { FeeChange } from '../../../chain/stacks/bitcoin-staking/read-manager-record.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../../protocol/bitcoin-staking/constants.ts'
import type { Words } from '../../../words/create-words.ts'
import { KnownValue } from '../../parts/known-value.tsx'
import { Unknown } from '../../parts/unknown.tsx'
import { shareOfBips, timeOfHeight } from '../staking-times.ts'
import { StakeRange } from '../what-if/stake-range.tsx'
import { feeText } from './fee-text.ts'

/** One thing to know of a manager: the same in its details and beside another one. */
interface ManagerFact {
  key: string
  name: string
  value: ComponentChildren
}

interface FactsAt {
  state: StakingState
  now: number
}

/** Changes of a fee that are shown: the rest is long ago. */
const SHOWN_CHANGES = 4

/** All that is known of a manager, in one order for all; what is unknown says why. */
export function listManagerFacts(words: Words, row: ManagerRow, at: FactsAt): ManagerFact[] {
  const { t, f } = words
  const { manager, reading, cycleSats } = row
  const record = at.state.records[manager]?.record
  const fact = (key: string, name: string, value: ComponentChildren) => ({ key, name, value })
  const yes = (holds: boolean) => t(holds ? 'staking.form.yes' : 'staking.form.no')
  const known = <T,>(value: Known<T> | undefined, show: (value: T) => ComponentChildren) =>
    value ? <KnownValue of={value}>{show}</KnownValue> : <Unknown reason="not-read" />
  return [
    fact(
      'pay',
      t('staking.form.expected'),
      cycleSats ? <StakeRange of={cycleSats} /> : <Unknown reason={whyNoPay(row)} />,
    ),
    fact(
      'fee',
      t('staking.form.fee'),
      known(reading?.fee, (fee) => feeText(words, fee)),
    ),
    fact(
      'changes',
      t('staking.managers.changes'),
      known(record?.feeChanges, (changes) => changesText(words, changes, at)),
    ),
    fact(
      'code',
      t('staking.form.code'),
      known(reading?.code, (name) =>
        name === null ? t('staking.form.code.unknown') : t('staking.form.code.known', { name }),
      ),
    ),
    fact(
      'claims',
      t('staking.managers.claims'),
      known(reading?.shape, (shape) => claimsText(words, shape)),
    ),
    fact(
      'bitcoin',
      t('staking.form.pays'),
      known(reading?.shape, ({ paysBitcoin }) => yes(paysBitcoin)),
    ),
    fact('takes', t('staking.managers.takes'), known(reading?.takesStakes, yes)),
    fact(
      'size',
      t('staking.form.size'),
      known(reading?.delegatedMicroStx, (size) => (
        <>
          {f.stx(size)}
          {row.share !== null && (
            <small>{t('staking.managers.share', { share: f.percent(row.share) })}</small>
          )}
        </>
      )),
    ),
    fact(
      'margin',
      t('staking.managers.margin'),
      known(reading?.delegatedMicroStx, (size) => marginText(words, size)),
    ),
    fact(
      'record',
      t('staking.managers.record'),
      known(record?.claimHeights, (heights) => recordText(words, heights, at)),
    ),
  ]
}

/** Why there is no figure: it was not loaded, the fee is unknown, or the income is. */
function whyNoPay({ reading }: ManagerRow) {
  if (reading === null) return 'not-read'
  if (!reading.fee.known) return reading.fee.reason
  return reading.delegatedMicroStx.known ? 'not-read' : reading.delegatedMicroStx.reason
}

function claimsText({ t }: Words, { family, paysBitcoin }: ManagerShape): string {
  if (family === 'native') return t('staking.managers.claims.you')
  if (family === 'closed') return t('staking.managers.claims.nobody')
  return family === 'max500' && paysBitcoin
    ? t('staking.managers.claims.bounded')
    : t('staking.managers.claims.anyone')
}

/** How far from the threshold: in multiples as long as they mean something. */
function marginText({ t, f }: Words, size: bigint): string {
  const margin = size - SIGNER_SET_MIN_MICRO_STX
  if (margin < 0n) return t('staking.managers.margin.below', { stx: f.stx(-margin, 'reach') })
  const times = size / SIGNER_SET_MIN_MICRO_STX
  return times >= 2n
    ? t('staking.managers.margin.times', { times: f.integer(times) })
    : t('staking.managers.margin.above', { stx: f.stx(margin) })
}

function changesText({ t, f }: Words, changes: readonly FeeChange[], at: FactsAt) {
  if (changes.length === 0) return t('staking.managers.none')
  return (
    <ul>
      {changes.slice(0, SHOWN_CHANGES).map(({ burnHeight, oldBips, bips, fromCycle }) => (
        <li key={burnHeight}>
          {t('staking.managers.change', {
            date: dayOf(f, burnHeight, at),
            old: f.percent(shareOfBips(oldBips)),
            new: f.percent(shareOfBips(bips)),
          })}
          {fromCycle !== null && (
            <small>{t('staking.managers.change.later', { cycle: f.integer(fromCycle) })}</small>
          )}
        </li>
      ))}
    </ul>
  )
}

function recordText({ t, f }: Words, heights: readonly bigint[], at: FactsAt) {
  const { programme } = at.state
  if (!programme?.clock.known) return <Unknown reason="not-read" />
  const habit = claimHabitOf(programme.clock.value, programme.burnHeight, heights)
  if (habit === null) return t('staking.managers.none')
  return (
    <>
      {t('staking.managers.record.halves', {
        claimed: f.integer(habit.claimed),
        halves: f.integer(habit.halves),
      })}
      <small>
        {t('staking.managers.record.usual', {
          time: f.blockTime(habit.usualBlocks),
          date: dayOf(f, habit.lastHeight, at),
        })}
      </small>
    </>
  )
}

const dayOf = (f: Words['f'], height: bigint, { state, now }: FactsAt): string =>
  f.day(timeOfHeight(height, state.programme?.burnHeight ?? height, now), now)
