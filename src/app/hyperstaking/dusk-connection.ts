import * as v from 'valibot'
import { foundWallet } from '../../wallet/found-wallet.ts'
import { signingFailures } from '../../wallet/signing-failure.ts'

export const duskAccount = v.object({
  address: v.string(),
  walletId: v.string(),
  walletName: v.string(),
  /** How many more accounts the wallet showed: it signs with the first alone. */ others:
    v.number(),
})

/** Connecting to a Dusk wallet; stages as on the Stacks side. */
export const duskConnection = v.object({
  id: v.string(),
  tabId: v.number(),
  updatedAt: v.number(),
  stage: v.picklist(['looking', 'waiting-tab', 'choose-wallet', 'asking', 'failed']),
  wallets: v.array(foundWallet),
  walletId: v.nullable(v.string()),
  failure: v.nullable(v.picklist(signingFailures)),
})

export type DuskConnection = v.InferOutput<typeof duskConnection>
