import { sha256 } from '../../protocol/clarity/hashes.ts'
import { toHex } from '../../protocol/clarity/hex.ts'

/** SHA-256 of a contract's source, as it is and without comments and white space. */
export interface SourceHashes {
  exact: string
  plain: string
}

/** Hashes a source; equal `plain` hashes: the same code in any layout [bitcoin-staking 7.7]. */
export const hashSource = (source: string): SourceHashes => ({
  exact: hashText(source),
  plain: hashText(stripLayout(source)),
})

const hashText = (text: string): string => toHex(sha256(new TextEncoder().encode(text)))

/** Comments end with their line; one space is left between two words, none beside a bracket. */
function stripLayout(source: string): string {
  const words = source.match(/"(?:\\.|[^"\\])*"|;[^\n]*|[(){},]|[^\s(){},;"]+/g) ?? []
  return words.filter((word) => !word.startsWith(';')).join(' ')
}
