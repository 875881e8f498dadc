import type { ProgrammeState } from '../../protocol/bitcoin-staking/projection/programme-state.ts'

export type ClaimedBy = 'anyone' | 'holder' | 'manager'

/** A signer manager as the page names it; microSTX, basis points, null: not known. */
export interface ManagerFigures {
  manager: string
  /** What holds now, and another one that holds from a cycle on. */
  feeBips: bigint | null
  laterFee: { bips: bigint; fromCycle: bigint } | null
  takesStakes: boolean | null
  /** Who can claim a holder's rewards: anyone, the holder alone, or no one but the manager. */
  claimedBy: ClaimedBy | null
  /** Stakes and bonds together, and stakes alone. */
  delegatedMicroStx: bigint | null
  pendingMicroStx: bigint | null
}

/** What an address has; null: nothing, undefined: not known. */
export interface PositionFigures {
  held:
    | {
        /** Null: a stake of STX only. */
        bond: bigint | null
        manager: string
        microStx: bigint
        /** Bitcoin height. */
        unlockHeight: bigint
        isOver: boolean
      }
    | null
    | undefined
  /** Sats that can be claimed after the fee; undefined: a fee among them is not known. */
  readySats: bigint | undefined
  /** Whether all cycles were looked at. */
  isComplete: boolean
}

/** What the calculator computes with, as a network said it. */
export interface YieldFigures {
  /** Null: too little could be read. */
  state: ProgrammeState | null
  /** Null: the page names none. */
  manager: ManagerFigures | null
  /** Absent: no address was given. */
  position?: PositionFigures
  /** Milliseconds since 1970, and whether that is too long ago to trust. */
  readAt: number
  isOld: boolean
}
