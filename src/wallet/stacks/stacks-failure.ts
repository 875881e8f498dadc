import type { SigningFailure } from '../signing-failure.ts'

// 4001: Leather and EIP-1193; -32000: Xverse; -31001: @stacks/connect's own cancel.
const rejected = new Set([4001, -32_000, -31_001])
const addressMismatch = -32_001
export const accessDenied = -32_002

interface WalletError {
  code?: unknown
  message?: unknown
  error?: unknown
}

/** The numeric code of whatever a wallet threw or resolved with; undefined when it has none. */
export function stacksErrorCode(thrown: unknown): number | undefined {
  const { code, error } = unwrap(thrown)
  const value = code ?? unwrap(error).code
  return typeof value === 'number' ? value : undefined
}

/**
 * Why a wallet gave no transaction, from a rejected promise or a resolved `{error}` alike. The text
 * is looked at only where the code says nothing, because wallets word it freely.
 *
 * @example
 *   stacksFailure({ code: 4001, message: 'User rejected request' }) // 'rejected'
 */
export function stacksFailure(thrown: unknown): SigningFailure {
  const code = stacksErrorCode(thrown)
  const { message, error } = unwrap(thrown)
  const text = String(
    message ?? unwrap(error).message ?? (typeof thrown === 'string' ? thrown : ''),
  )
  if (code !== undefined && rejected.has(code))
    return /window.*clos|clos.*window/i.test(text) ? 'wallet-closed' : 'rejected'
  if (code === addressMismatch) return 'wrong-account'
  if (
    /network|chain/i.test(text) &&
    /mismatch|wrong|switch|different|not match|unsupported/i.test(text)
  )
    return 'wrong-network'
  if (/(account|address)/i.test(text) && /mismatch|wrong|switch|different|not match/i.test(text))
    return 'wrong-account'
  if (/clos(?:ed|ing)/i.test(text)) return 'wallet-closed'
  // A node's answer, {"error":"transaction rejected", …}, is no word of the wallet's user.
  if (/(?<!"transaction )reject|cancel|denied|declined/i.test(text)) return 'rejected'
  return 'wallet-error'
}

const unwrap = (value: unknown): WalletError =>
  typeof value === 'object' && value !== null ? value : {}
