import { earnedSats } from '../math/shares.ts'
import { netOf } from './audit-claims.ts'

/** All that a holder was paid of one cycle and leg, and what it follows from. */
export interface PaidLeg {
  /** `get-staker-shares-staked-for-cycle`. */
  shares: bigint
  /** Cumulative rewards per share · 10^18 after each calculation of the cycle, in their order. */
  perShares: readonly bigint[]
  /** `get-fee-bips-for-cycle`; null is unknown. */
  feeBips: bigint | null
  /** Sats, in the order in which they were paid. */
  claims: readonly { grossSats: bigint; netSats: bigint }[]
}

/** Whether a leg was paid as the contract's rules have it; sats before the fee. */
export interface PaidLegVerdict {
  /** `fee-unknown`: exact before the fee, which cannot be told. */
  verdict: 'exact' | 'differs' | 'fee-unknown'
  /** What the shares have earned of all calculations, and what was paid of it. */
  earnedSats: bigint
  paidSats: bigint
}

/**
 * Recomputes what was paid of a leg, to the sat: each payment is what the shares have earned from
 * one calculation to another, and what is left of it after the fee [bitcoin-staking 6.3]. A stake
 * change may have settled between them, which rounds down once more [bitcoin-staking 6.4].
 */
export function verifyPaidLeg({ shares, perShares, feeBips, claims }: PaidLeg): PaidLegVerdict {
  const points = [0n, ...perShares]
  const earned = earnedBetween(shares, points, [0, points.length - 1])
  const paidSats = claims.reduce((sum, { grossSats }) => sum + grossSats, 0n)
  const figures = { earnedSats: earned, paidSats }
  const isFeeRight = claims.every(
    ({ grossSats, netSats }) => feeBips === null || netOf(grossSats, feeBips) === netSats,
  )
  if (
    !isFeeRight ||
    !canBePaid(
      0,
      claims.map(({ grossSats }) => grossSats),
    )
  )
    return { verdict: 'differs', ...figures }
  return { verdict: feeBips === null ? 'fee-unknown' : 'exact', ...figures }

  /** Whether these payments, in their order, can be what was earned from a point on. */
  function canBePaid(from: number, [next, ...rest]: readonly bigint[]): boolean {
    if (next === undefined) return true
    for (let to = from + 1; to < points.length; to++)
      if (amountsBetween(from, to).has(next) && canBePaid(to, rest)) return true
    return false
  }

  /** What can have been earned between two points, with settlements at any between them. */
  function amountsBetween(from: number, to: number): Set<bigint> {
    const amounts = new Set([earnedBetween(shares, points, [from, to])])
    for (let middle = from + 1; middle < to; middle++) {
      const first = earnedBetween(shares, points, [from, middle])
      for (const rest of amountsBetween(middle, to)) amounts.add(first + rest)
    }
    return amounts
  }
}

const earnedBetween = (
  shares: bigint,
  points: readonly bigint[],
  [from, to]: readonly [number, number],
): bigint =>
  earnedSats({
    shares,
    perShareNow: points[to]!,
    perSharePaid: points[from]!,
    pendingSats: 0n,
  })
