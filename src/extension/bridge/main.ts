import * as v from 'valibot'
import { runWalletJob } from '../../wallet/bridge/run-wallet-job.ts'
import { walletJob } from '../../wallet/bridge/wallet-job.ts'
import { waitForDuskWallets, watchDuskWallets } from '../../wallet/dusk/dusk-wallets.ts'
import { waitForStacksWallets } from '../../wallet/stacks/find-stacks-wallets.ts'
import { bridgeName, type Bridge } from './name.ts'

// Injected on demand into the page's own world, where wallets put their providers. It holds no
// secret and does one job at a time.

const begun = new Set<string>()
const duskWallets = watchDuskWallets(window)

const bridge: Bridge = {
  find: (longestMs) => waitForStacksWallets(window, longestMs),
  findDusk: (longestMs) => waitForDuskWallets(duskWallets, longestMs),
  has: (nonce) => begun.has(nonce),
  run(input) {
    const parsed = v.safeParse(walletJob, input)
    if (!parsed.success || begun.has(parsed.output.nonce)) return
    begun.add(parsed.output.nonce)
    void runWalletJob(window, parsed.output, duskWallets)
  },
}

const scope = window as unknown as Record<string, unknown>
scope[bridgeName] ??= bridge
