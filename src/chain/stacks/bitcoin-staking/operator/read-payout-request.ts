import { known, unknown, type Known } from '../../../known.ts'
import { cOptional, cPrincipal, clUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import {
  cWithdrawal,
  withdrawalRegistry,
  withdrawalStateOf,
  type WithdrawalState,
} from '../rewards/withdrawal-state.ts'

/** A payout on Bitcoin that a manager has asked for, and owes to a holder until it is settled. */
export interface OpenPayout {
  request: bigint
  staker: string
  /** What the holder gets back of one that was rejected, the budget for its fee included. */
  sats: bigint
  state: WithdrawalState
}

/**
 * Reads a payout of a manager that is not settled yet; null: it knows of none under this number.
 * Two requests [bitcoin-staking 7.2].
 */
export async function readPayoutRequest(
  reader: PoxReader,
  manager: string,
  request: bigint,
): Promise<Known<OpenPayout | null>> {
  const args = [clUint(request)]
  const staker = await reader.call('get-withdrawal-request-staker', {
    contract: manager,
    args,
    schema: cOptional(cPrincipal),
  })
  if (!staker.known || staker.value === null) return staker as Known<null>
  const found = await reader.call('get-withdrawal-request', {
    contract: withdrawalRegistry(reader.deployment),
    args,
    schema: cWithdrawal,
  })
  if (!found.known) return found
  if (found.value === null) return unknown('bad-answer')
  const { status, amount, 'max-fee': maxFee } = found.value
  return known({
    request,
    staker: staker.value,
    sats: amount + maxFee,
    state: withdrawalStateOf(status),
  })
}
