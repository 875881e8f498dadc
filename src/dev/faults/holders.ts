import { Cl } from '@stacks/transactions'
import { createStacksClient } from '../../chain/stacks/client.ts'
import { findDeployment } from '../../chain/stacks/deployments.ts'
import { readAccount } from '../../chain/stacks/read-account.ts'
import { readNetwork } from '../../chain/stacks/read-network.ts'
import type { AccountReading, NetworkReading, RewardPayment } from '../../chain/stacks/readings.ts'
import { collectRewards } from '../../chain/stacks/rewards/collect-rewards.ts'
import { emptyRewards } from '../../chain/stacks/rewards/reward-cursor.ts'
import { keeperAccount, userAccounts } from '../network/accounts.ts'
import { createFamilies } from '../network/families/families.ts'
import { createNetwork } from '../network/index.ts'
import { createKeeper } from '../network/keeper/keeper.ts'
import { createStacksSender } from '../network/node/sender.ts'
import { createFastClock } from './fast-clock.ts'
import { faults, startFaultProxy } from './fault-proxy.ts'

const user = userAccounts[0]!

/** A holder enrolled in a contract of each family, on one network of the first build's epoch. */
export async function startHolders() {
  const network = await createNetwork({
    contract: 'v1',
    demo: { snapshots: 2, blocksPerSnapshot: 3 },
    keeper: false,
  })
  const families = await createFamilies(network.node)
  await families.v2.open([{ account: user, defiSats: 5_000_000n }])
  await families.v3.enroll(user)
  const { contract } = findDeployment('embedded-v1')!
  await createStacksSender(network.node)(user, {
    kind: 'call',
    contract,
    method: 'enroll',
    args: [Cl.none()],
  })
  const proxy = await startFaultProxy(network.url)
  return {
    network,
    families,
    proxy,
    close: async () => {
      await proxy.close()
      await network.close()
    },
  }
}
type World = Awaited<ReturnType<typeof startHolders>>

/**
 * A Bitcoin block comes, and the keeper does all that is due in the first contract; a step that
 * needs one more Stacks block gets it.
 */
async function keeperBlock({ network }: World): Promise<void> {
  const { contract } = findDeployment('embedded-v1')!
  const keeper = createKeeper({
    node: network.node,
    contract,
    kind: 'v1',
    account: keeperAccount,
    send: createStacksSender(network.node),
  })
  await network.control.mineBurn(1)
  for (let step = await keeper.step(); step.step.kind !== 'wait-burn'; step = await keeper.step())
    if (step.step.kind === 'wait-stacks') await network.control.mineStacks(1)
}
const plainBlock = ({ network }: World): Promise<unknown> => network.control.mineBurn(1)

interface Case {
  deployment: string
  /** The requests of ten minutes; the second hour is the one that pays. */
  tenMinutes(world: World, hour: number, minute: number): Promise<unknown>
  withoutAtBlock?: boolean
}

const pays = (hour: number, minute: number) => hour === 1 && minute === 30

/** The families, and the first one on a network that rejects `at-block`. */
export const holders = {
  v1: { deployment: 'embedded-v1', tenMinutes: keeperBlock },
  'v1 without at-block': {
    deployment: 'embedded-v1',
    tenMinutes: plainBlock,
    withoutAtBlock: true,
  },
  v2: {
    deployment: 'embedded-v2',
    tenMinutes: (world, hour, minute) =>
      pays(hour, minute) ? world.families.v2.runTo('distribute-rewards') : plainBlock(world),
  },
  v3: {
    deployment: 'embedded-v3',
    tenMinutes: (world, hour, minute) =>
      pays(hour, minute)
        ? world.families.v3.pay([{ address: user.address, sats: 777n }])
        : plainBlock(world),
  },
} satisfies Record<string, Case>

/**
 * Hours of a holder from the background's point of view: an alarm every quarter of an hour, the
 * popup opened ten times an hour, a Bitcoin block every ten minutes; it is stopped in between and
 * keeps only what it stored. `remembers: false`: it keeps nothing, and no rate limit applies.
 */
export async function playHours(
  world: World,
  name: keyof typeof holders,
  count: number,
  { remembers = true } = {},
) {
  const each: Case = holders[name]
  const { network, proxy } = world
  proxy.play(each.withoutAtBlock ? faults.withoutAtBlock() : undefined)
  const deployment = { ...findDeployment(each.deployment)!, apiBases: [proxy.url] }
  const clock = createFastClock()
  const used = { requests: 0, bytes: 0 }
  let stored: unknown
  let networkReading: NetworkReading | null = null
  let account: AccountReading | null = null
  let cursor = emptyRewards
  const payments: RewardPayment[] = []
  const problems = new Set<unknown>()

  /** What the background does at an alarm and when a view opens. */
  const refresh = async () => {
    if (!remembers)
      [stored, networkReading, account, cursor] = [undefined, null, null, emptyRewards]
    const client = createStacksClient({ bases: deployment.apiBases, clock, stored })
    const read = await readNetwork(client, deployment, { previous: networkReading })
    networkReading = read.reading
    problems.add(read.problem)
    const own = await readAccount(
      client,
      deployment,
      { address: user.address, network: networkReading! },
      {
        previous: account,
      },
    )
    account = own.reading
    problems.add(own.problem)
    const tip = await client.tip({ maxAgeMs: 60_000 })
    if (!tip.ok) throw new Error('no tip')
    const collected = await collectRewards(
      client,
      { address: user.address, rewardAddresses: [], deployments: [deployment] },
      cursor,
      { tip: tip.value },
    )
    cursor = collected.cursor
    payments.push(...collected.found)
    problems.add(collected.problem)
    stored = client.snapshot() ?? stored
    const { requests, bytes } = client.counts()
    used.requests += requests
    used.bytes += bytes
  }

  await refresh()
  const first = { ...used }
  const hours: number[] = []
  for (let hour = 0; hour < count; hour += 1) {
    const before = used.requests
    // The whole hour is played in less than a minute: a limit of two a minute is 120 for it.
    network.control.setRateLimit(remembers ? 120 : null)
    for (let minute = 0; minute < 60; minute += 1) {
      clock.advance(60_000)
      if (minute % 10 === 0) await each.tenMinutes(world, hour, minute)
      if (minute % 15 === 0) await refresh()
      if (minute % 6 === 1) await refresh()
    }
    hours.push(used.requests - before)
  }
  network.control.setRateLimit(null)
  return {
    first,
    hours,
    later: { requests: used.requests - first.requests, bytes: used.bytes - first.bytes },
    payments,
    problems: [...problems],
  }
}
