import { Cl } from '@stacks/transactions'
import type { PayoutSetting } from '../../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import type { StacksCallRequest } from '../stacks-call-request.ts'
import { payoutCalldata } from './payout-calldata.ts'
import { locksExactly, performsPox, sendsExactly } from './staking-conditions.ts'
import { requestStakingCall, type StakingSigner } from './staking-request.ts'

/** A part in a bond with sBTC; sats, microSTX. */
export interface BondRegistration {
  bond: bigint
  manager: string
  sats: bigint
  microStx: bigint
  /** Sats that pox-5 holds of the account already: only the difference moves. */
  heldSats: bigint
  payout: PayoutSetting | null
}

/** `register-for-bond` with sBTC. */
export const registerForBondCall = (
  signer: StakingSigner,
  { bond, manager, sats, microStx, heldSats, payout }: BondRegistration,
): StacksCallRequest => {
  const { deployment, account } = signer
  const moves =
    sats > heldSats
      ? sendsExactly(deployment, account, sats - heldSats)
      : sendsExactly(deployment, deployment.pox, heldSats - sats)
  return requestStakingCall(signer, {
    contract: deployment.pox,
    functionName: 'register-for-bond',
    args: [
      Cl.uint(bond),
      Cl.principal(manager),
      Cl.uint(microStx),
      Cl.error(Cl.uint(sats)),
      payoutCalldata(payout),
    ],
    conditions: [locksExactly(account, microStx), ...moves],
  })
}

/** `update-bond-registration`: another manager from the next cycle on. */
export const moveBondCall = (
  signer: StakingSigner,
  request: { manager: string; oldManager: string; payout: PayoutSetting | null },
): StacksCallRequest =>
  requestStakingCall(signer, {
    contract: signer.deployment.pox,
    functionName: 'update-bond-registration',
    args: [
      Cl.principal(request.manager),
      Cl.principal(request.oldManager),
      payoutCalldata(request.payout),
    ],
    conditions: [performsPox(signer.account)],
  })

/** `unstake-sbtc`: sats come back at once, the STX of the bond stay locked. */
export const withdrawBondSatsCall = (
  signer: StakingSigner,
  { manager, sats }: { manager: string; sats: bigint },
): StacksCallRequest => {
  const { deployment, account } = signer
  return requestStakingCall(signer, {
    contract: deployment.pox,
    functionName: 'unstake-sbtc',
    args: [Cl.principal(manager), Cl.uint(sats)],
    conditions: [performsPox(account), ...sendsExactly(deployment, deployment.pox, sats)],
  })
}
