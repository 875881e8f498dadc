import * as v from 'valibot'

/** A wallet found in a page: an id of our table, and its name. */
export const foundWallet = v.object({ id: v.string(), name: v.string() })

export type FoundWallet = v.InferOutput<typeof foundWallet>
