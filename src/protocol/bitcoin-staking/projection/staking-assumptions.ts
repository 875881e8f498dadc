import { rewardCycleAt, isPreparing } from '../cycle-clock.ts'
import type { ProgrammeState } from './programme-state.ts'

/** What a projection takes for granted; the views put it into words. */
export type StakingAssumption =
  /** Income stays within what was measured between these heights. */
  | { code: 'income'; calculations: number; from: bigint; to: bigint }
  /** Too few calculations were seen to measure the income: rewards are unknown. */
  | { code: 'unknown-income' }
  /** Shares of others stay as they are in that cycle; `isFrozen`: of it they cannot change. */
  | { code: 'shares'; cycle: bigint; isFrozen: boolean }
  /** These bonds stay as they are, and no other is added. */
  | { code: 'bonds'; indexes: bigint[] }
  /** The manager keeps this fee; null: it is unknown, and so is what is left. */
  | { code: 'fee'; bips: bigint | null }
  /** The manager has too little: stakes with it earn nothing. */
  | { code: 'below-threshold'; missingMicroStx: bigint }
  /** Someone calculates once in every half, the manager claims, and no one pauses. */
  | { code: 'calls-in-time' }
  /** Rewards are not staked again: they are sBTC. */
  | { code: 'not-compounded' }

/** What every projection from a state takes for granted. */
export function commonAssumptions(state: ProgrammeState): StakingAssumption[] {
  const { clock, burnHeight, cycle, bonds, income } = state
  const now = rewardCycleAt(clock, burnHeight)
  // Shares of a cycle are frozen from the prepare phase before it on [bitcoin-staking 6.2].
  const isFrozen = cycle <= now || (cycle === now + 1n && isPreparing(clock, now, burnHeight))
  return [
    income === null
      ? { code: 'unknown-income' }
      : {
          code: 'income',
          calculations: income.calculations,
          from: income.from,
          to: income.to,
        },
    { code: 'shares', cycle, isFrozen },
    { code: 'bonds', indexes: bonds.map(({ index }) => index) },
    { code: 'calls-in-time' },
    { code: 'not-compounded' },
  ]
}
