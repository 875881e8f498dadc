import * as v from 'valibot'

/** An address the user follows: connected from a wallet, or watched only. */
export const followedAccount = v.object({
  address: v.string(),
  label: v.nullable(v.string()),
  kind: v.picklist(['wallet', 'watch']),
  walletId: v.nullable(v.string()),
  /** Its wallet says that its key is on a Ledger. */
  ledger: v.optional(v.boolean()),
})

export type FollowedAccount = v.InferOutput<typeof followedAccount>
