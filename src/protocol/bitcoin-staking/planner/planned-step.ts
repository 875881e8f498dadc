import type { ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { ClaimRefusal } from './claim-refusal.ts'

/** Sats of sBTC that a principal sends in a step, exactly: its post-condition in Deny mode. */
export interface SentSats {
  from: Principal
  sats: bigint
}

/** Why a step is not to be made now. */
export type StepObstacle =
  /** Nothing new can be calculated before this Bitcoin height. */
  | { code: 'half-is-calculated'; untilHeight: bigint }
  /** The half that ended last must be calculated first. */
  | { code: 'calculate-first' }
  /** The cycle's other half would make a second claim, and lose a sat: wait for its calculation. */
  | { code: 'cycle-is-open'; untilHeight: bigint }
  /** The manager's claim comes first. */
  | { code: 'manager-claims-first' }
  /** Claims of managers are stopped forever. */
  | { code: 'paused' }
  /** The manager has earned nothing there. */
  | { code: 'nothing-earned' }
  /** What the claim would be refused for. */
  | { code: 'refused'; refusal: ClaimRefusal }
  /** Only the holder itself can claim with this manager. */
  | { code: 'holder-only' }
  /** This manager lets no holder claim. */
  | { code: 'no-holder-claims' }

/** What a step does: book income, pull a manager's, pay a holder. */
export type StepKind = 'calculate' | 'manager-claim' | 'holder-claim'

/** A permissionless call: what it does, what it moves, and why not now. */
export interface PlannedStep {
  kind: StepKind
  contract: Principal
  functionName: string
  args: ContractValue[]
  /** Who must send it; null: anyone. */
  sender: Principal | null
  /** Every movement of sBTC, in order; null where it is not known beforehand. */
  moves: SentSats[] | null
  /** The cycle that it is about, and the leg; bond null is the STX-only leg or all legs. */
  cycle: bigint
  bond: bigint | null
  /** Sats that it books, pulls or pays; null where the manager's fee is unknown. */
  sats: bigint | null
  /** What its transaction is expected to cost in uSTX; null is unknown. */
  costMicroStx: bigint | null
  /** Undefined: it can be made now. */
  obstacle: StepObstacle | undefined
}
