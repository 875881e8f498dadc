import { claimRefusal } from '../planner/claim-refusal.ts'
import { checkPayout } from './check-manager.ts'
import type { ManagerFacts, PayoutFacts } from './holder-facts.ts'
import { BlockerList, type SigningBlocker } from './signing-blocker.ts'

/** Why another payout setting should not be signed without a stake [bitcoin-staking 7.5]. */
export function checkPayoutChange(
  manager: ManagerFacts,
  payout: PayoutFacts | null,
): SigningBlocker[] {
  const { family, storedPayout } = manager
  const list = new BlockerList()
  list.refuse(family === null, { code: 'unknown', what: 'manager' })
  list.refuse(family !== null && family !== 'max500', { code: 'payout-with-stake' })
  const isSame = storedPayout !== undefined && isSamePayout(payout, storedPayout)
  list.refuse(isSame, { code: 'payout-unchanged' })
  checkPayout(list, manager, payout)
  return list.blockers
}

/** A bound that is left out is the one that the manager would choose: it says nothing else. */
const isSamePayout = (one: PayoutFacts | null, other: PayoutFacts | null): boolean =>
  one === null || other === null
    ? one === other
    : one.version === other.version &&
      one.hash === other.hash &&
      one.maxFeeSats === other.maxFeeSats &&
      (one.minClaimSats === null || one.minClaimSats === other.minClaimSats)

/** Why what max500 keeps for a holder should not be asked for; `sats`: as much as is known of. */
export function checkCollection(
  { family, storedPayout }: Pick<ManagerFacts, 'family' | 'storedPayout'>,
  sats: bigint,
): SigningBlocker[] {
  const list = new BlockerList()
  list.refuse(family === null, { code: 'unknown', what: 'manager' })
  list.refuse(family !== null && family !== 'max500', {
    code: 'claim-refused',
    refusal: 'nothing-earned',
  })
  if (family !== 'max500') return list.blockers
  const refusal = claimRefusal({
    grossSats: sats,
    afterPullSats: sats,
    netSats: sats,
    poolSats: null,
    balanceSats: null,
    payout: storedPayout ?? null,
    bankedSats: 0n,
    isOwn: true,
  })
  if (refusal !== undefined) list.refuse(true, { code: 'claim-refused', refusal })
  return list.blockers
}
