import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimablesOf } from '../../../../../src/app/bitcoin-staking/claimables.ts'
import { heldPositionOf } from '../../../../../src/app/bitcoin-staking/held-position.ts'
import { stakingHoldersItem } from '../../../../../src/app/bitcoin-staking/stored-items.ts'
import { parseItem, storedForm } from '../../../../../src/app/stored/stored-item.ts'
import {
  HOLDER_BUDGET,
  refreshHolder,
  type HolderReading,
} from '../../../../../src/chain/stacks/bitcoin-staking/refresh-holder.ts'
import { decodeClarity, type PlainClarity } from '../../../../../src/chain/stacks/clarity.ts'
import type { ContractValue } from '../../../../../src/protocol/clarity/contract-value.ts'
import { hexOf, modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import {
  alice,
  BTC,
  bob,
  contract,
  dave,
  STX,
  StakingBench,
  stranger,
} from '../../../../support/staking-bench.ts'

/** Twelve cycles of income that nobody has claimed, in the thirteenth. */
function afterTwelveCycles(): StakingBench {
  const bench = StakingBench.with('m1')
  // The stake is made in cycle 1, so that it begins with cycle 2.
  for (const index of [0n, 1n]) {
    bench.mineTo(2n + 150n * index)
    bench.setupBond(index)
  }
  bench.stake(alice, 60_000n * STX, { cycles: 14n })
  bench.stake(bob, 90_000n * STX, { cycles: 40n })
  for (let half = 3n; half <= 26n; half++) {
    bench.mineTo(50n * half)
    const active = [0n, 1n].filter((index) =>
      bench.read('is-bond-active-at-height', [index, 50n * half - 1n]),
    )
    bench.distribute(1_000_000n, active)
  }
  return bench
}

const managers = { m1: 'reference' }

describe('a holder with twelve cycles', () => {
  test('is read in 25 requests, then at most 10 a block, until all is there', async () => {
    const bench = afterTwelveCycles()
    const node = modelNode(bench, { managers, fees: { m1: 0n } })
    const costs: number[] = []
    let reading: HolderReading | null = null
    for (let block = 0n; block < 20n; block++) {
      const before = node.asked.length
      const refreshed = await refreshHolder(node.client, node.deployment, {
        address: alice,
        earlier: reading,
      })
      expect(refreshed.problem).toBeNull()
      reading = refreshed.reading
      costs.push(node.asked.length - before)
      bench.mineTo(bench.chain.burnHeight + 1n)
    }
    expect(costs[0]).toBeLessThanOrEqual(HOLDER_BUDGET.first)
    expect(Math.max(...costs.slice(1))).toBeLessThanOrEqual(HOLDER_BUDGET.later)
    expect(node.asked.filter((path) => path.startsWith('/extended'))).toEqual([])
    const { claims, programme, manager, payout } = reading!
    expect(claims!.cycles.map(({ cycle }) => cycle)).toEqual(
      Array.from({ length: 13 }, (_, index) => 13n - BigInt(index)),
    )
    expect(claims!.cycles.map(({ legs }) => legs[0]?.afterPullSats ?? 0n)).toEqual(
      claims!.cycles.map(({ cycle }) => afterPull(bench, cycle)),
    )
    // An hour has six blocks.
    const hour = costs.slice(-6).reduce((sum, cost) => sum + cost, 0)
    expect(hour).toBeLessThanOrEqual(60)
    expect(programme.bonds).toMatchObject({ known: true })
    expect(manager).toMatchObject({ manager: contract('m1'), takesStakes: { value: true } })
    expect(payout).toEqual({ known: true, value: null })
  })

  test('has the newest cycle in the first refresh', async () => {
    const node = modelNode(afterTwelveCycles(), { managers, fees: { m1: 0n } })
    const { reading } = await refreshHolder(node.client, node.deployment, { address: alice })
    expect(reading!.claims!.cycles[0]!.cycle).toBe(13n)
    expect(reading!.position.stake).toMatchObject({ known: true })
  })

  test('is read as one address, never with what is known of another', async () => {
    const bench = afterTwelveCycles()
    const node = modelNode(bench, { managers, fees: { m1: 0n } })
    const first = await refreshHolder(node.client, node.deployment, { address: alice })
    const { reading } = await refreshHolder(node.client, node.deployment, {
      address: stranger,
      earlier: first.reading,
    })
    expect(reading!.claims!.cycles.every(({ manager }) => manager === null)).toBe(true)
    expect(reading).toMatchObject({ manager: null, position: { address: stranger } })
  })
})

describe('a node that answers nonsense', () => {
  const absurd = [-1n, 0n, 1n, 9_999n, 10_001n, 2n ** 53n, 10n ** 18n, 2n ** 127n - 1n]
  const digits = (text: string) => /^\d{1,39}$/.test(text)

  test('of one kind or another ends a refresh with what can be kept and shown', async () => {
    const drawn = fc.record({
      /** Which answers are lies, and with which numbers. */
      lies: fc.infiniteStream(fc.boolean()),
      numbers: fc.infiniteStream(fc.constantFrom(...absurd)),
      clock: fc.boolean(),
    })
    const bench = afterTwelveCycles()
    await fc.assert(
      fc.asyncProperty(drawn, async ({ lies, numbers, clock }) => {
        const next = () => numbers.next().value!
        const twist = (value: PlainClarity): PlainClarity => {
          if (typeof value === 'bigint') return next()
          if (typeof value !== 'object' || value === null) return value
          if (Array.isArray(value)) return value.map(twist)
          return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, twist(item)]))
        }
        const said = (hex: string) => hexOf(twist(decodeClarity(hex)!) as ContractValue)
        const { client, deployment } = modelNode(bench, {
          managers,
          fees: { m1: 0n },
          lie(path, truth) {
            if (path === '/v2/info' || !lies.next().value) return truth
            const told = truth as { result?: string; data?: string } | undefined
            if (told?.result !== undefined) return { ...told, result: said(told.result) }
            if (told?.data !== undefined) return { ...told, data: said(told.data) }
            return path === '/v2/pox' && clock
              ? { ...told, reward_cycle_length: Number(next()) }
              : truth
          },
        })
        let reading: HolderReading | null = null
        for (let round = 0; round < 2; round++)
          ({ reading } = await refreshHolder(client, deployment, {
            address: alice,
            earlier: reading,
          }))
        const { programme, ...holder } = reading!
        const { burnHeight, readAt } = programme
        const form = storedForm(stakingHoldersItem, { [alice]: { burnHeight, readAt, ...holder } })
        expect(parseItem(stakingHoldersItem, form)).toMatchObject({ ok: true })
        for (const { sats } of heldOf(reading!)) expect(digits(String(sats))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  /** What views make of it. */
  const heldOf = ({ programme, ...holder }: HolderReading) => {
    const held = heldPositionOf(programme, holder)
    claimablesOf(holder)
    return held ? [held] : []
  }
})

test('without a network an earlier reading stays, and the problem is told', async () => {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.enter(dave, 0n, BTC)
  const node = modelNode(bench, { managers })
  const first = await refreshHolder(node.client, node.deployment, { address: dave })
  const broken = modelNode(bench, { refuse: () => true })
  const second = await refreshHolder(broken.client, broken.deployment, {
    address: dave,
    earlier: first.reading,
  })
  expect(second.reading).toBe(first.reading)
  expect(second.problem).not.toBeNull()
})

/** What the contract answers once the manager has claimed. */
function afterPull(bench: StakingBench, cycle: bigint): bigint {
  bench.call('claim-rewards', [[], cycle], stranger, 'm1')
  return bench.read('get-earned-staker-rewards', [contract('m1'), cycle, null, alice]) as bigint
}

test('after a claim of its own the holder sees it, and asks for nothing constant', async () => {
  const bench = afterTwelveCycles()
  bench.ok('claim-rewards', [[], 12n], stranger, 'm1')
  const node = modelNode(bench, { managers, fees: { m1: 0n } })
  const first = await refreshHolder(node.client, node.deployment, { address: alice })
  expect(first.reading!.claims!.cycles[1]!.legs[0]!.grossSats).toBeGreaterThan(0n)
  bench.ok('claim-staker-rewards', [alice, 12n, null], stranger, 'm1')
  const asked = node.asked.length
  const { reading } = await refreshHolder(node.client, node.deployment, {
    address: alice,
    earlier: first.reading,
    fresh: true,
  })
  expect(reading!.claims!.cycles[1]!.legs[0]!.grossSats).toBe(0n)
  const again = node.asked.slice(asked)
  expect(again.length).toBeLessThanOrEqual(HOLDER_BUDGET.first)
  expect(again.filter((path) => path.includes('/interface/') || path === '/v2/pox')).toEqual([])
})

test('after a call of its own the holder is shown how it is paid now', async () => {
  const bench = StakingBench.with('max')
  bench.stake(alice, 60_000n * STX, { manager: 'max' })
  const node = modelNode(bench, { managers: { max: 'max500' } })
  const first = await refreshHolder(node.client, node.deployment, { address: alice })
  expect(first.reading!.payout).toEqual({ known: true, value: null })
  const hash = `0x${'66'.repeat(20)}`
  bench.ok('set-payout-config', [{ version: '0x04', hashbytes: hash }, 9n, 600n], alice, 'max')
  const { reading } = await refreshHolder(node.client, node.deployment, {
    address: alice,
    earlier: first.reading,
    fresh: true,
  })
  expect(reading!.payout).toMatchObject({ value: { hash, maxFeeSats: 9n, minClaimSats: 600n } })
})
