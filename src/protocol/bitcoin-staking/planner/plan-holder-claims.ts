import type { Principal } from '../../clarity/principal.ts'
import { afterFee } from '../projection/staking-reward.ts'
import { claimRefusal } from './claim-refusal.ts'
import type { OperatorState, PlannedClaim, PlannedManager } from './operator-state.ts'
import type { PlannedStep, StepObstacle } from './planned-step.ts'

interface Context {
  managerClaims: readonly PlannedStep[]
  sender: Principal | undefined
  isPaused: boolean | null
}

/** A claim's manager, with what claims planned before it leave for it; sats, null is unknown. */
interface Funds {
  terms: PlannedManager | undefined
  poolSats: bigint | null
}

/**
 * The claims of holders, in the order given [bitcoin-staking 8.5]. Earlier ones draw on the same
 * pool: when rounding left it a sat short of them all, the last is refused.
 */
export function planHolderClaims(
  state: OperatorState,
  asked: Omit<Context, 'isPaused'>,
): PlannedStep[] {
  const context = { ...asked, isPaused: state.isPaused }
  const drawnSats = new Map<string, bigint>()
  return state.claims.map((claim) => {
    const terms = state.managers.find(({ manager }) => manager === claim.manager)
    const pool = poolKey(claim)
    const drawn = drawnSats.get(pool) ?? 0n
    const before = claim.bucketSats ?? terms?.poolSats ?? null
    const step = planHolderClaim(
      claim,
      { terms, poolSats: before === null ? null : before - drawn },
      context,
    )
    if (step.obstacle === undefined) drawnSats.set(pool, drawn + claim.grossSats)
    return step
  })
}

/** Max500 keeps a pool for each cycle and leg, the others one for all. */
const poolKey = ({ manager, cycle, bond, bucketSats }: PlannedClaim): string =>
  bucketSats === null ? manager : [manager, cycle, bond].join(' ')

function planHolderClaim(claim: PlannedClaim, funds: Funds, context: Context): PlannedStep {
  const { staker, manager, cycle, bond } = claim
  const isNative = funds.terms?.family === 'native'
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
    obstacle: obstacleOf(claim, netSats, { ...funds, ...context }),
  }
}

function obstacleOf(
  claim: PlannedClaim,
  netSats: bigint | null,
  { terms, poolSats, managerClaims, sender, isPaused }: Context & Funds,
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
    poolSats,
    balanceSats: terms?.balanceSats ?? null,
    payout: claim.payout,
    bankedSats: claim.bankedSats ?? 0n,
    isOwn,
    isPaused,
  })
  return refusal && { code: 'refused', refusal }
}
