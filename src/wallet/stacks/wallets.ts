import type { FoundWallet } from '../connection.ts'

/** A wallet we know: where it puts its provider in a page, and how it differs from the published request methods. */
export interface Wallet extends FoundWallet {
  /** Path below `window`. */
  provider: string
  /** Answers -32002 to a call until the page has been connected once. */
  connectFirst: boolean
  /** Takes `address` and `network` with a call; the others decide by their own settings. */
  takesAddress: boolean
  /** Signs for several holders: the transaction it gives back may still miss signatures. */
  multisig: boolean
}

/** All wallets that are offered, in the order of a choice. Names are the wallets' own. */
export const wallets: readonly Wallet[] = [
  { id: 'leather', name: 'Leather', provider: 'LeatherProvider', connectFirst: false, takesAddress: true, multisig: false },
  { id: 'xverse', name: 'Xverse', provider: 'XverseProviders.BitcoinProvider', connectFirst: true, takesAddress: false, multisig: false },
  { id: 'asigna', name: 'Asigna', provider: 'AsignaProvider', connectFirst: false, takesAddress: false, multisig: true },
  { id: 'fordefi', name: 'Fordefi', provider: 'FordefiProviders.UtxoProvider', connectFirst: true, takesAddress: false, multisig: false },
]

export const findWallet = (id: string | null): Wallet | undefined => wallets.find((wallet) => wallet.id === id)
