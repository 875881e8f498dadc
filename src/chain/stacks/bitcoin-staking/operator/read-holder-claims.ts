import type { PlannedClaim } from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { known, type Known } from '../../../known.ts'
import { clPrincipal, clUint, cOptional } from '../../clarity.ts'
import { listClaimables } from '../list-claimables.ts'
import type { ManagerShape } from '../manager-shape.ts'
import type { PoxReader } from '../pox-reader.ts'
import { cCycleMembership } from '../pox-values.ts'
import { readClaimFunds } from '../read-claim-funds.ts'
import type { LegRewards } from '../read-leg-rewards.ts'
import { readManagerShape } from '../read-manager-shape.ts'
import { readPayoutSetting } from '../read-payout-setting.ts'
import type { OperatorHalf } from './read-operator-half.ts'

/** Whose claims are read, and of which cycles, the last one included. */
export interface HolderCycles {
  staker: string
  first: bigint
  last: bigint
}

const FINAL_BLOCKS = 4032

/**
 * Reads what a holder can claim of these cycles, or could once its manager has claimed, as the
 * planner wants it: six to eight requests a cycle, and two or three more where there is something.
 * A bond that all sats have left is not seen [bitcoin-staking 8.3].
 */
export async function readHolderClaims(
  reader: PoxReader,
  { clock, lastComputeHeight }: Pick<OperatorHalf, 'clock' | 'lastComputeHeight'>,
  { staker, first, last }: HolderCycles,
): Promise<Known<PlannedClaim[]>> {
  const shapes = await readShapes(reader, { staker, first, last })
  if (!shapes.known) return shapes
  const list = await listClaimables(reader, {
    staker,
    clock,
    cycle: last,
    firstCycle: first,
    lastComputeHeight,
    bonds: [],
    fixesFees: (manager) => shapes.value.get(manager)?.fixesFees ?? true,
  })
  if (list.next !== null) return { known: false, reason: list.stopped ?? 'not-read' }
  const claims: PlannedClaim[] = []
  for (const { cycle, manager, legs } of list.cycles) {
    if (manager === null) continue
    const shape = shapes.value.get(manager)
    for (const { bond, ...rewards } of legs) {
      if (rewards.afterPullSats === 0n || shape === undefined) continue
      const claim = await readClaim(reader, { staker, manager, cycle, bond }, { shape, rewards })
      if (!claim.known) return claim
      claims.push(claim.value)
    }
  }
  // Oldest first, as they are claimed.
  return known(claims.toReversed())
}

/** The managers that the holder had in these cycles, as far as they are managers. */
async function readShapes(
  reader: PoxReader,
  { staker, first, last }: HolderCycles,
): Promise<Known<Map<string, ManagerShape>>> {
  const shapes = new Map<string, ManagerShape>()
  for (let cycle = last; cycle >= first; cycle--) {
    const membership = await reader.call('get-signer-cycle-membership', {
      args: [clPrincipal(staker), clUint(cycle)],
      schema: cOptional(cCycleMembership),
      blocks: FINAL_BLOCKS,
    })
    if (!membership.known) return membership
    const manager = membership.value?.manager
    if (manager === undefined || shapes.has(manager)) continue
    const shape = await readManagerShape(reader, manager)
    if (!shape.known) return shape
    shapes.set(manager, shape.value)
  }
  return known(shapes)
}

type Leg = Pick<PlannedClaim, 'staker' | 'manager' | 'cycle' | 'bond'>

async function readClaim(
  reader: PoxReader,
  leg: Leg,
  { shape, rewards }: { shape: ManagerShape; rewards: LegRewards },
): Promise<Known<PlannedClaim>> {
  const { staker, manager } = leg
  const { grossSats, afterPullSats, fixedFeeBips } = rewards
  const payout =
    shape.family === 'closed'
      ? known(null)
      : await readPayoutSetting(reader, staker, { manager, shape })
  if (!payout.known) return payout
  const funds = shape.family === 'max500' ? await readClaimFunds(reader, leg, 'max500') : null
  // It is paid with the claim, which has to name it.
  if (funds?.bankedSats.known === false) return funds.bankedSats
  return known({
    ...leg,
    grossSats,
    afterPullSats,
    feeBips: fixedFeeBips.known ? fixedFeeBips.value : null,
    payout: payout.value && {
      maxFeeSats: payout.value.maxFeeSats,
      minClaimSats: payout.value.minClaimSats,
    },
    bucketSats: funds?.poolSats.known ? funds.poolSats.value : null,
    bankedSats: funds?.bankedSats.value ?? 0n,
  })
}
