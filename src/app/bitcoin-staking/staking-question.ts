import type { UnknownReason } from '../../chain/known.ts'
import type { ManagerReading } from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import { measureIncome } from '../../protocol/bitcoin-staking/projection/measure-income.ts'
import type {
  ManagerTerms,
  ProgrammeState,
} from '../../protocol/bitcoin-staking/projection/programme-state.ts'
import type { StakingQuestion } from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { heldPositionOf } from './held-position.ts'
import type { StakingState } from './staking-state.ts'

/** A stake to be tried; what is left out stays as it is. MicroSTX. */
export interface StakeWish {
  microStx?: bigint
  cycles?: bigint
  manager?: string
}

/** Points of a drawn curve: finer than its pixels at twice the zoom. */
const CURVE_POINTS = 121
const EXAMPLE_CYCLES = 12n
const MOST_CYCLES = 96n
/** Who is shown a curve without any STX sees the one up to so many: 100,000 STX. */
const EXAMPLE_MICRO_STX = 100_000_000_000n

/** A manager before one is chosen: large enough to earn, and before its fee. */
const anyManager: ManagerTerms = {
  manager: 'any',
  feeBips: 0n,
  delegatedMicroStx: 50_000_000_000n,
  pendingMicroStx: 50_000_000_000n,
}

/** What is publicly known of the programme, of the running cycle; null: not enough is known. */
export function programmeStateOf({
  programme,
  income,
}: Pick<StakingState, 'programme' | 'income'>): ProgrammeState | null {
  if (!programme?.clock.known || !programme.cycle.known) return null
  const { stakedMicroStx, bonds, burnHeight } = programme
  if (!stakedMicroStx.known || !bonds.known) return null
  const clock = programme.clock.value
  const cycle = programme.cycle.value.id
  const past = income.known
    ? income.value.map(({ height, incomeSats }) => ({ height, sats: incomeSats }))
    : []
  return {
    clock,
    burnHeight,
    cycle,
    stakedMicroStx: stakedMicroStx.value,
    bonds: bonds.value
      .filter(({ firstCycle, endCycle }) => firstCycle <= cycle && cycle < endCycle)
      .map(({ index, targetRate, stxValueRatio, minUstxRatio, sats }) => ({
        index,
        targetRate,
        stxValueRatio,
        minUstxRatio,
        sats,
      })),
    income: measureIncome(clock, past),
  }
}

/** Terms of a manager as far as it was read; an unknown fee leaves what is left unknown. */
const termsOf = (reading: ManagerReading): ManagerTerms => ({
  manager: reading.manager,
  feeBips: reading.fee.known ? reading.fee.value.bips : null,
  delegatedMicroStx: reading.delegatedMicroStx.known
    ? reading.delegatedMicroStx.value
    : anyManager.delegatedMicroStx,
  pendingMicroStx: reading.pendingMicroStx.known
    ? reading.pendingMicroStx.value
    : anyManager.pendingMicroStx,
})

/** The manager's terms as read, for the holder or on request; null: it was not read. */
export function managerReadingOf(
  { holder, managers }: Pick<StakingState, 'holder' | 'managers'>,
  manager: string | null,
): ManagerReading | null {
  if (manager === null) return null
  const read = managers.read[manager]?.reading
  if (holder?.manager?.manager === manager)
    // The holder's own is read with every refresh.
    return holder.manager
  return read ?? null
}

/**
 * What a view asks the worker about a stake: the present one as it is without a wish, or what one
 * wishes. Null: not enough is known.
 */
export function stakingQuestionOf(
  state: StakingState,
  wish: StakeWish = {},
): StakingQuestion | null {
  const programme = programmeStateOf(state)
  if (programme === null) return null
  const held = heldPositionOf(state.programme, state.holder)
  const stake = held?.kind === 'stake' && held.state !== 'expired' ? held : null
  const own = stake && managerReadingOf(state, stake.manager)
  // Only what counts in the running cycle is part of its shares.
  const present =
    stake?.state === 'active' && own
      ? { position: { manager: stake.manager, microStx: stake.microStx }, terms: termsOf(own) }
      : null
  const wanted = wish.manager ?? stake?.manager ?? null
  const chosen = managerReadingOf(state, wanted)
  const microStx = wish.microStx ?? stake?.microStx ?? freeMicroStx(state) ?? 0n
  const cycles = wish.cycles ?? (stake && stake.cyclesLeft > 0n ? stake.cyclesLeft : EXAMPLE_CYCLES)
  return {
    state: programme,
    plan: {
      microStx,
      cycles: cycles > MOST_CYCLES ? MOST_CYCLES : cycles,
      terms: chosen ? termsOf(chosen) : anyManager,
      present,
    },
    curve: { points: CURVE_POINTS, end: curveEnd(state, microStx, stake?.microStx ?? 0n) },
  }
}

/** A manager as it was read for tables, in the next cycle; the holder's own as it was refreshed. */
export const tableReadingOf = (
  { holder, managers }: Pick<StakingState, 'holder' | 'managers'>,
  manager: string,
): ManagerReading | null =>
  managers.read[manager]?.reading ?? (holder?.manager?.manager === manager ? holder.manager : null)

/**
 * What a view asks the worker about one amount with each manager that was read; null: not enough is
 * known.
 */
export function managersQuestionOf(state: StakingState, microStx: bigint): StakingQuestion | null {
  const question = stakingQuestionOf(state, { microStx })
  if (question === null) return null
  const own = question.plan.present?.position.manager
  const readings = [...new Set([...(own ? [own] : []), ...Object.keys(state.managers.read)])]
    .map((manager) => tableReadingOf(state, manager))
    .filter((reading) => reading !== null)
  return { state: question.state, plan: question.plan, managers: readings.map(termsOf) }
}

/** MicroSTX that the account could stake; null: not known. */
export const freeMicroStx = ({ holder }: Pick<StakingState, 'holder'>): bigint | null =>
  holder?.position.unlockedMicroStx.known ? holder.position.unlockedMicroStx.value : null

function curveEnd(state: StakingState, microStx: bigint, staked: bigint): bigint {
  const all = ((freeMicroStx(state) ?? 0n) + staked) * 2n
  // Trying more does not move the end before it is reached: a slider would run from the hand.
  const ends = [all, microStx, EXAMPLE_MICRO_STX]
  return ends.reduce((most, end) => (end > most ? end : most))
}

/** Why nothing can be said of what a stake pays: the first value that is missing. */
export function reasonOfUnknownFigures({
  programme,
}: Pick<StakingState, 'programme'>): UnknownReason {
  const values = programme
    ? [programme.clock, programme.cycle, programme.stakedMicroStx, programme.bonds]
    : []
  const missing = values.find((value) => !value.known)
  return missing?.known === false ? missing.reason : 'not-read'
}
