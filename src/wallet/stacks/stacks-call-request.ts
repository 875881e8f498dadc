import * as v from 'valibot'

/**
 * What was asked of a wallet: the whole of what the result is compared with. `args` are serialized
 * Clarity values, hex without 0x.
 */
export const stacksCallRequest = v.object({
  deployment: v.string(),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  chainId: v.number(),
  contract: v.string(),
  functionName: v.string(),
  args: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]*$/))),
  account: v.string(),
  postConditionMode: v.picklist(['deny', 'allow']),
  /** Serialized post-conditions, hex. */
  postConditions: v.array(v.string()),
  /**
   * Instead of a call, `contract` is deployed from this source; `functionName` is then empty and
   * there are no arguments.
   */
  deploy: v.optional(v.object({ source: v.string(), clarityVersion: v.number() })),
})

export type StacksCallRequest = v.InferOutput<typeof stacksCallRequest>
