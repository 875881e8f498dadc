/** The contracts of a programme: the one that people enroll in, and those that it calls. */
export const buildParts = ['dual-stacking', 'bitcoin-block-buffer', 'liquid-stacking'] as const
export type BuildPart = (typeof buildParts)[number]

/**
 * One version of the code of a contract that runs without `at-block`. Versions of a part count from
 * 1 and differ in more than comments and layout.
 */
export interface LiveBuild {
  part: BuildPart
  version: number
  /** Whose sBTC token the source names; null: none. */
  token: 'mainnet' | 'testnet' | null
  /** SHA-256 of the source without comments and white space, hex. */
  plain: string
  /** SHA-256 of each layout of it that was ever kept, hex; the newest last. */
  exact: readonly string[]
}
