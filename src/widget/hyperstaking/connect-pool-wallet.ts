import type { DuskClient } from '../../chain/dusk/client.ts'
import type { DuskDeployment } from '../../chain/dusk/deployments.ts'
import { askDuskProfiles } from '../../wallet/dusk/ask-dusk-wallet.ts'
import {
  waitForDuskWallets,
  watchDuskWallets,
  type DuskProvider,
} from '../../wallet/dusk/dusk-wallets.ts'
import { ownNodesOf } from '../../wallet/dusk/own-node-caip2.ts'
import type { SigningFailure } from '../../wallet/signing-failure.ts'
import type { PoolSigningSetup } from './actions-setup.ts'
import { poolFailureKey } from './pool-failure-key.ts'

const INJECTION_MS = 1_500

/** Connects one of the page's Dusk wallets; null: none, and the reason was said. */
export async function connectPoolWallet(
  client: DuskClient,
  deployment: DuskDeployment,
  setup: PoolSigningSetup,
): Promise<{ provider: DuskProvider; account: string } | null> {
  const { t } = setup.words
  setup.say(t('waiting'))
  const announced = watchDuskWallets(window)
  const wallets = await waitForDuskWallets(announced, INJECTION_MS)
  const usable = wallets.filter(({ conflict }) => !conflict)
  const walletId = wallets.length > 1 ? await setup.choose(wallets) : usable[0]?.id
  if (walletId === null) {
    setup.say('')
    return null
  }
  const provider = walletId === undefined ? undefined : announced.provider(walletId)
  if (!provider) {
    setup.fail('no-wallet', t('problem.no-wallet'))
    return null
  }
  const asking = askDuskProfiles(provider, deployment.caip2, ownNodesOf(client.bases))
  const connected = await setup.untilStopped(asking, [])
  if (connected?.result !== 'connected') {
    const key = poolFailureKey(failureOf(connected))
    setup.fail(key.replace('problem.', ''), `${t(key)} ${t('sent.never')}`)
    return null
  }
  // The wallet signs with the first account that it shows.
  const account = connected.addresses[0]!
  setup.connected(account)
  setup.emit('pool-wallet-connect', { account })
  return { provider, account }
}

const failureOf = (outcome: Awaited<ReturnType<typeof askDuskProfiles>> | null): SigningFailure => {
  if (outcome === null) return 'stopped'
  return outcome.result === 'failed' ? outcome.failure : 'wallet-error'
}
