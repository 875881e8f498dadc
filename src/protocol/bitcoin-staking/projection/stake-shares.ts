import { SIGNER_SET_MIN_MICRO_STX } from '../constants.ts'
import type { ManagerTerms, ProgrammeState, StakePosition } from './programme-state.ts'

/** The STX-only leg of a cycle without the holder, seen from one manager. */
export interface OthersShares {
  /** MicroSTX of all others that earn, as long as the manager has no more than now. */
  earningMicroStx: bigint
  /** MicroSTX of others with this manager, stakes and bonds; and stakes alone. */
  delegatedMicroStx: bigint
  pendingMicroStx: bigint
}

/**
 * Takes the holder's present stake out of a cycle's shares: its manager may fall below the
 * threshold without it [bitcoin-staking 4.10].
 */
export function sharesOfOthers(
  state: Pick<ProgrammeState, 'stakedMicroStx'>,
  manager: ManagerTerms,
  present: { position: StakePosition; terms: ManagerTerms } | null,
): OthersShares {
  const { delegatedMicroStx, pendingMicroStx } = manager
  const earningMicroStx = state.stakedMicroStx
  if (present === null) return { earningMicroStx, delegatedMicroStx, pendingMicroStx }
  const { microStx } = present.position
  const own = present.position.manager === manager.manager ? microStx : 0n
  return {
    earningMicroStx: earningMicroStx - leavingShares(present.terms, microStx),
    delegatedMicroStx: delegatedMicroStx - own,
    pendingMicroStx: pendingMicroStx - own,
  }
}

/** Shares that a leg loses when a stake leaves a manager. */
function leavingShares(terms: ManagerTerms, microStx: bigint): bigint {
  if (terms.delegatedMicroStx < SIGNER_SET_MIN_MICRO_STX) return 0n
  const stays = terms.delegatedMicroStx - microStx >= SIGNER_SET_MIN_MICRO_STX
  return stays ? microStx : terms.pendingMicroStx
}

/** What a stake would be of all that earns. */
export interface StakeShares {
  /** 0 when the manager stays below the threshold. */
  microStx: bigint
  totalMicroStx: bigint
  /** MicroSTX that the manager lacks to earn at all. */
  missingMicroStx: bigint
}

/** Puts a stake of some uSTX to the others [bitcoin-staking 4.10]. */
export function sharesWith(others: OthersShares, microStx: bigint): StakeShares {
  const delegated = others.delegatedMicroStx + microStx
  const { earningMicroStx } = others
  if (delegated < SIGNER_SET_MIN_MICRO_STX) {
    const missingMicroStx = SIGNER_SET_MIN_MICRO_STX - delegated
    return { microStx: 0n, totalMicroStx: earningMicroStx, missingMicroStx }
  }
  const wasLarge = others.delegatedMicroStx >= SIGNER_SET_MIN_MICRO_STX
  const joining = wasLarge ? microStx : others.pendingMicroStx + microStx
  return { microStx, totalMicroStx: earningMicroStx + joining, missingMicroStx: 0n }
}
