import type { StacksProvider } from '@stacks/connect'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import type { NetworkName } from '../../chain/stacks/deployments.ts'
import { askStacksAddresses } from '../../wallet/stacks/ask-stacks-wallet.ts'
import { providerAt, waitForStacksWallets } from '../../wallet/stacks/find-stacks-wallets.ts'
import { findStacksWallet, type StacksWallet } from '../../wallet/stacks/stacks-wallets.ts'
import { problemKey } from './problem-key.ts'
import type { StacksSigningSetup, StacksWalletKey } from './signing-setup.ts'

const INJECTION_MS = 1_500

interface ConnectedWallet {
  wallet: StacksWallet
  provider: StacksProvider
  account: string
}

/**
 * The wallet and account that this page is connected to, or connects to one; its window opens only
 * where no account is known. Null: none, and the reason was said.
 */
export async function connectWallet(
  network: NetworkName,
  setup: StacksSigningSetup,
): Promise<ConnectedWallet | null> {
  const { words, say } = setup
  const fail = (key: StacksWalletKey, more = ''): null => {
    setup.fail(key.replace('problem.', ''), `${words.t(key)}${more}`)
    return null
  }
  const last = setup.connection()
  const known = last?.network === network ? findConnected(last.walletId) : undefined
  if (last && known) return { ...known, account: last.account }
  const found = await waitForStacksWallets(window, INJECTION_MS)
  if (found.length === 0) return fail('problem.no-wallet')
  const walletId = found.length === 1 ? found[0]!.id : await setup.choose(found)
  if (walletId === null) return null
  const chosen = findConnected(walletId)
  if (!chosen) return fail('problem.no-wallet')
  say(words.t('waiting'))
  const asking = askStacksAddresses(chosen.wallet, chosen.provider, network)
  const connected = await setup.untilStopped(asking)
  const never = ` ${words.t('sent.never')}`
  if (connected === null) return fail('problem.stopped', never)
  if (connected.result !== 'connected')
    return fail(
      problemKey(connected.result === 'failed' ? connected.failure : 'wallet-error'),
      never,
    )
  const account = connected.addresses.find((each) => checkAddress(each, network).ok)
  if (!account) return fail('problem.other-network')
  setup.connect({ walletId, network, account })
  setup.connected(account)
  return { ...chosen, account }
}

function findConnected(walletId: string): Pick<ConnectedWallet, 'wallet' | 'provider'> | undefined {
  const wallet = findStacksWallet(walletId)
  const provider = wallet && (providerAt(window, wallet.provider) as StacksProvider | undefined)
  return provider && { wallet, provider }
}
