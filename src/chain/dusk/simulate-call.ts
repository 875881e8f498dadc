import type { Account } from '../../protocol/hyperstaking/core/ids.ts'
import { hex } from '../../protocol/hyperstaking/host/signature.ts'
import { utf8Bytes } from '../../protocol/hyperstaking/rkyv/utf8.ts'
import { type Known, known, unknown } from '../known.ts'
import { encodeArgument, type PoolCall } from './calls.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment } from './deployments.ts'
import { duskUnknownReason } from './known-from.ts'

/** The tag of a public transaction. */
const PUBLIC = '01'

/**
 * What the node itself makes of a call. Only the embedded network takes a transaction in a form
 * that can be made here: on public networks its bytes are the wallet's to make, and the answer is
 * unknown.
 */
export const simulateCall = async (
  client: DuskClient,
  deployment: DuskDeployment,
  {
    call,
    sender,
    nonce,
    gas,
  }: { call: PoolCall; sender: Account; nonce: bigint; gas: { limit: bigint; price: bigint } },
): Promise<Known<{ gasSpent: bigint; error: string | null }>> => {
  if (deployment.network !== 'local') return unknown('not-offered')
  const argument = await encodeArgument(call)
  if (!argument.ok) return unknown(duskUnknownReason(argument.failure))
  const transaction = {
    chain_id: deployment.chainId,
    sender,
    nonce: nonce.toString(),
    receiver: null,
    value: '0',
    deposit: call.deposit.toString(),
    gas_limit: gas.limit.toString(),
    gas_price: gas.price.toString(),
    call: { contract: call.contract, fn_name: call.method, fn_args: argument.value },
    signature: '',
  }
  const answer = await client.simulate(`${PUBLIC}${hex(utf8Bytes(JSON.stringify(transaction)))}`)
  return answer.ok
    ? known({ gasSpent: answer.value['gas-spent'], error: answer.value.error })
    : unknown(duskUnknownReason(answer.failure))
}
