import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  listClaimables,
  type ClaimList,
  type ClaimQuestion,
} from '../../../../../src/chain/stacks/bitcoin-staking/list-claimables.ts'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import { onQuietMachine } from '../../../../support/on-quiet-machine.ts'
import {
  admin,
  alice,
  bob,
  contract,
  dave,
  STX,
  StakingBench,
  stranger,
} from '../../../../support/staking-bench.ts'

type Node = ReturnType<typeof modelNode>

const questionOf = (bench: StakingBench, change: Partial<ClaimQuestion> = {}): ClaimQuestion => ({
  staker: alice,
  clock: bench.chain.poxState.clock,
  cycle: bench.read('current-pox-reward-cycle') as bigint,
  firstCycle: 1n,
  lastComputeHeight: bench.read('get-last-reward-compute-height') as bigint,
  bonds: [],
  fixesFees: () => true,
  ...change,
})

/** Each time with the block that the client knows of. */
async function list(
  node: Node,
  question: ClaimQuestion,
  earlier: ClaimList | null,
  requests = 999,
) {
  await node.client.tip()
  const reader = new PoxReader(node.client, node.deployment, { requests })
  return listClaimables(reader, question, earlier)
}

/** Income in each half from the first on, to a height. */
function distributeTo(bench: StakingBench, halves: readonly bigint[], bonds: bigint[] = []): void {
  for (const [index, sats] of halves.entries()) {
    bench.mineTo(150n + 50n * BigInt(index))
    if (sats > 0n) bench.distribute(sats, bonds)
  }
}

