import { Cl } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stakingDeployment } from '../../src/chain/stacks/bitcoin-staking/staking-deployments.ts'
import { stakingManagers } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { startKeeper, type KeeperBench } from '../support/keeper-bench.ts'

const { pox } = stakingDeployment('devnet')
const HALF_BLOCKS = 100

let network: Network

beforeAll(async () => {
  network = await createNetwork({ demo: true, keeper: false, blockIntervalMs: 0 })
})
afterAll(() => network?.close())

const successes = (contract: string, functionName: string) =>
  network.node.ledger.calls(contract, functionName).filter(({ status }) => status === 'success')
    .length
const failures = ({ events }: KeeperBench) => events.filter(({ kind }) => kind === 'failed')
const stepOf = ({ events }: KeeperBench) =>
  events.flatMap((event) => (event.kind === 'planned' ? [event.plan.step] : [])).at(-1)!

/** What pox-5 still owes a manager for a cycle's STX-only leg; sats. */
async function readEarned(manager: string, cycle: number): Promise<string> {
  const args = [Cl.principal(manager), Cl.uint(cycle), Cl.none()]
  const hex = args.map((argument) => `0x${Cl.serialize(argument)}`)
  const answer = await network.node.host.callRead(pox, 'get-earned', hex, pox.split('.')[0]!)
  return answer.okay ? answer.result : answer.cause
}

/** Income comes, and half a cycle passes. */
async function passHalf(): Promise<void> {
  await network.stakingKeeper.bringIncome()
  await network.control.mineBurn(HALF_BLOCKS)
}

/** Rounds and blocks until nothing is due; how many calls were sent. */
async function workUntilIdle(benches: readonly KeeperBench[]): Promise<number> {
  const sent = () =>
    benches.flatMap(({ events }) => events).filter(({ kind }) => kind === 'sent').length
  const before = sent()
  for (let round = 0; round < 60; round++) {
    for (const { keeper } of benches) await keeper.work()
    const open = benches.some(({ state }) => state.openCalls().length > 0)
    if (!open && benches.every((bench) => stepOf(bench).kind === 'wait-burn'))
      return sent() - before
    await network.control.mine()
  }
  throw new Error(JSON.stringify(benches[0]!.events.slice(-5), (_, value) => String(value)))
}

describe('a keeper of Bitcoin Staking', () => {
  it('calculates each half once, and claims each cycle once for every manager', async () => {
    const bench = startKeeper({ hosts: [network.url], contracts: [pox] })
    await workUntilIdle([bench])
    const calculated = successes(pox, 'calculate-rewards')
    const claims = () =>
      Object.values(stakingManagers).map((manager) => successes(manager, 'claim-rewards'))
    const claimed = claims()

    await passHalf()
    await workUntilIdle([bench])
    await passHalf()
    await workUntilIdle([bench])

    expect(successes(pox, 'calculate-rewards') - calculated).toBe(2)
    const grown = claims().map((count, at) => count - claimed[at]!)
    expect(Math.max(...grown)).toBe(1)
    const { cycle } = bench.events
      .flatMap((event) => (event.kind === 'planned' ? [event.plan] : []))
      .at(-1)!
    for (const manager of Object.values(stakingManagers))
      expect(await readEarned(manager, cycle - 1)).toBe(`0x${Cl.serialize(Cl.uint(0))}`)
    expect(failures(bench)).toEqual([])
    expect(stepOf(bench)).toMatchObject({ kind: 'wait-burn', next: 'calculate-rewards' })
  })

  it('claims for the managers that it is told to, and leaves dust alone', async () => {
    const managers = [stakingManagers.reference]
    const bench = startKeeper({ hosts: [network.url], contracts: [pox], managers })
    const proud = startKeeper({
      hosts: [network.url],
      contracts: [pox],
      managers,
      leastClaimSats: 10n ** 12n,
    })
    await passHalf()
    await passHalf()
    await workUntilIdle([proud])
    const [own, other] = [stakingManagers.reference, stakingManagers.max500]
    const before = [successes(own, 'claim-rewards'), successes(other, 'claim-rewards')]
    await workUntilIdle([bench])
    expect(successes(own, 'claim-rewards') - before[0]!).toBe(1)
    expect(successes(other, 'claim-rewards')).toBe(before[1])
    expect([...failures(bench), ...failures(proud)]).toEqual([])
  })
})
