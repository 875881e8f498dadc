import { Cl } from '@stacks/transactions'
import type { ManagerFamily } from '../../../protocol/bitcoin-staking/planner/operator-state.ts'
import type { PlannedStep } from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import type { StacksCallRequest } from '../stacks-call-request.ts'
import { calculateRewardsCall, claimRewardsCall, pullRewardsCall } from './reward-calls.ts'
import { sendsExactly } from './staking-conditions.ts'
import { requestStakingCall, type StakingSigner } from './staking-request.ts'

/**
 * The call of a planned step, which moves exactly what the plan says; undefined where that is not
 * known, or where this account cannot send it. `family`: of the manager, which a holder's claim
 * depends on [bitcoin-staking 8.5].
 */
export function stepCall(
  signer: StakingSigner,
  { kind, contract, args, cycle, bond, sats }: PlannedStep,
  family: ManagerFamily | null,
): StacksCallRequest | undefined {
  if (kind === 'calculate') return calculateRewardsCall(signer, args[0] as bigint[])
  if (sats === null) return undefined
  if (kind === 'manager-claim')
    return pullRewardsCall(signer, { manager: contract, bonds: args[0] as bigint[], cycle, sats })
  if (family === null) return undefined
  const staker = family === 'native' ? signer.account : (args[0] as string)
  return claimRewardsCall(signer, {
    family,
    manager: contract,
    staker,
    cycle,
    bond,
    paidSats: sats,
  })
}

/**
 * `reclaim-failed-withdrawal`: the manager sends a holder exactly what a rejected payout on Bitcoin
 * would have cost, `sats` [bitcoin-staking 7.2].
 */
export const reclaimCall = (
  signer: StakingSigner,
  { manager, request, sats }: { manager: string; request: bigint; sats: bigint },
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: manager,
    functionName: 'reclaim-failed-withdrawal',
    args: [Cl.uint(request)],
    conditions: sendsExactly(signer.deployment, manager, sats),
  })

/**
 * `settle-accepted-withdrawal`: a payout that was made on Bitcoin is owed no more, and nothing
 * moves; max500 credits its holder with what was not spent of the budget [bitcoin-staking 7.2,
 * 7.5].
 */
export const settleCall = (
  signer: StakingSigner,
  { manager, request }: { manager: string; request: bigint },
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: manager,
    functionName: 'settle-accepted-withdrawal',
    args: [Cl.uint(request)],
    conditions: [],
  })
