/** How near the end of a window is: fees follow it. */
export type Hurry = 'none' | 'soon' | 'now'

/** What a fee is chosen from; amounts in microSTX. */
export interface FeeQuestion {
  /** What the network expects, lowest first; empty: it does not tell. */
  estimates: readonly bigint[]
  /** The transaction's bytes: nodes take no less than one microSTX for each. */
  bytes: number
  hurry: Hurry
  /** The most that was offered under this nonce before; null: nothing. */
  earlier: bigint | null
  most: bigint
}

const UNKNOWN_PER_BYTE = 10n

const wantedFee = ({ estimates, bytes, hurry }: FeeQuestion): bigint => {
  const [low, high] = [estimates[0], estimates.at(-1)]
  if (low === undefined || high === undefined) return UNKNOWN_PER_BYTE * BigInt(bytes)
  if (hurry === 'none') return estimates[Math.floor((estimates.length - 1) / 2)]!
  return hurry === 'soon' ? high : 2n * high
}

/**
 * The fee of a call: the network's middle estimate while there is time, its highest when a window
 * closes, and at least a quarter more than what it replaces. Null: the cap does not allow a fee
 * that a node would take.
 */
export function chooseFee(question: FeeQuestion): bigint | null {
  const { bytes, earlier, most } = question
  const least = earlier === null ? BigInt(bytes) : earlier + earlier / 4n + 1n
  const wanted = wantedFee(question)
  const chosen = wanted > least ? wanted : least
  if (chosen <= most) return chosen
  // The cap is better than nothing while a node takes it.
  return most >= (earlier === null ? BigInt(bytes) : earlier + 1n) ? most : null
}

/** How near a deadline is, Bitcoin heights; from `hurryBlocks` before it on fees are raised. */
export function hurryOf(burnHeight: number, deadline: number, hurryBlocks: number): Hurry {
  const left = deadline - burnHeight
  if (left > hurryBlocks) return 'none'
  return left > Math.ceil(hurryBlocks / 3) ? 'soon' : 'now'
}
