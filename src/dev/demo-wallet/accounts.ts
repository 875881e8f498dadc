import { getAddressFromPrivateKey } from '@stacks/transactions'
import type { WalletSettings } from './settings.ts'

type Accounts = Pick<WalletSettings, 'keys' | 'network' | 'current'>

const hostKey = (origin: string): string => `account:${origin}`

/** Keeps the account in use as that of a page's host. */
export const rememberAccount = (origin: string, { current }: Accounts): Promise<void> =>
  chrome.storage.local.set({ [hostKey(origin)]: current })

/**
 * The key that signs: of the address that the request names, or of the account in use. As Leather
 * does it (`ignores-address`): of the account remembered for the page's host, whatever is named.
 */
export async function signingKey(
  address: string | undefined,
  origin: string,
  { behaviour, keys, network, current }: Accounts & Pick<WalletSettings, 'behaviour'>,
): Promise<string> {
  if (behaviour === 'other-account') return keys[1]!
  if (behaviour === 'ignores-address') {
    const kept = (await chrome.storage.local.get(hostKey(origin)))[hostKey(origin)]
    return keys[typeof kept === 'number' ? kept : current]!
  }
  return keys.find((key) => getAddressFromPrivateKey(key, network) === address) ?? keys[current]!
}

const bitcoinAccount = {
  symbol: 'BTC',
  type: 'p2wpkh',
  address: 'bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080',
  publicKey: '02',
}

/** What a page gets that asks for addresses. */
export function accountsShown({
  keys,
  accounts,
  network,
  current,
  walletType,
}: Accounts & Pick<WalletSettings, 'accounts' | 'walletType'>): object[] {
  const shown = accounts === 1 ? [keys[current]!] : keys.slice(0, accounts)
  return [
    bitcoinAccount,
    ...shown.map((key) => ({
      symbol: 'STX',
      address: getAddressFromPrivateKey(key, network),
      publicKey: '02',
      ...(walletType && { walletType }),
    })),
  ]
}
