import { stripHexPrefix } from '../../chain/hex.ts'

/** A transaction's id in lower case and with 0x; undefined when it is none. */
export const normaliseTxid = (text: string): string | undefined => {
  const bare = stripHexPrefix(text.trim().toLowerCase())
  return /^[0-9a-f]{64}$/.test(bare) ? `0x${bare}` : undefined
}
