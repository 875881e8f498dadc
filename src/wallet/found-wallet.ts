import * as v from 'valibot'

/**
 * A wallet found in a page: an id to ask it by, and its name. Of wallets that announce themselves
 * the id is good for this page alone; `product` is what they claim to be, which may be remembered
 * and proves nothing; a `conflict`: two of them use one id, so neither can be chosen.
 */
export const foundWallet = v.object({
  id: v.string(),
  name: v.string(),
  product: v.optional(v.nullable(v.string())),
  conflict: v.optional(v.boolean()),
})

export type FoundWallet = v.InferOutput<typeof foundWallet>
