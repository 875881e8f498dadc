import type { ProgrammeState } from '../../protocol/bitcoin-staking/projection/programme-state.ts'

/** A signer manager as the page names it; microSTX, basis points, null: not known. */
export interface ManagerFigures {
  manager: string
  /** What holds now, and another one that holds from a cycle on. */
  feeBips: bigint | null
  laterFee: { bips: bigint; fromCycle: bigint } | null
  takesStakes: boolean | null
  /** Stakes and bonds together, and stakes alone. */
  delegatedMicroStx: bigint | null
  pendingMicroStx: bigint | null
}

/** What the calculator computes with, as a network said it. */
export interface YieldFigures {
  /** Null: too little could be read. */
  state: ProgrammeState | null
  /** Null: the page names none. */
  manager: ManagerFigures | null
  /** Milliseconds since 1970, and whether that is too long ago to trust. */
  readAt: number
  isOld: boolean
}
