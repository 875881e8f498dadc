import { broadcastCall } from '../calls/broadcast-call.ts'
import { followCall, type CallStand } from '../calls/follow-call.ts'
import { toldCall } from '../calls/told-call.ts'
import { hurryOf } from '../fees/choose-fee.ts'
import type { ProgrammePlan } from '../programme/kept-programme.ts'
import type { KeptCall } from '../state/keeper-state.ts'
import { keyOfCall } from '../state/key-of-call.ts'
import { holdCall, type OpenCall, type Round } from './round.ts'
import { sendMore } from './send-more.ts'

/** Bitcoin blocks after which a waiting call is offered more, even with time left. */
const PATIENCE_BLOCKS = 3

const isSameStep = ({ step }: ProgrammePlan, call: KeptCall): boolean =>
  step.kind === 'call' &&
  keyOfCall(step.call) === keyOfCall(call) &&
  step.call.args.join() === call.args.join()

/** A call that no host knows: it is sent again while it is still what the programme needs. */
async function sendAgain(round: Round, open: OpenCall): Promise<void> {
  const { chain, reader, signer, state, tell } = round
  const { programme, call } = open
  const planned = await programme.plan(reader.client, signer.address)
  if (!planned.ok)
    return tell({ kind: 'not-planned', contract: programme.contract, trouble: planned.trouble })
  if (!isSameStep(planned.plan, call)) {
    state.settle(call, { outcome: 'lost' })
    return tell({ kind: 'given-up', call: toldCall(call) })
  }
  const latest = call.attempts.at(-1)!
  if (chain.burnHeight > latest.burnHeight) return sendMore(round, open)
  const sent = await broadcastCall(chain.usable, latest.raw)
  if (sent.ok) return tell({ kind: 'sent-again', call: toldCall(call) })
  holdCall(round, call, { reason: 'refused', detail: sent.reason ?? '' })
}

function settleAborted(
  { chain, state, tell }: Round,
  call: KeptCall,
  { by, errorNumber }: Extract<CallStand, { state: 'aborted' }>,
): void {
  state.settle(call, { outcome: 'aborted', stacksHeight: chain.stacksHeight })
  const count = state.noteFailure(keyOfCall(call), chain.burnHeight)
  tell({ kind: 'failed', call: toldCall(call), by, errorNumber, count })
}

/** Looks where a call that was sent is, and does what helps it. */
export async function followOpenCall(round: Round, open: OpenCall): Promise<void> {
  const { chain, reader, signer, state, fees, tell } = round
  const { call } = open
  const stand = await followCall(reader.client, signer.address, call)
  switch (stand.state) {
    case 'confirmed':
      state.settle(call, { outcome: 'confirmed', stacksHeight: stand.stacksHeight })
      state.forgetFailures(keyOfCall(call))
      return tell({ kind: 'confirmed', call: toldCall(call), stacksHeight: stand.stacksHeight })
    case 'aborted':
      return settleAborted(round, call, stand)
    case 'overtaken':
      state.settle(call, { outcome: 'replaced' })
      return tell({ kind: 'overtaken', call: toldCall(call) })
    case 'waiting': {
      const waited = chain.burnHeight - call.attempts.at(-1)!.burnHeight
      const hurry = hurryOf(chain.burnHeight, call.deadline, fees.hurryBlocks)
      if (waited >= (hurry === 'none' ? PATIENCE_BLOCKS : 1)) await sendMore(round, open)
      return
    }
    case 'gone':
      return sendAgain(round, open)
    case 'not-read':
      round.noteFailure()
      return holdCall(round, call, { reason: 'not-read' })
  }
}
