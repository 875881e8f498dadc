import type { StacksBaseline } from './stacks-baseline.ts'

/** How far a host's clock may be behind ours. */
const SKEW_MS = 60_000

/** When a transaction was made, as far as it is told; seconds since 1970. */
export interface TransactionAge {
  txid: string
  nonce: number | null
  /** The Stacks height of its block. */
  height?: number | null
  blockTime?: number | null
  receivedAt?: number | null
}

/**
 * Whether a transaction was there before a wallet was asked: it waited then, its nonce had been
 * used, or its block was mined; null: not known.
 */
export function isOlderThan(baseline: StacksBaseline, sent: TransactionAge): boolean | null {
  const { nonce, known, height, at } = baseline
  const isBefore = (seconds: number) => seconds * 1000 < at - SKEW_MS
  if (known?.includes(sent.txid.toLowerCase())) return true
  if (nonce !== null && sent.nonce !== null) {
    if (sent.nonce < nonce) return true
    if (known !== null) return false
  } else if (height !== null && typeof sent.height === 'number' && sent.height <= height) {
    return true
  }
  if (typeof sent.blockTime === 'number' && isBefore(sent.blockTime)) return true
  return typeof sent.receivedAt === 'number' ? isBefore(sent.receivedAt) : null
}
