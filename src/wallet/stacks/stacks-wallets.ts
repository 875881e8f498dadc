import type { FoundWallet } from '../found-wallet.ts'

/**
 * A wallet we know: where it puts its provider in a page, and how it differs from the published
 * request methods.
 */
export interface StacksWallet extends FoundWallet {
  /** Path below `window`. */
  provider: string
  /** Answers -32002 to a call until the page has been connected once. */
  connectFirst: boolean
  /** Takes `address` with a call without an error, which is not to say that it heeds it. */
  takesAddress: boolean
  /**
   * Names that it knows networks by when a page connects to it; null: the same as in other
   * requests. A network that is not named is left to its own settings.
   */
  connectNetworks: Readonly<Record<string, string>> | null
  /** Signs for several holders: the transaction it gives back may still miss signatures. */
  multisig: boolean
}

// As @sats-connect/core publishes them: any other name is refused.
const satsConnect = { mainnet: 'Mainnet', testnet: 'Testnet' }

/** All wallets that are offered, in the order of a choice. Names are the wallets' own. */
export const stacksWallets: readonly StacksWallet[] = [
  {
    id: 'leather',
    name: 'Leather',
    provider: 'LeatherProvider',
    connectFirst: false,
    takesAddress: true,
    connectNetworks: null,
    multisig: false,
  },
  {
    id: 'xverse',
    name: 'Xverse',
    provider: 'XverseProviders.BitcoinProvider',
    connectFirst: true,
    takesAddress: false,
    connectNetworks: satsConnect,
    multisig: false,
  },
  {
    id: 'asigna',
    name: 'Asigna',
    provider: 'AsignaProvider',
    connectFirst: false,
    takesAddress: false,
    connectNetworks: null,
    multisig: true,
  },
  {
    id: 'fordefi',
    name: 'Fordefi',
    provider: 'FordefiProviders.UtxoProvider',
    connectFirst: true,
    takesAddress: false,
    connectNetworks: satsConnect,
    multisig: false,
  },
]

export const findStacksWallet = (id: string | null): StacksWallet | undefined =>
  stacksWallets.find((wallet) => wallet.id === id)
