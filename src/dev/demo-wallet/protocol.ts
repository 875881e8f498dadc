import * as v from 'valibot'

/*
 *   page.ts (page's world) ─ postMessage ─► relay.ts ─ runtime message ─► background.ts
 *   background.ts ─ opens ─► approve.html
 *   page.ts ◄─ postMessage ─ relay.ts ◄─ tabs.sendMessage ─ approve.html
 */

export const fromPage = v.object({
  from: v.literal('demo-wallet-page'),
  id: v.string(),
  shape: v.picklist(['leather', 'xverse', 'dusk']),
  method: v.string(),
  params: v.optional(v.unknown()),
})
export type FromPage = v.InferOutput<typeof fromPage>

/** A JSON-RPC answer; `thrown`: the provider's promise rejects with it. */
export const toPage = v.object({
  from: v.literal('demo-wallet'),
  id: v.string(),
  thrown: v.boolean(),
  response: v.unknown(),
})
export type ToPage = v.InferOutput<typeof toPage>

export const pending = v.object({ request: fromPage, tabId: v.number(), origin: v.string() })
export type Pending = v.InferOutput<typeof pending>

export const callParams = v.object({
  contract: v.string(),
  functionName: v.string(),
  functionArgs: v.optional(v.array(v.string())),
  arguments: v.optional(v.array(v.string())),
  postConditionMode: v.optional(v.picklist(['allow', 'deny'])),
  postConditions: v.optional(v.array(v.string())),
  network: v.optional(v.string()),
  address: v.optional(v.string()),
})

export const deployParams = v.object({
  name: v.string(),
  address: v.optional(v.string()),
  clarityCode: v.string(),
  clarityVersion: v.optional(v.number()),
  postConditionMode: v.optional(v.picklist(['allow', 'deny'])),
  network: v.optional(v.string()),
})
