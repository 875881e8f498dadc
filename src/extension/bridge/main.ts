import * as v from 'valibot'
import { waitForWallets } from '../../wallet/bridge/find.ts'
import { job } from '../../wallet/bridge/job.ts'
import { runJob } from '../../wallet/bridge/run.ts'
import { waitForDuskWallets, watchDuskWallets } from '../../wallet/dusk/provider.ts'
import { bridgeName, type Bridge } from './name.ts'

// Injected on demand into the page's own world, where wallets put their providers. It holds nothing
// of ours and does one job at a time as it is told.

const begun = new Set<string>()
const duskWallets = watchDuskWallets(window)

const bridge: Bridge = {
  find: (longestMs) => waitForWallets(window, longestMs),
  findDusk: (longestMs) => waitForDuskWallets(duskWallets, longestMs),
  has: (nonce) => begun.has(nonce),
  run(input) {
    const parsed = v.safeParse(job, input)
    if (!parsed.success || begun.has(parsed.output.nonce)) return
    begun.add(parsed.output.nonce)
    void runJob(window, parsed.output, duskWallets)
  },
}

const scope = window as unknown as Record<string, unknown>
scope[bridgeName] ??= bridge
