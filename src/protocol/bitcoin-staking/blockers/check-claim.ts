import { claimRefusal, type ClaimFacts } from '../planner/claim-refusal.ts'
import type { ManagerFamily } from '../planner/operator-state.ts'
import { BlockerList, type SigningBlocker } from './signing-blocker.ts'

/** Why a claim for a holder should not be signed; null: the manager's family is unknown. */
export function checkClaim(family: ManagerFamily | null, claim: ClaimFacts): SigningBlocker[] {
  const list = new BlockerList()
  list.refuse(family === null, { code: 'unknown', what: 'manager' })
  list.refuse(family === 'closed', { code: 'no-holder-claims' })
  list.refuse(family === 'native' && !claim.isOwn, { code: 'holder-only' })
  const refusal = claimRefusal(claim)
  if (refusal !== undefined) list.refuse(true, { code: 'claim-refused', refusal })
  return list.blockers
}
