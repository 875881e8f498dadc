import { Cl, type ClarityValue } from '@stacks/transactions'
import type { PayoutSetting } from '../../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import type { ManagerFamily } from '../../../protocol/bitcoin-staking/planner/operator-state.ts'
import type { StacksCallRequest } from '../stacks-call-request.ts'
import { addressTuple } from './payout-calldata.ts'
import { sendsExactly } from './staking-conditions.ts'
import { requestStakingCall, type StakingSigner } from './staking-request.ts'

/** `calculate-rewards` with the bonds in their right order; it moves nothing. */
export const calculateRewardsCall = (
  signer: StakingSigner,
  bonds: readonly bigint[],
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: signer.deployment.pox,
    functionName: 'calculate-rewards',
    args: [listOf(bonds)],
    conditions: [],
  })

/** `claim-rewards` of a manager: pox-5 pays it exactly `sats`. */
export const pullRewardsCall = (
  signer: StakingSigner,
  request: { manager: string; bonds: readonly bigint[]; cycle: bigint; sats: bigint },
): StacksCallRequest => {
  const { deployment } = signer
  return requestStakingCall(signer, {
    contract: request.manager,
    functionName: 'claim-rewards',
    args: [listOf(request.bonds), Cl.uint(request.cycle)],
    conditions: sendsExactly(deployment, deployment.pox, request.sats),
  })
}

/** What a holder claims: a cycle's leg, null the STX-only one. */
export interface RewardClaim {
  family: ManagerFamily
  manager: string
  staker: string
  cycle: bigint
  bond: bigint | null
  /** After the fee, and with max500 all that is banked as well; on Bitcoin the same sats. */
  paidSats: bigint
}

/**
 * `claim-staker-rewards` in the form of the manager's family; undefined where holders cannot claim,
 * or not for another [bitcoin-staking 7.4].
 */
export const claimRewardsCall = (
  signer: StakingSigner,
  { family, manager, staker, cycle, bond, paidSats }: RewardClaim,
): StacksCallRequest | undefined => {
  const isOwn = staker === signer.account
  if (family === 'closed' || (family === 'native' && !isOwn)) return undefined
  const leg = bond === null ? Cl.none() : Cl.some(Cl.uint(bond))
  const claimed = [Cl.uint(cycle), leg]
  return requestStakingCall(signer, {
    contract: manager,
    functionName: 'claim-staker-rewards',
    args: family === 'native' ? claimed : [Cl.principal(staker), ...claimed],
    conditions: sendsExactly(signer.deployment, manager, paidSats),
  })
}

/** `set-payout-config` of max500, `clear-payout-config` for null: without a stake. */
export const setPayoutCall = (
  signer: StakingSigner,
  manager: string,
  payout: (PayoutSetting & { minClaimSats: bigint }) | null,
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: manager,
    functionName: payout === null ? 'clear-payout-config' : 'set-payout-config',
    args:
      payout === null
        ? []
        : [addressTuple(payout), Cl.uint(payout.maxFeeSats), Cl.uint(payout.minClaimSats)],
    conditions: [],
  })

/** `payout` of max500: all that it has banked for the account, exactly `sats`. */
export const collectCall = (
  signer: StakingSigner,
  { manager, sats }: { manager: string; sats: bigint },
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: manager,
    functionName: 'payout',
    args: [Cl.principal(signer.account)],
    conditions: sendsExactly(signer.deployment, manager, sats),
  })

const listOf = (bonds: readonly bigint[]): ClarityValue =>
  Cl.list(bonds.map((bond) => Cl.uint(bond)))
