import { userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs, isEnrolled } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'

/** Mines what waits and opts the demo's users out: the network works, and neither is enrolled. */
export async function optOutUsers(network: Network): Promise<void> {
  await network.control.setFault(null)
  await network.control.mine()
  for (const account of userAccounts.slice(0, 2))
    if (await isEnrolled(network, account.address)) await callAs(network, account, 'opt-out', [])
}
