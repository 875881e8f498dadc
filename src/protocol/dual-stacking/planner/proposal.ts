import { GoldenRatioFinder } from '../golden-ratio/golden-ratio.ts'
import { emptyColumns, setRow } from '../golden-ratio/columns.ts'
import type { CycleState } from './state.ts'

/** What `validate-ratio` will accept for the amounts that the contract stored. */
export interface Proposal {
  accepted: (ratio: bigint) => boolean
  propose?: bigint
  /** An accepted value that is not used yet, when the first choice is. */
  another?: (used: (ratio: bigint) => boolean) => bigint | undefined
}

/** The golden ratio of the stored holdings: each tracking address once, with the STX of the row that is tallied first (spec 4.6). */
export function chooseProposal(state: CycleState): Proposal {
  const first = new Map<string, { sats: bigint; microStx: bigint }>()
  for (const { trackingAddress, sats = 0n, microStx = 0n } of state.participants) {
    if (!first.has(trackingAddress)) first.set(trackingAddress, { sats, microStx })
  }
  const columns = emptyColumns(first.size)
  let row = 0
  for (const { sats, microStx } of first.values()) setRow(columns, row++, sats, microStx)
  const { accepted, propose } = new GoldenRatioFinder(columns, { maxPercentageAbove: state.maxPercentage, totalMicroStx: state.totals.microStx }).find()
  if (accepted === undefined || propose === undefined) return { accepted: () => false }
  const { lowest, highest } = accepted
  const another = (used: (ratio: bigint) => boolean): bigint | undefined => {
    // Few values were ever used, so the search from the top ends at once.
    for (let ratio = highest; ratio >= lowest; ratio--) if (!used(ratio)) return ratio
    return undefined
  }
  return { accepted: (ratio) => lowest <= ratio && ratio <= highest, propose, another }
}
