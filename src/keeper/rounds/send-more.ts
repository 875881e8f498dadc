import { broadcastCall } from '../calls/broadcast-call.ts'
import { offeredBefore } from '../calls/find-nonce.ts'
import { readFee } from '../calls/read-fee.ts'
import { toldCall } from '../calls/told-call.ts'
import { hurryOf } from '../fees/choose-fee.ts'
import { holdCall, signAttempt, type OpenCall, type Round } from './round.ts'

/** Signs a call once more, for a higher fee under the same nonce, and sends it. */
export async function sendMore(round: Round, { programme, call }: OpenCall): Promise<void> {
  const { chain, reader, fees, signer, state, tell, now } = round
  const request = programme.request(signer.address, call)
  if (!request) return holdCall(round, call, { reason: 'no-bound' })
  const feeMicroStx = await readFee(reader.client, request, {
    hurry: hurryOf(chain.burnHeight, call.deadline, fees.hurryBlocks),
    earlier: offeredBefore(state.calls(), call.nonce),
    most: fees.mostPerCallMicroStx,
  })
  if (feeMicroStx === null) return holdCall(round, call, { reason: 'call-fee' })
  const more = feeMicroStx - call.attempts.at(-1)!.feeMicroStx
  if (state.spentToday(now()) + more > fees.mostPerDayMicroStx)
    return holdCall(round, call, { reason: 'day-fee' })
  const attempt = await signAttempt(round, request, { nonce: call.nonce, feeMicroStx })
  const kept = state.retry(call, attempt)
  const sent = await broadcastCall(chain.usable, attempt.raw)
  if (!sent.ok) return holdCall(round, call, { reason: 'refused', detail: sent.reason ?? '' })
  tell({ kind: 'raised', call: toldCall(kept) })
}
