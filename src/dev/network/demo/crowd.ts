import { createHash } from 'node:crypto'
import { Cl, getAddressFromPrivateKey } from '@stacks/transactions'
import { deployer } from '../accounts.ts'
import type { Network } from '../index.ts'
import { createStacksSender } from '../node/sender.ts'

/** Addresses that are always the same ones. */
export const crowdAddresses = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    getAddressFromPrivateKey(
      `${createHash('sha256').update(`crowd ${i}`).digest('hex')}01`,
      'testnet',
    ),
  )

const BATCH = 900

/** Enrolls many addresses by the administrator's batches; a regular fraction of them holds sBTC. */
export async function enrollCrowd(
  network: Network,
  addresses: readonly string[],
  { holding = 40, sats = 10_000_000n }: { holding?: number; sats?: bigint } = {},
): Promise<void> {
  const send = createStacksSender(network.node)
  for (let from = 0; from < addresses.length; from += BATCH) {
    const rows = addresses.slice(from, from + BATCH).map((address) =>
      Cl.tuple({
        'defi-contract': Cl.principal(address),
        'rewarded-address': Cl.principal(address),
        'stacking-address': Cl.none(),
        'tracking-address': Cl.principal(address),
      }),
    )
    const sent = await send(deployer, {
      kind: 'call',
      contract: network.contracts.dualStacking,
      method: 'enroll-defi-batch',
      args: [Cl.list(rows)],
    })
    if (!sent.ok || sent.transaction.status !== 'success')
      throw new Error(sent.ok ? sent.transaction.result : sent.reason)
  }
  for (let at = 0; at < addresses.length; at += holding)
    await network.control.faucetSbtc(addresses[at]!, sats + BigInt(at) * 1000n)
}
