import {
  verifyPaidLeg,
  type PaidLegVerdict,
} from '../../../../protocol/bitcoin-staking/audit/verify-paid-leg.ts'
import { known, type Known } from '../../../known.ts'
import { clPrincipal, clUint, cUint } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'
import { managerShapeOf } from '../manager-shape.ts'
import { PoxReader } from '../pox-reader.ts'
import { clLeg } from '../pox-values.ts'
import type { StakingDeployment } from '../staking-deployments.ts'
import type { PaidClaim } from './paid-claim.ts'
import { readBookedShares } from './read-booked-shares.ts'

/** One leg of a cycle, recomputed. */
export interface VerifiedLeg extends Omit<PaidLegVerdict, 'verdict'> {
  /** `calculation-differs`: the payments cannot be right, as what they follow from is not. */
  verdict: PaidLegVerdict['verdict'] | 'calculation-differs'
}

/**
 * Recomputes what a holder was paid of one cycle and leg from its calculations, its shares and the
 * fee that was fixed: three requests, for a bond's leg two more for each calculation
 * [bitcoin-staking 8.3]. `claims`: all of that leg.
 */
export async function verifyPaidCycle(
  client: StacksClient,
  deployment: StakingDeployment,
  claims: readonly PaidClaim[],
): Promise<Known<VerifiedLeg>> {
  const { staker, manager, cycle, bond } = claims[0]!
  const reader = new PoxReader(client, deployment)
  const shares = await reader.call('get-staker-shares-staked-for-cycle', {
    args: [clPrincipal(staker), clUint(cycle), clLeg(bond), clPrincipal(manager)],
    schema: cUint,
  })
  if (!shares.known) return shares
  const booked = await readBookedShares(client, deployment, { cycle, bond })
  if (!booked.known) return booked
  const feeBips = await readFixedFee(reader, { manager, cycle, bond })
  const inOrder = [...claims].sort(
    (one, other) => heightOf(one) - heightOf(other) || one.eventIndex - other.eventIndex,
  )
  const { perShares, isExact } = booked.value
  const verdict = verifyPaidLeg({ shares: shares.value, perShares, feeBips, claims: inOrder })
  return known(isExact ? verdict : { ...verdict, verdict: 'calculation-differs' })
}

const heightOf = ({ burnHeight }: PaidClaim): number => (burnHeight.known ? burnHeight.value : 0)

/** Null: the manager does not say. */
async function readFixedFee(
  reader: PoxReader,
  { manager, cycle, bond }: Pick<PaidClaim, 'manager' | 'cycle' | 'bond'>,
): Promise<bigint | null> {
  const found = await reader.ask((options) => reader.client.contractInterface(manager, options))
  const shape = found.known ? managerShapeOf(found.value) : undefined
  if (shape?.fixesFees !== true) return shape?.family === 'native' ? 0n : null
  const fee = await reader.call('get-fee-bips-for-cycle', {
    contract: manager,
    args: [clUint(cycle), clLeg(bond)],
    schema: cUint,
  })
  return fee.known ? fee.value : null
}
