import { describe, expect, test } from 'vitest'
import { PoxReader } from '../../../../../src/chain/stacks/bitcoin-staking/pox-reader.ts'
import { bondsAround } from '../../../../../src/chain/stacks/bitcoin-staking/read-bonds.ts'
import { readManager } from '../../../../../src/chain/stacks/bitcoin-staking/read-manager.ts'
import { readPosition } from '../../../../../src/chain/stacks/bitcoin-staking/read-position.ts'
import { readProgramme } from '../../../../../src/chain/stacks/bitcoin-staking/read-programme.ts'
import { modelNode } from '../../../../support/bitcoin-staking/model-node.ts'
import {
  admin,
  alice,
  BTC,
  bob,
  contract,
  dave,
  STX,
  StakingBench,
  stranger,
} from '../../../../support/staking-bench.ts'

const known = (value: unknown) => ({ known: true, value })

function running(): StakingBench {
  const bench = StakingBench.with('m1', 'max', 'native')
  bench.setupBond(0n)
  bench.enter(dave, 0n, 10n * BTC)
  bench.stake(alice, 60_000n * STX, { cycles: 2n })
  bench.stake(bob, 70_000n * STX)
  bench.mineTo(150n)
  bench.distribute(5_000_000n, [0n])
  return bench
}

describe('the programme', () => {
  test('is read in few requests, and in a later block in fewer', async () => {
    const bench = running()
    const node = modelNode(bench)
    const { reading, problem } = await readProgramme(node.client, node.deployment)
    expect(problem).toBeNull()
    expect(reading).toMatchObject({
      burnHeight: 150n,
      clock: known(bench.chain.poxState.clock),
      cycle: known({ id: 1n, isPreparing: false }),
      lastComputeHeight: known(149n),
      arrivedSats: known(0n),
      isPaused: known(false),
      stakedMicroStx: known(130_000n * STX),
      nextStakedMicroStx: known(130_000n * STX),
      bonds: known([
        {
          index: 0n,
          targetRate: 300n,
          stxValueRatio: 400_000n,
          minUstxRatio: 500n,
          firstCycle: 1n,
          endCycle: 13n,
          sats: 10n * BTC,
        },
      ]),
    })
    // Two bonds are possible, of which one is set up.
    expect(node.asked).toHaveLength(7 + 2 + 1)
    bench.mineTo(151n)
    bench.chain.mintSbtc(bench.chain.pox, 77n)
    await readProgramme(node.client, node.deployment)
    expect(node.asked).toHaveLength(10 + 1)
    bench.mineTo(156n)
    const later = await readProgramme(node.client, node.deployment)
    expect(later.reading!.arrivedSats).toEqual(known(77n))
    // The tip, arrivals, the pause, the next cycle's shares, one bond's sats, and the other bond.
    expect(node.asked).toHaveLength(11 + 6)
    expect(node.asked.filter((path) => path.includes('/extended/'))).toEqual([])
  })

  test('has the latest calculation as soon as one is due', async () => {
    const bench = running()
    const node = modelNode(bench)
    await readProgramme(node.client, node.deployment)
    bench.mineTo(200n)
    const waiting = await readProgramme(node.client, node.deployment)
    expect(waiting.reading!.lastComputeHeight).toEqual(known(149n))
    bench.mineTo(201n)
    bench.distribute(0n, [0n])
    const done = await readProgramme(node.client, node.deployment)
    expect(done.reading!.lastComputeHeight).toEqual(known(199n))
    const asked = node.asked.length
    bench.mineTo(202n)
    await readProgramme(node.client, node.deployment)
    expect(node.asked).toHaveLength(asked + 1)
  })

  test('has a clock from the contract where the node does not tell it', async () => {
    const node = modelNode(running(), { refuse: (path) => path === '/v2/pox' })
    const { reading, problem } = await readProgramme(node.client, node.deployment)
    expect(problem).toBeNull()
    expect(reading!.clock).toMatchObject({ known: true, value: { cycleBlocks: 100n } })
  })

  test('says what is unknown, and never 0', async () => {
    const node = modelNode(running(), {
      refuse: (path) => path === '/v2/pox' || path.endsWith('get-pox-info'),
    })
    const { reading } = await readProgramme(node.client, node.deployment)
    const missing = { known: false, reason: 'not-offered' }
    expect(reading).toMatchObject({
      clock: missing,
      cycle: missing,
      stakedMicroStx: missing,
      bonds: missing,
      lastComputeHeight: known(149n),
    })
  })

  test('in a prepare phase says so, and sees a bond that was set up meanwhile', async () => {
    const bench = running()
    const node = modelNode(bench)
    await readProgramme(node.client, node.deployment)
    bench.setupBond(1n)
    bench.mineTo(190n)
    const { reading } = await readProgramme(node.client, node.deployment)
    expect(reading!.cycle).toEqual(known({ id: 1n, isPreparing: true }))
    expect(reading!.bonds).toMatchObject({ known: true, value: [{ index: 0n }, { index: 1n }] })
  })

  test('on another chain is not read', async () => {
    const node = modelNode(running())
    const deployment = { ...node.deployment, chainId: 1 }
    expect(await readProgramme(node.client, deployment)).toEqual({
      reading: null,
      problem: 'wrong-chain',
    })
  })
})