describe('what a holder can claim', () => {
  test('is what the contracts say, to the sat, before and after each claim', async () => {
    const drawn = fc.record({
      own: fc.bigInt(1n, 90_000n),
      others: fc.bigInt(50_000n, 300_000n),
      fee: fc.bigInt(0n, 9_999n),
      halves: fc.array(fc.bigInt(0n, 10n ** 8n), { minLength: 1, maxLength: 6 }),
      pulls: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      claims: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(drawn, async ({ own, others, fee, halves, pulls, claims }) => {
        const bench = StakingBench.with('m1', 'm2')
        bench.ok('update-fees', [fee], admin, 'm1')
        bench.stake(alice, own * STX + 7n)
        bench.stake(bob, others * STX)
        distributeTo(bench, halves)
        for (const [index, pull] of pulls.entries()) {
          const cycle = BigInt(index + 1)
          if (pull) bench.call('claim-rewards', [[], cycle], stranger, 'm1')
          if (claims[index])
            bench.call('claim-staker-rewards', [alice, cycle, null], stranger, 'm1')
        }
        const node = modelNode(bench)
        const found = await list(node, questionOf(bench), null)
        expect(found).toMatchObject({ next: null, stopped: null })
        for (const { cycle, legs } of found.cycles) {
          const leg = [cycle, null] as const
          const earned = bench.read('get-earned-staker-rewards', [
            contract('m1'),
            ...leg,
            alice,
          ]) as bigint
          const net = bench.read('get-earned-staker-rewards', [alice, ...leg], 'm1') as {
            earned: bigint
          }
          expect(legs).toHaveLength(1)
          expect(legs[0]).toMatchObject({ bond: null, grossSats: earned })
          if (legs[0]!.afterPullSats > 0n)
            expect(legs[0]!.netSats).toEqual({ known: true, value: net.earned })
          // And after the manager's claim, what the contract says then.
          bench.call('claim-rewards', [[], cycle], stranger, 'm1')
          expect(legs[0]!.afterPullSats).toBe(
            bench.read('get-earned-staker-rewards', [contract('m1'), ...leg, alice]),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  test('of a bond is found under its leg, also when the sats have left it', async () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(dave, 0n, 1_000_000_000n)
    bench.stake(bob, 100_000n * STX)
    distributeTo(bench, [5_000_000n], [0n])
    const before = await list(modelNode(bench), questionOf(bench, { staker: dave }), null)
    expect(before.cycles[0]!.legs).toMatchObject([{ bond: 0n, shares: 1_000_000_000n }])
    expect(before.cycles[0]!.legs[0]!.afterPullSats).toBe(600_000n)
    bench.ok('unstake-sbtc', [contract('m1'), 1_000_000_000n], dave)
    const question = questionOf(bench, { staker: dave, bonds: [0n] })
    const after = await list(modelNode(bench), question, null)
    expect(after.cycles[0]!.legs).toMatchObject([{ bond: 0n, shares: 0n, grossSats: 600_000n }])
  })

  test('is listed newest first, within the requests, and taken up where it stopped', async () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 60_000n * STX, { cycles: 12n })
    distributeTo(
      bench,
      Array.from({ length: 24 }, () => 1_000_000n),
    )
    const node = modelNode(bench)
    const question = questionOf(bench)
    let found: ClaimList | null = null
    const passes: bigint[][] = []
    do {
      const before: number = node.client.counts().requests
      const seen: Set<bigint> = new Set(found?.cycles.map(({ cycle }) => cycle))
      found = await list(node, question, found, 20)
      // The tip is one more.
      expect(node.client.counts().requests - before).toBeLessThanOrEqual(20 + 1)
      passes.push(found.cycles.map(({ cycle }) => cycle).filter((cycle) => !seen.has(cycle)))
    } while (found.next !== null)
    expect(passes.length).toBeGreaterThan(2)
    expect(passes.flat()).toEqual(Array.from({ length: 13 }, (_, index) => 13n - BigInt(index)))
    expect(found.cycles.map(({ cycle }) => cycle)).toEqual(passes.flat())
  })

  test('asks nothing again about a cycle that is over and claimed', async () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 60_000n * STX, { cycles: 2n })
    distributeTo(bench, [1_000_000n, 1_000_000n, 1_000_000n])
    bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
    bench.ok('claim-staker-rewards', [alice, 1n, null], stranger, 'm1')
    const node = modelNode(bench)
    const first = await list(node, questionOf(bench), null)
    expect(first.cycles.map(({ cycle, isFinal }) => [cycle, isFinal])).toEqual([
      [2n, false],
      [1n, true],
    ])
    bench.mineTo(260n)
    const before = node.client.counts().requests
    await list(node, questionOf(bench), first)
    // Of cycle 2: rewards per share, the manager's, the holder's two, its shares, and the fee.
    expect(node.client.counts().requests - before).toBeLessThanOrEqual(1 + 6)
  })

  test('stops at what cannot be read, and says why; nothing is shown as 0', async () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 60_000n * STX)
    distributeTo(bench, [1_000_000n, 1_000_000n, 1_000_000n])
    const node = modelNode(bench, { refuse: (path) => path.endsWith('get-earned-staker-rewards') })
    expect(await list(node, questionOf(bench), null)).toEqual({
      cycles: [],
      next: 2n,
      stopped: 'not-offered',
    })
  })

  test('of a clock that says millions of cycles is listed to a bound', async () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 60_000n * STX)
    bench.mineTo(150n)
    const node = modelNode(bench)
    const question = questionOf(bench)
    const absurd = { ...question, cycle: 10n ** 9n }
    let found = await list(node, absurd, null)
    for (let pass = 0; pass < 3; pass++) found = await list(node, absurd, found)
    expect(found.next).toBeNull()
    expect(found.cycles.length).toBeLessThanOrEqual(601)
    const after = await list(node, question, found)
    expect(after.cycles.map(({ cycle }) => cycle)).toEqual([question.cycle])
  })

  onQuietMachine('of 96 cycles from cached reads takes under 50 ms', async () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 60_000n * STX, { cycles: 96n })
    distributeTo(
      bench,
      Array.from({ length: 192 }, () => 1_000_000n),
    )
    const node = modelNode(bench)
    const question = questionOf(bench)
    await list(node, question, null)
    const asked = node.asked.length
    // Together: the clock of a process may be coarser than one of them.
    const runs = 20
    const start = process.cpuUsage().user
    for (let run = 0; run < runs; run++) {
      const found = await listClaimables(new PoxReader(node.client, node.deployment), question)
      expect(found.cycles.length).toBeGreaterThanOrEqual(96)
    }
    expect((process.cpuUsage().user - start) / 1_000 / runs).toBeLessThan(50)
    expect(node.asked.length).toBe(asked)
  })
})
