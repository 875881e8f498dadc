import * as v from 'valibot'
import { jobOutcome } from '../../wallet/bridge/job-outcome.ts'

/*
 * Apart from messages.ts, because the relay is injected into pages and should bring no more than it
 * needs.
 *
 *   relay      ── RelayNews ──► background   what came of a wallet's job; answered {taken: true}
 *                                            once it is stored
 *   background ── RelayTask ──► relay        in one tab, top frame
 */

const id = v.pipe(v.string(), v.maxLength(100))

export const relayNews = v.variant('type', [
  v.object({ type: v.literal('relay/outcome'), id, nonce: id, outcome: jobOutcome }),
  v.object({ type: v.literal('relay/gone'), id, nonce: id }),
])
export type RelayNews = v.InferOutput<typeof relayNews>

export const relayTask = v.variant('type', [
  v.object({ type: v.literal('relay/listen'), id, nonce: id }),
  v.object({ type: v.literal('relay/status'), nonce: id }),
])
export type RelayTask = v.InferOutput<typeof relayTask>

/** `unknown`: this relay never listened for that nonce. */
export const relayStatus = v.object({ state: v.picklist(['waiting', 'answered', 'unknown']) })
