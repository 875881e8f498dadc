import { estimateFees } from '../../chain/stacks/api/estimate-fee.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { payloadOf } from '../../wallet/stacks/read-stacks-baseline.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { chooseFee, type Hurry } from '../fees/choose-fee.ts'

/** Bytes of a call beside its payload: header, signature, one post-condition. */
const FRAME_BYTES = 220

/** The fee of a call now, microSTX; null: more than it may cost. */
export async function readFee(
  client: StacksClient,
  request: StacksCallRequest,
  policy: { hurry: Hurry; earlier: bigint | null; most: bigint },
): Promise<bigint | null> {
  const payload = payloadOf(request) ?? ''
  const estimates = await estimateFees(client.askCached, payload)
  return chooseFee({
    ...policy,
    estimates: estimates.ok ? estimates.value : [],
    bytes: payload.length / 2 + FRAME_BYTES,
  })
}
