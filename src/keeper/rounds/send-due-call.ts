import { broadcastCall } from '../calls/broadcast-call.ts'
import { findReturned, freeNonce, offeredBefore, readAccountStand } from '../calls/find-nonce.ts'
import { readFee } from '../calls/read-fee.ts'
import { toldCall } from '../calls/told-call.ts'
import { hurryOf } from '../fees/choose-fee.ts'
import type { CycleCalls, DueCall, KeptProgramme } from '../programme/kept-programme.ts'
import type { KeptCall } from '../state/keeper-state.ts'
import { keyOfCall } from '../state/key-of-call.ts'
import { holdCall, signAttempt, type Round } from './round.ts'

/** Bitcoin blocks for which a call that failed again and again is left alone at most. */
const LONGEST_PAUSE = 6

const countCalls = (cycle: readonly CycleCalls[]): bigint =>
  BigInt(cycle.reduce((sum, { count }) => sum + count, 0))

/** Signs a call that is due and sends it, unless something speaks against it. */
export async function sendDueCall(
  round: Round,
  programme: KeptProgramme,
  { call: due, cycleCalls }: { call: DueCall; cycleCalls: readonly CycleCalls[] },
): Promise<void> {
  const { chain, reader, fees, signer, state, tell, now } = round
  const failure = state.failuresOf(keyOfCall(due))
  const pause = Math.min(failure.count, LONGEST_PAUSE)
  if (failure.count > 0 && chain.burnHeight - failure.burnHeight < pause)
    return holdCall(round, due, { reason: 'failed-before' })
  const request = programme.request(signer.address, due)
  if (!request) return holdCall(round, due, { reason: 'no-bound' })
  if (await round.rivals.isAhead(reader.client, chain.burnHeight, due))
    return holdCall(round, due, { reason: 'rival' })
  const stand = await readAccountStand(reader.client, signer.address)
  if (!stand.ok) {
    round.noteFailure()
    return holdCall(round, due, { reason: 'not-read', detail: stand.failure.code })
  }
  const returned = findReturned(stand.value, state.calls())
  if (returned) {
    state.settle(returned, { outcome: 'open' })
    return tell({ kind: 'reopened', call: toldCall(returned) })
  }
  const nonce = freeNonce(stand.value, state.openCalls())
  const feeMicroStx = await readFee(reader.client, request, {
    hurry: hurryOf(chain.burnHeight, due.deadline, fees.hurryBlocks),
    earlier: offeredBefore(state.calls(), nonce),
    most: fees.mostPerCallMicroStx,
  })
  if (feeMicroStx === null) return holdCall(round, due, { reason: 'call-fee' })
  tell({
    kind: 'funds',
    microStx: stand.value.microStx,
    spentTodayMicroStx: state.spentToday(now()),
    cycleMicroStx: feeMicroStx * countCalls(cycleCalls),
  })
  if (state.spentToday(now()) + feeMicroStx > fees.mostPerDayMicroStx)
    return holdCall(round, due, { reason: 'day-fee' })
  if (stand.value.microStx < feeMicroStx) return holdCall(round, due, { reason: 'funds' })
  const attempt = await signAttempt(round, request, { nonce, feeMicroStx })
  const call: KeptCall = { ...due, nonce, attempts: [attempt], outcome: 'open', stacksHeight: null }
  state.begin(call)
  const sent = await broadcastCall(chain.usable, attempt.raw)
  if (sent.ok) return tell({ kind: 'sent', call: toldCall(call) })
  holdCall(round, due, { reason: 'refused', detail: sent.reason ?? '' })
}
