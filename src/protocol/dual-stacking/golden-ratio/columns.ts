/** One participant as the tally sees it: sums over the cycle's snapshots [dual-stacking 4.6]. */
export interface RatioParticipant {
  /** Rows with the same tracking address are one in the tally. */
  trackingAddress: string
  /** This row's sBTC, in sats, summed over the snapshots. */
  sats: bigint
  /** USTX of the row's stacking address, summed over the snapshots. */
  microStx: bigint
  /** A whitelisted tracking address is recorded with no STX [dual-stacking 4.5]. */
  whitelisted?: boolean
}

/**
 * Amounts of many tracking addresses as typed arrays, which can be transferred to a worker: 16
 * bytes an address. An amount is `sats[row] + satsRest[row]`; the rest is what a float cannot hold
 * of amounts beyond 2^53, and the array is absent while every amount fits.
 */
export interface RatioColumns {
  sats: Float64Array
  microStx: Float64Array
  satsRest?: Float64Array
  microStxRest?: Float64Array
}

const LIMIT = 1n << 80n

/** Empty columns (all zero) for `length` tracking addresses. */
export function emptyColumns(length: number): RatioColumns {
  return { sats: new Float64Array(length), microStx: new Float64Array(length) }
}

/**
 * Writes one address's sums exactly. Throws a RangeError for a negative amount or one beyond every
 * supply (2^80 and above).
 */
export function setRow(columns: RatioColumns, row: number, sats: bigint, microStx: bigint): void {
  if (sats < 0n || microStx < 0n || sats >= LIMIT || microStx >= LIMIT)
    throw new RangeError('An amount must be from 0 to 2^80 - 1.')
  columns.sats[row] = Number(sats)
  columns.microStx[row] = Number(microStx)
  columns.satsRest = withRest(columns.satsRest, columns.sats, row, sats)
  columns.microStxRest = withRest(columns.microStxRest, columns.microStx, row, microStx)
}

function withRest(
  rests: Float64Array | undefined,
  column: Float64Array,
  row: number,
  amount: bigint,
): Float64Array | undefined {
  const rest = Number(amount - BigInt(column[row]!))
  if (rests === undefined && rest === 0) return undefined
  const present = rests ?? new Float64Array(column.length)
  present[row] = rest
  return present
}

/** Sats of one address, exactly. */
export function satsOf(columns: RatioColumns, row: number): bigint {
  return exact(columns.sats, columns.satsRest, row)
}

/** USTX of one address, exactly. */
export function microStxOf(columns: RatioColumns, row: number): bigint {
  return exact(columns.microStx, columns.microStxRest, row)
}

function exact(column: Float64Array, rests: Float64Array | undefined, row: number): bigint {
  const amount = BigInt(column[row]!)
  return rests === undefined ? amount : amount + BigInt(rests[row]!)
}
