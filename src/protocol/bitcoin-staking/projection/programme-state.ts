import type { Principal } from '../../clarity/principal.ts'
import type { CycleClock } from '../cycle-clock.ts'
import type { ActiveBond } from './bond-payments.ts'
import type { MeasuredIncome } from './measure-income.ts'

/** What is publicly known of the programme when a projection is made. */
export interface ProgrammeState {
  clock: CycleClock
  /** Bitcoin height of the data. */
  burnHeight: bigint
  /** The cycle that the shares and bonds below are of. */
  cycle: bigint
  /** MicroSTX that earn in the STX-only leg of that cycle, the holder's included. */
  stakedMicroStx: bigint
  /** Bonds of that cycle. */
  bonds: readonly ActiveBond[]
  /** Null: too few calculations were seen to measure it. */
  income: MeasuredIncome | null
}

/** A signer manager in the cycle of the data, the holder's part included. */
export interface ManagerTerms {
  manager: Principal
  /** The fee that its next claim would fix, in basis points; null is unknown. */
  feeBips: bigint | null
  /** MicroSTX of stakes and bonds; from 50,000 STX up its stakes earn. */
  delegatedMicroStx: bigint
  /** MicroSTX of stakes alone. */
  pendingMicroStx: bigint
}

/** A stake, actual or hypothetical. */
export interface StakePosition {
  manager: Principal
  microStx: bigint
}
