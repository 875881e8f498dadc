import * as v from 'valibot'
import { known, unknown, type Known } from '../../../known.ts'
import { cBool, cOptional, cPrincipal, cUint, clUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import type { WithdrawalState } from '../rewards/read-withdrawal.ts'

/** A payout on Bitcoin that a manager has asked for, and owes to a holder until it is settled. */
export interface OpenPayout {
  request: bigint
  staker: string
  /** What the holder gets back of one that was rejected, the budget for its fee included. */
  sats: bigint
  state: WithdrawalState
}

const asked = cOptional(v.object({ status: cOptional(cBool), amount: cUint, 'max-fee': cUint }))

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
    contract: reader.deployment.sbtcToken.replace(/\.[^.]+$/, '.sbtc-registry'),
    args,
    schema: asked,
  })
  if (!found.known) return found
  if (found.value === null) return unknown('bad-answer')
  const { status, amount, 'max-fee': maxFee } = found.value
  return known({ request, staker: staker.value, sats: amount + maxFee, state: stateOf(status) })
}

function stateOf(status: boolean | null): WithdrawalState {
  if (status === null) return 'pending'
  return status ? 'accepted' : 'rejected'
}
