/** One participant as the tally sees it: sums over the cycle's snapshots (spec 4.6). */
export interface RatioParticipant {
  /** Rows with the same tracking address are one in the tally. */
  trackingAddress: string
  /** This row's sBTC, in sats, summed over the snapshots. */
  sats: bigint
  /** uSTX of the row's stacking address, summed over the snapshots. */
  microStx: bigint
  /** A whitelisted tracking address is recorded with no STX (spec 4.5). */
  whitelisted?: boolean
}

/**
 * Amounts of many tracking addresses as typed arrays: each value below 2^64 is held exactly as two 32-bit words, 16 bytes an address in all.
 * The arrays can be transferred to a worker.
 */
export interface RatioColumns {
  satsLow: Uint32Array
  satsHigh: Uint32Array
  microStxLow: Uint32Array
  microStxHigh: Uint32Array
}

const WORD = 1n << 32n
const LIMIT = 1n << 64n

/** Empty columns (all zero) for `length` tracking addresses. */
export function emptyColumns(length: number): RatioColumns {
  return {
    satsLow: new Uint32Array(length),
    satsHigh: new Uint32Array(length),
    microStxLow: new Uint32Array(length),
    microStxHigh: new Uint32Array(length),
  }
}

/** Writes one address's sums. Throws a RangeError for an amount that no supply can reach (2^64 and above) or a negative one. */
export function setRow(columns: RatioColumns, row: number, sats: bigint, microStx: bigint): void {
  if (sats < 0n || microStx < 0n || sats >= LIMIT || microStx >= LIMIT) throw new RangeError('An amount must be from 0 to 2^64 - 1.')
  columns.satsLow[row] = Number(sats % WORD)
  columns.satsHigh[row] = Number(sats / WORD)
  columns.microStxLow[row] = Number(microStx % WORD)
  columns.microStxHigh[row] = Number(microStx / WORD)
}

/** Sats of one address, exactly. */
export function satsOf(columns: RatioColumns, row: number): bigint {
  return BigInt(columns.satsHigh[row]!) * WORD + BigInt(columns.satsLow[row]!)
}

/** uSTX of one address, exactly. */
export function microStxOf(columns: RatioColumns, row: number): bigint {
  return BigInt(columns.microStxHigh[row]!) * WORD + BigInt(columns.microStxLow[row]!)
}

/**
 * Columns of a list of participants in tally order: rows that share a tracking address add up their sBTC and take the STX of the first of them, as the
 * tally does (spec 4.6, 8.1 no. 12). `rowOf[i]` is the row of participant i.
 */
export function ratioColumns(participants: readonly RatioParticipant[]): { columns: RatioColumns, rowOf: Uint32Array } {
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
 * The same for columns: `trackingOf[row]` numbers the tracking address of each row from 0; rows of one address add up, the first gives the STX.
 */
export function mergeTracking(columns: RatioColumns, trackingOf: Uint32Array, addresses: number): RatioColumns {
  const merged = emptyColumns(addresses)
  const seen = new Uint8Array(addresses)
  for (let row = 0; row < trackingOf.length; row++) {
    const target = trackingOf[row]!
    if (seen[target] === 0) {
      seen[target] = 1
      merged.microStxLow[target] = columns.microStxLow[row]!
      merged.microStxHigh[target] = columns.microStxHigh[row]!
    }
    const low = merged.satsLow[target]! + columns.satsLow[row]!
    const high = merged.satsHigh[target]! + columns.satsHigh[row]! + (low >= 2 ** 32 ? 1 : 0)
    if (high >= 2 ** 32) throw new RangeError('The sBTC of a tracking address must stay below 2^64.')
    merged.satsLow[target] = low
    merged.satsHigh[target] = high
  }
  return merged
}
