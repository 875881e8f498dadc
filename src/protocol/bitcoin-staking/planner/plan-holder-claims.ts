import type { Principal } from '../../clarity/principal.ts'
import { afterFee } from '../projection/staking-reward.ts'
import { claimRefusal } from './claim-refusal.ts'
import type { OperatorState, PlannedClaim, PlannedManager } from './operator-state.ts'
import type { PlannedStep, StepObstacle } from './planned-step.ts'

interface Context {
  managerClaims: readonly PlannedStep[]
  sender: Principal | undefined
}

/** The claims of holders, in the order given [bitcoin-staking 8.5]. */
export const planHolderClaims = (state: OperatorState, context: Context): PlannedStep[] =>
  state.claims.map((claim) => {
    const terms = state.managers.find(({ manager }) => manager === claim.manager)
    return planHolderClaim(claim, terms, context)
  })

function planHolderClaim(
  claim: PlannedClaim,
  terms: PlannedManager | undefined,
  context: Context,
): PlannedStep {
  const { staker, manager, cycle, bond } = claim
  const isNative = terms?.family === 'native'
  const leg = bond === null ? null : { some: bond }
  const { netSats } = afterFee(claim.grossSats, claim.feeBips)
  const paidSats = netSats === null ? null : netSats + (claim.bankedSats ?? 0n)
  return {
    kind: 'holder-claim',
    contract: manager,
    functionName: 'claim-staker-rewards',
    args: isNative ? [cycle, leg] : [staker, cycle, leg],
    sender: isNative ? staker : null,
    // A payout on Bitcoin locks the same sats of the manager [bitcoin-staking 9.1].
    moves: paidSats === null ? null : [{ from: manager, sats: paidSats }],
    cycle,
    bond,
    sats: paidSats,
    costMicroStx: null,
    obstacle: obstacleOf(claim, netSats, { terms, ...context }),
  }
}

function obstacleOf(
  claim: PlannedClaim,
  netSats: bigint | null,
  { terms, managerClaims, sender }: Context & { terms: PlannedManager | undefined },
): StepObstacle | undefined {
  if (terms?.family === 'closed') return { code: 'no-holder-claims' }
  const isOwn = sender === claim.staker
  if (terms?.family === 'native' && !isOwn) return { code: 'holder-only' }
  const pull = managerClaims.find(
    ({ contract, cycle }) => contract === claim.manager && cycle === claim.cycle,
  )
  const comes = pull !== undefined && pull.obstacle === undefined
  if (comes && claim.afterPullSats > claim.grossSats) return { code: 'manager-claims-first' }
  const refusal = claimRefusal({
    grossSats: claim.grossSats,
    afterPullSats: claim.afterPullSats,
    netSats,
    poolSats: claim.bucketSats ?? terms?.poolSats ?? null,
    balanceSats: terms?.balanceSats ?? null,
    payout: claim.payout,
    bankedSats: claim.bankedSats ?? 0n,
    isOwn,
  })
  return refusal && { code: 'refused', refusal }
}
