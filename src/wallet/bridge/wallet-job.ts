import * as v from 'valibot'
import { duskRequest } from '../dusk/dusk-request.ts'
import { stacksCallRequest } from '../stacks/stacks-call-request.ts'

/*
 * Background ↔ page, for one request to a wallet. Nothing here is secret: the page can read and
 * forge all of it, and the background checks what comes back.
 *
 *   background ── scripting, world MAIN ─► bridge       WalletJob
 *   bridge     ── event on window ───────► relay        JobOutcome as JSON, named by the job's
 *                                                       nonce
 *   relay      ── runtime message ───────► background   repeated until it is acknowledged; wakes a
 *                                                       background that was stopped meanwhile
 */

/**
 * What a bridge is started for. `network` is the name that wallets know it by; `timeoutMs`: how
 * long the wallet may take.
 */
export const walletJob = v.variant('kind', [
  v.object({
    kind: v.literal('connect'),
    id: v.string(),
    nonce: v.string(),
    walletId: v.string(),
    network: v.string(),
    timeoutMs: v.number(),
  }),
  v.object({
    kind: v.literal('call'),
    id: v.string(),
    nonce: v.string(),
    walletId: v.string(),
    request: stacksCallRequest,
    /** The wallet is asked for its account first, and to sign only if it is the request's. */
    addressFirst: v.boolean(),
    timeoutMs: v.number(),
  }),
  v.object({
    kind: v.literal('dusk-connect'),
    id: v.string(),
    nonce: v.string(),
    walletId: v.string(),
    caip2: v.string(),
    ownNodes: v.array(v.string()),
    timeoutMs: v.number(),
  }),
  v.object({
    kind: v.literal('dusk-call'),
    id: v.string(),
    nonce: v.string(),
    walletId: v.string(),
    request: duskRequest,
    timeoutMs: v.number(),
  }),
])
export type WalletJob = v.InferOutput<typeof walletJob>
