import * as v from 'valibot'
import { cBool, cOptional, cUint } from '../../clarity.ts'
import type { StakingDeployment } from '../staking-deployments.ts'

/** What the sBTC signers have decided of a payout on Bitcoin. */
export type WithdrawalState = 'pending' | 'accepted' | 'rejected'

/** A withdrawal as the registry of sBTC has it, in sats; null: it has none of this number. */
export const cWithdrawal = cOptional(
  v.object({ status: cOptional(cBool), amount: cUint, 'max-fee': cUint }),
)

/** The contract beside the token that knows of withdrawals. */
export const withdrawalRegistry = ({ sbtcToken }: Pick<StakingDeployment, 'sbtcToken'>): string =>
  sbtcToken.replace(/\.[^.]+$/, '.sbtc-registry')

/** What a status of the registry says; none: nothing is decided yet. */
export function withdrawalStateOf(status: boolean | null): WithdrawalState {
  if (status === null) return 'pending'
  return status ? 'accepted' : 'rejected'
}
