import { ceilDiv } from '../core/units.ts'

/**
 * Shares and LUX that no one owns, added to both sides of the price: the first depositor cannot
 * make one share so dear that the next one's deposit rounds to nothing, and an empty pool starts at
 * one LUX per share.
 */
export const VIRTUAL = 1_000_000n

export const PRICE_SCALE = 10n ** 18n

/** What a share price is made of: all shares, and the LUX that belong to them. */
export interface Backing {
  shares: bigint
  assets: bigint
}

/** Shares that `lux` buy, rounded down: for the pool. */
export const sharesFor = (lux: bigint, { shares, assets }: Backing): bigint =>
  (lux * (shares + VIRTUAL)) / (assets + VIRTUAL)

/**
 * LUX that shares are worth to someone who leaves, rounded down: for the pool. After a loss the
 * plain ratio is the lower one, and counts: what no one owns does not carry a part of the loss, so
 * all shares together are never worth more than there is.
 */
export const luxFor = (amount: bigint, { shares, assets }: Backing): bigint => {
  if (amount === 0n) return 0n
  return assets < shares
    ? (amount * assets) / shares
    : (amount * (assets + VIRTUAL)) / (shares + VIRTUAL)
}

/**
 * Shares that must be burned for exactly `lux`, rounded up: for the pool. Null when no number of
 * shares is worth anything.
 */
export const sharesBurnedFor = (lux: bigint, { shares, assets }: Backing): bigint | null => {
  if (assets < shares) return assets === 0n ? null : ceilDiv(lux * shares, assets)
  return ceilDiv(lux * (shares + VIRTUAL), assets + VIRTUAL)
}

/** LUX per share, scaled by 10^18, rounded down. */
export const sharePrice = ({ shares, assets }: Backing): bigint =>
  ((assets + VIRTUAL) * PRICE_SCALE) / (shares + VIRTUAL)

/**
 * The mark of a holder that joins shares bought at two prices, rounded up: for the holder, whose
 * principal is never split.
 */
export const blendMarks = (held: bigint, mark: bigint, added: bigint, at: bigint): bigint =>
  held + added === 0n ? at : ceilDiv(held * mark + added * at, held + added)
