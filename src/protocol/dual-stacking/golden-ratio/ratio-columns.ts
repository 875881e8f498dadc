import {
  emptyColumns,
  microStxOf,
  satsOf,
  setRow,
  type RatioColumns,
  type RatioParticipant,
} from './columns.ts'

/**
 * Columns of a list of participants in tally order: rows that share a tracking address add up their
 * sBTC and take the STX of the first of them, as the tally does [dual-stacking 4.6, 8.1.12].
 * `rowOf[i]` is the row of participant i.
 */
export function ratioColumns(participants: readonly RatioParticipant[]): {
  columns: RatioColumns
  rowOf: Uint32Array
} {
  const rows = new Map<string, number>()
  const rowOf = new Uint32Array(participants.length)
  const sats: bigint[] = []
  const microStx: bigint[] = []
  participants.forEach((participant, index) => {
    let row = rows.get(participant.trackingAddress)
    if (row === undefined) {
      row = sats.length
      rows.set(participant.trackingAddress, row)
      sats.push(0n)
      microStx.push(participant.whitelisted ? 0n : participant.microStx)
    }
    sats[row]! += participant.sats
    rowOf[index] = row
  })
  const columns = emptyColumns(sats.length)
  sats.forEach((amount, row) => setRow(columns, row, amount, microStx[row]!))
  return { columns, rowOf }
}

/**
 * The same for columns: `trackingOf[row]` numbers the tracking address of each row from 0; rows of
 * one address add up, the first gives the STX.
 */
export function mergeTracking(
  columns: RatioColumns,
  trackingOf: Uint32Array,
  addresses: number,
): RatioColumns {
  const merged = emptyColumns(addresses)
  const seen = new Uint8Array(addresses)
  trackingOf.forEach((address, row) => {
    if (seen[address] === 0) {
      seen[address] = 1
      setRow(merged, address, satsOf(columns, row), microStxOf(columns, row))
    } else {
      const sum = merged.sats[address]! + columns.sats[row]!
      // A float sum below 2^53 is exact; most rows share their address with no one or stay far
      // below.
      if (sum < 2 ** 53 && merged.satsRest === undefined) merged.sats[address] = sum
      else
        setRow(
          merged,
          address,
          satsOf(merged, address) + satsOf(columns, row),
          microStxOf(merged, address),
        )
    }
  })
  return merged
}
