import type { ConfirmedPayout } from './confirm-payout.ts'
import type { ListedPayout, PaidClaim } from './paid-claim.ts'

/**
 * Those of a manager's claims that a payout has paid: all that was kept since the payout before it
 * [bitcoin-staking 7.5]. Empty where no such claims add up to it exactly: then one of them is not
 * known, or the order within a block cannot be told.
 */
export function claimsPaidBy(
  claims: readonly PaidClaim[],
  payout: ListedPayout,
  { blockTime }: Pick<ConfirmedPayout, 'blockTime'>,
): PaidClaim[] {
  if (!blockTime.known) return []
  const at = blockTime.value
  const settled = claims
    .filter((claim) => isCandidate(claim, payout))
    .flatMap((claim) => (claim.blockTime.known ? [{ claim, time: claim.blockTime.value }] : []))
    .filter(({ claim, time }) =>
      claim.txid === payout.txid ? claim.eventIndex < payout.eventIndex : time <= at,
    )
    .toSorted(
      (one, other) => one.time - other.time || one.claim.eventIndex - other.claim.eventIndex,
    )
  // What another transaction of the same block has settled may come after the payout.
  const earlier = settled.filter(({ claim, time }) => time < at || claim.txid === payout.txid)
  for (const candidates of [settled, earlier]) {
    const paid = lastOf(
      candidates.map(({ claim }) => claim),
      payout.sats,
    )
    if (paid.length > 0) return paid
  }
  return []
}

/** Kept until now, or paid by this very payout. */
const isCandidate = (claim: PaidClaim, { manager, txid }: ListedPayout): boolean =>
  claim.manager === manager &&
  (claim.payout.kind === 'banked' || claim.payout.by?.txid === txid || claim.txid === txid)

/** The last ones that add up to so many sats; empty: none do. */
function lastOf(claims: readonly PaidClaim[], sats: bigint): PaidClaim[] {
  let left = sats
  for (let first = claims.length - 1; first >= 0 && left > 0n; first--) {
    left -= claims[first]!.netSats
    if (left === 0n) return claims.slice(first)
  }
  return []
}
