import { GoldenRatioFinder } from '../golden-ratio/golden-ratio.ts'
import { ratioColumns } from '../golden-ratio/ratio-columns.ts'
import type { CycleState, PlannedParticipant } from './cycle-state.ts'

/** What `validate-ratio` will accept for the amounts that the contract stored. */
export interface ProposalChoice {
  accepts: (ratio: bigint) => boolean
  /** The value to propose; absent when none passes. */
  propose?: bigint
  /** An accepted value that is not among those used: the one to propose, or else the highest. */
  unused: (used: ReadonlySet<bigint>) => bigint | undefined
}

/**
 * The golden ratio of the stored holdings: each tracking address once, with the STX of the row that
 * is tallied first [dual-stacking 4.6].
 */
export function chooseProposal(
  state: CycleState,
  captured: readonly PlannedParticipant[],
): ProposalChoice {
  const addresses = new Set<string>()
  const first = captured.filter(
    ({ trackingAddress }) => !addresses.has(trackingAddress) && addresses.add(trackingAddress),
  )
  const { columns } = ratioColumns(
    first.map(({ trackingAddress, sats = 0n, microStx = 0n }) => ({
      trackingAddress,
      sats,
      microStx,
    })),
  )
  const { accepted, propose } = new GoldenRatioFinder(columns, {
    maxPercentageAbove: state.maxPercentage,
    totalMicroStx: state.totals.microStx,
  }).find()
  if (accepted === undefined || propose === undefined)
    return { accepts: () => false, unused: () => undefined }
  const { lowest, highest } = accepted
  return {
    accepts: (ratio) => lowest <= ratio && ratio <= highest,
    propose,
    unused(used) {
      if (!used.has(propose)) return propose
      // Few values were ever used, so the search from the top ends at once.
      for (let ratio = highest; ratio >= lowest; ratio--) if (!used.has(ratio)) return ratio
      return undefined
    },
  }
}
