import * as v from 'valibot'
import { duskRequest } from '../dusk/request.ts'
import { callRequest, signingFailures } from '../intent.ts'

/*
 * Background ↔ page, for one request to a wallet. Nothing here is secret: the page can read and forge all of it, and the background checks what comes back.
 *
 *   background  ── scripting, world MAIN ─►  bridge    Job
 *   bridge      ── event on window       ─►  relay     Outcome, as JSON text, named by the job's nonce
 *   relay       ── runtime message       ─►  background  repeated until it is taken; it also wakes a background that was stopped meanwhile
 */

/**
 * What a bridge is started for. `network` is the name that wallets know it by; `timeoutMs`: how
 * long the wallet may take.
 */
export const job = v.variant('kind', [
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
    request: callRequest,
    timeoutMs: v.number(),
  }),
  v.object({
    kind: v.literal('dusk-connect'),
    id: v.string(),
    nonce: v.string(),
    walletId: v.string(),
    caip2: v.string(),
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
export type Job = v.InferOutput<typeof job>

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest))

/**
 * What came of a job. `transaction` is the signed transaction in hex, with or without 0x, where the
 * wallet gives it.
 */
export const outcome = v.variant('result', [
  v.object({ result: v.literal('failed'), failure: v.picklist(signingFailures) }),
  v.object({
    result: v.literal('connected'),
    addresses: v.pipe(v.array(text(200)), v.maxLength(100)),
  }),
  v.object({
    result: v.literal('signed'),
    txid: v.nullable(text(80)),
    transaction: v.nullable(text(400_000)),
  }),
])
export type Outcome = v.InferOutput<typeof outcome>

/** Name of the window event that carries the outcome of the job with this nonce. */
export const eventName = (nonce: string): string => `twinstack:${nonce}`
