import { MS_PER_BLOCK } from '../../words/format/time.ts'

/** When a Bitcoin height is expected, in milliseconds since 1970; blocks take ten minutes. */
export const timeOfHeight = (height: bigint, burnHeight: bigint, now: number): number =>
  now + Number(height - burnHeight) * MS_PER_BLOCK

/** Basis points as the format's shares, scaled by 10^8. */
export const shareOfBips = (bips: bigint): bigint => bips * 10_000n