test('bonds around a cycle are those that have not ended, and those that may be set up', () => {
  const clock = running().chain.poxState.clock
  expect(bondsAround(clock, 1n)).toEqual([0n, 1n])
  expect(bondsAround(clock, 12n)).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n])
  expect(bondsAround(clock, 13n)).toEqual([1n, 2n, 3n, 4n, 5n, 6n, 7n])
})

describe('a manager', () => {
  const read = async (node: ReturnType<typeof modelNode>, name: string, cycle = 1n) => {
    await node.client.tip()
    return readManager(new PoxReader(node.client, node.deployment), contract(name), { cycle })
  }
  const managers = { m1: 'reference', max: 'max500', native: 'native' }

  test('of the reference has its fee in a variable', async () => {
    const node = modelNode(running(), { managers, fees: { m1: 495n } })
    expect(await read(node, 'm1')).toMatchObject({
      fee: known({ bips: 495n, pending: null }),
      takesStakes: known(true),
      delegatedMicroStx: known(330_000n * STX),
      pendingMicroStx: known(130_000n * STX),
    })
    expect(node.asked).toHaveLength(1 + 7)
  })

  test('max500 tells a higher fee before it holds', async () => {
    const bench = running()
    bench.ok('update-fees', [450n], admin, 'max')
    expect(await read(modelNode(bench, { managers }), 'max')).toMatchObject({
      fee: known({ bips: 0n, pending: { bips: 450n, fromCycle: 3n } }),
    })
    bench.mineTo(300n)
    expect(await read(modelNode(bench, { managers }), 'max', 3n)).toMatchObject({
      fee: known({ bips: 450n, pending: null }),
    })
  })

  test('of the native pool takes none', async () => {
    const node = modelNode(running(), { managers })
    expect((await read(node, 'native')).fee).toEqual(known({ bips: 0n, pending: null }))
  })

  test('that never registered takes no stakes; one that is no manager has no shape', async () => {
    const node = modelNode(running(), { managers: { plain: 'none' } })
    expect(await read(node, 'plain')).toMatchObject({
      takesStakes: known(false),
      shape: { known: false },
      fee: { known: false },
      delegatedMicroStx: known(0n),
    })
  })
})

describe('a position', () => {
  const read = async (bench: StakingBench, who: string) => {
    const node = modelNode(bench)
    await node.client.tip()
    return readPosition(new PoxReader(node.client, node.deployment), who)
  }

  test('is a stake, a part in a bond, or nothing', async () => {
    const bench = running()
    expect(await read(bench, alice)).toMatchObject({
      stake: known({
        manager: contract('m1'),
        microStx: 60_000n * STX,
        firstCycle: 1n,
        cycles: 2n,
      }),
      bondPart: known(null),
      heldSats: known(0n),
      lockedMicroStx: known(60_000n * STX),
      unlockHeight: known(300n),
    })
    expect(await read(bench, dave)).toMatchObject({
      stake: known(null),
      bondPart: known({ bond: 0n, manager: contract('m1'), sats: 10n * BTC, isL1Lock: false }),
      heldSats: known(10n * BTC),
    })
    expect(await read(bench, stranger)).toMatchObject({
      stake: known(null),
      bondPart: known(null),
      lockedMicroStx: known(0n),
      unlockHeight: known(0n),
    })
  })

  test('of a bond that has ended still shows the sBTC inside [bitcoin-staking 11.11]', async () => {
    const bench = running()
    bench.mineTo(1_301n)
    expect(await read(bench, dave)).toMatchObject({
      bondPart: { value: { bond: 0n, manager: contract('m1'), sats: 10n * BTC } },
      heldSats: known(10n * BTC),
      lockedMicroStx: known(0n),
    })
  })

  test('that has expired stays on record', async () => {
    const bench = running()
    bench.mineTo(301n)
    expect(bench.read('get-staker-info', [alice])).toBeNull()
    expect(await read(bench, alice)).toMatchObject({
      stake: { value: { firstCycle: 1n, cycles: 2n } },
      lockedMicroStx: known(0n),
    })
  })

  test('has the sats that the contract says it holds', async () => {
    const bench = running()
    bench.ok('unstake-sbtc', [contract('m1'), 3n * BTC], dave)
    for (const who of [alice, bob, dave, stranger])
      expect((await read(bench, who)).heldSats).toEqual(
        known(bench.read('get-staker-custodied-sbtc', [who])),
      )
  })
})
