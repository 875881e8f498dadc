import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keeperAccount } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import {
  createProgrammeKeeper,
  type RunningKeeper,
} from '../../src/keeper/create-programme-keeper.ts'
import { createKeeperHosts } from '../../src/keeper/hosts/keeper-hosts.ts'
import type { KeeperEvent } from '../../src/keeper/keeper-event.ts'
import { createSigner } from '../../src/keeper/key/create-signer.ts'
import { createProgramme } from '../../src/keeper/programme/create-programme.ts'
import { openState, type StateFile } from '../../src/keeper/state/open-state.ts'

/** A keeper of the embedded network, driven round by round. */
export interface KeeperBench {
  keeper: RunningKeeper
  state: StateFile
  /** All that it told, oldest first. */
  events: KeeperEvent[]
  address: string
}

type HostSetup = Parameters<typeof createKeeperHosts>[0]

interface BenchSetup {
  hosts: readonly string[]
  contracts: readonly string[]
  key?: string
  folder?: string
  mostPerCallMicroStx?: bigint
  mostPerDayMicroStx?: bigint
  mostRows?: number
  managers?: string[] | null
  leastClaimSats?: bigint
  now?: () => number
  fetch?: HostSetup['fetch']
  clock?: HostSetup['clock']
}

/** A keeper with its state in a folder: another one of the same folder is it after a restart. */
export function startKeeper({
  hosts,
  contracts,
  key = keeperAccount.key,
  folder = mkdtempSync(join(tmpdir(), 'twinstack-keeper-')),
  mostPerCallMicroStx = 500_000n,
  mostPerDayMicroStx = 20_000_000n,
  mostRows = 300,
  managers = null,
  leastClaimSats = 1000n,
  now,
  fetch,
  clock,
}: BenchSetup): KeeperBench & { folder: string } {
  const signer = createSigner(key, 'devnet')
  const state = openState(folder, signer.address)
  const events: KeeperEvent[] = []
  const keeper = createProgrammeKeeper({
    config: { fees: { mostPerCallMicroStx, mostPerDayMicroStx, hurryBlocks: 1 } },
    pool: createKeeperHosts({
      bases: hosts,
      chainId: 0x80000000,
      ...(fetch && { fetch }),
      ...(clock && { clock }),
    }),
    programmes: contracts.map((contract) =>
      createProgramme(
        { network: 'devnet', hosts: [...hosts] },
        { contract, mostRows, managers, leastClaimSats },
      ),
    ),
    address: signer.address,
    tell: (event) => void events.push(event),
    live: { signer, state },
    ...(now && { now }),
  })
  return { keeper, state, events, address: signer.address, folder }
}

/** What the contract's functions were called with success, by name. */
export function countCalls(network: Network, contract: string, names: readonly string[]) {
  return Object.fromEntries(
    names.map((name) => [
      name,
      network.node.ledger.calls(contract, name).filter(({ status }) => status === 'success').length,
    ]),
  )
}
