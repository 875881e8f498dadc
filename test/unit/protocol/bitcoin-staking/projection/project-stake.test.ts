import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { measureIncome } from '../../../../../src/protocol/bitcoin-staking/projection/measure-income.ts'
import type {
  ManagerTerms,
  ProgrammeState,
} from '../../../../../src/protocol/bitcoin-staking/projection/programme-state.ts'
import {
  projectStake,
  stakeCurve,
} from '../../../../../src/protocol/bitcoin-staking/projection/project-stake.ts'
import { projectStaking } from '../../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'
import { stakeDates } from '../../../../../src/protocol/bitcoin-staking/projection/stake-dates.ts'
import { onQuietMachine } from '../../../../support/on-quiet-machine.ts'
import {
  BTC,
  STX,
  StakingBench,
  admin,
  alice,
  bob,
  carol,
  contract,
  dave,
} from '../../../../support/staking-bench.ts'

const clock = { firstBurnHeight: 0n, cycleBlocks: 100n, prepareBlocks: 10n, firstCycle: 1n }
const mainnet = {
  firstBurnHeight: 666_050n,
  cycleBlocks: 2_100n,
  prepareBlocks: 100n,
  firstCycle: 141n,
}
const exactly = (sats: bigint) => ({
  low: sats,
  middle: sats,
  high: sats,
  calculations: 1,
  from: 0n,
  to: 1n,
})

/** The terms of a manager in a cycle, as anyone can read them. */
const termsOf = (bench: StakingBench, name: string, feeBips = 0n): ManagerTerms => ({
  manager: contract(name),
  feeBips,
  delegatedMicroStx: bench.read('get-amount-delegated-for-signer', [contract(name), 1n]) as bigint,
  pendingMicroStx: bench.read('get-signer-pending-staked-ustx-per-cycle', [
    contract(name),
    1n,
  ]) as bigint,
})

function stateOf(bench: StakingBench, incomeSats: bigint): ProgrammeState {
  const bond = bench.chain.poxState.bonds.get('0')!
  return {
    clock,
    burnHeight: bench.chain.burnHeight,
    cycle: 1n,
    stakedMicroStx: bench.read('get-total-shares-staked-for-cycle', [1n, null]) as bigint,
    bonds: [
      {
        ...bond,
        index: 0n,
        sats: bench.read('get-total-shares-staked-for-cycle', [1n, { some: 0n }]) as bigint,
      },
    ],
    income: exactly(incomeSats),
  }
}

const stx = (most: bigint) => fc.bigInt(1n, most).map((amount) => amount * STX + amount)
const managers = ['m1', 'm2', 'xverse']

describe('a stake’s projection', () => {
  test('is what the contract pays, to the sat [bitcoin-staking 6.6]', () => {
    const drawn = fc.record({
      own: stx(120_000n),
      others: fc.tuple(stx(90_000n), stx(90_000n)),
      fee: fc.bigInt(0n, 9_999n),
      income: fc.bigInt(0n, 10n ** 9n),
      sats: fc.bigInt(1n, 20n * BTC),
      names: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(...managers))),
    })
    fc.assert(
      fc.property(drawn, ({ own, others, fee, income, sats, names }) => {
        const bench = StakingBench.with(...managers)
        const [mine, first, second] = names as [string, string, string]
        bench.setupBond(0n, { minimum: 1n })
        bench.enter(dave, 0n, sats, second)
        bench.ok('update-fees', [fee], admin, mine)
        bench.stake(bob, others[0], { manager: first })
        bench.stake(carol, others[1], { manager: second })
        const terms = termsOf(bench, mine, fee)
        const plan = { microStx: own, cycles: 1n, terms, present: null }
        const projection = projectStake(stateOf(bench, income), plan)
        bench.stake(alice, own, { manager: mine })
        bench.mineTo(projection.dates.firstClaimHeight)
        bench.distribute(income, [0n])
        bench.call('claim-rewards', [[0n], 1n], alice, mine)
        const { earned } = bench.read('get-earned-staker-rewards', [alice, 1n, null], mine) as {
          earned: bigint
        }
        expect(projection.rewards!.middle.half.netSats).toBe(earned)
        expect(bench.read('get-total-shares-staked-for-cycle', [1n, null])).toBe(
          projection.shares.totalMicroStx,
        )
      }),
      { numRuns: 60 },
    )
  })

  test('of a change counts the present stake out [bitcoin-staking 4.10]', () => {
    const bench = StakingBench.with(...managers)
    bench.setupBond(0n)
    bench.stake(alice, 40_000n * STX, { manager: 'm1' })
    bench.stake(bob, 20_000n * STX, { manager: 'm1' })
    bench.stake(carol, 70_000n * STX, { manager: 'm2' })
    const present = {
      position: { manager: contract('m1'), microStx: 40_000n * STX },
      terms: termsOf(bench, 'm1'),
    }
    const plan = { microStx: 60_000n * STX, cycles: 1n, terms: termsOf(bench, 'm2'), present }
    const { shares } = projectStake(stateOf(bench, 1_000_000n), plan)
    bench.ok('stake-update', [contract('m2'), contract('m1'), 0n, 20_000n * STX, null], alice)
    // Without alice the first manager is below the threshold: bob earns nothing any more.
    expect(shares.totalMicroStx).toBe(130_000n * STX)
    expect(bench.read('get-total-shares-staked-for-cycle', [1n, null])).toBe(130_000n * STX)
  })

  test('below the threshold is 0, and says what is missing [bitcoin-staking 11.8]', () => {
    const state = { ...mainnetState(), burnHeight: 967_000n }
    const terms = { manager: 'm', feeBips: 0n, delegatedMicroStx: 10n, pendingMicroStx: 10n }
    const plan = { microStx: 5n, cycles: 1n, terms, present: null }
    const { shares, rewards, assumptions } = projectStake(state, plan)
    expect(shares).toMatchObject({ microStx: 0n, missingMicroStx: 49_999_999_985n })
    expect(rewards!.high.cycle.netSats).toBe(0n)
    expect(assumptions).toContainEqual({
      code: 'below-threshold',
      missingMicroStx: 49_999_999_985n,
    })
  })

  test('of mainnet’s distribution 286: 100,000 STX at 495 bips [bitcoin-staking 6.5.1]', () => {
    const staked = 438_005_558_960_464n - 100_000n * STX
    const state = { ...mainnetState(), stakedMicroStx: staked }
    const terms = {
      manager: 'm',
      feeBips: 495n,
      delegatedMicroStx: staked,
      pendingMicroStx: staked,
    }
    const plan = { microStx: 100_000n * STX, cycles: 4n, terms, present: null }
    const { rewards } = projectStake(state, plan)
    expect(rewards!.middle).toEqual({
      half: { grossSats: 42_017n, feeSats: 2_079n, netSats: 39_938n },
      cycle: { grossSats: 84_034n, feeSats: 4_158n, netSats: 79_876n },
      // 50.06 halves, not compounded.
      year: { grossSats: 2_103_250n, feeSats: 104_068n, netSats: 1_999_182n },
      total: { grossSats: 336_136n, feeSats: 16_632n, netSats: 319_504n },
    })
  })

  test('is unknown where income or fee are, never 0', () => {
    const terms = {
      manager: 'm',
      feeBips: null,
      delegatedMicroStx: 50_000n * STX,
      pendingMicroStx: 50_000n * STX,
    }
    const plan = { microStx: 100n * STX, cycles: 1n, terms, present: null }
    const known = projectStake(mainnetState(), plan)
    expect(known.rewards!.middle.half).toMatchObject({ feeSats: null, netSats: null })
    expect(known.rewards!.middle.half.grossSats).toBeGreaterThan(0n)
    const unknown = projectStake({ ...mainnetState(), income: null }, plan)
    expect(unknown.rewards).toBeNull()
    expect(unknown.assumptions).toContainEqual({ code: 'unknown-income' })
  })
})

/** Mainnet as it was before distribution 286. */
const mainnetState = (): ProgrammeState => ({
  clock: mainnet,
  burnHeight: 966_400n,
  cycle: 143n,
  stakedMicroStx: 438_005_558_960_464n,
  bonds: [
    {
      index: 1n,
      targetRate: 300n,
      stxValueRatio: 310_237n,
      minUstxRatio: 500n,
      sats: 23_017_037_628n,
    },
  ],
  income: exactly(230_327_835n),
})

describe('dates of a stake [bitcoin-staking 6.6]', () => {
  test.each([
    [2n, { possibleFrom: 2n, firstCycle: 1n, firstClaimHeight: 150n, unlockHeight: 400n }],
    [89n, { possibleFrom: 89n, firstCycle: 1n }],
    [90n, { possibleFrom: 100n, firstCycle: 2n, firstClaimHeight: 250n, unlockHeight: 500n }],
    [100n, { possibleFrom: 100n, firstCycle: 2n, startHeight: 200n }],
  ])('at height %s', (height, dates) => {
    expect(stakeDates(clock, height, 3n)).toMatchObject(dates)
  })
})

describe('income of a half [bitcoin-staking 6.6]', () => {
  test('is measured between calculations; a late one is spread over its halves', () => {
    const past = [
      { height: 249n, sats: 300n },
      { height: 149n, sats: 5_000n },
      { height: 199n, sats: 100n },
      { height: 399n, sats: 600n },
    ]
    expect(measureIncome(clock, past)).toEqual({
      low: 100n,
      middle: 200n,
      high: 300n,
      calculations: 3,
      from: 150n,
      to: 399n,
    })
  })

  test('is unknown from one calculation, or none', () => {
    expect(measureIncome(clock, [])).toBeNull()
    expect(measureIncome(clock, [{ height: 149n, sats: 1n }])).toBeNull()
  })
})

describe('the curve', () => {
  const terms = ['a', 'b', 'c', 'd', 'e'].map((manager, index) => ({
    manager,
    feeBips: BigInt(index * 100),
    delegatedMicroStx: 10n ** 13n,
    pendingMicroStx: 10n ** 13n,
  }))

  test('passes through the projections of its points', () => {
    const state = mainnetState()
    const points = stakeCurve(
      state,
      { terms: terms[1]!, present: null },
      { end: 10n ** 13n, points: 9 },
    )
    expect(points).toHaveLength(9)
    for (const { microStx, cycleSats } of points) {
      const plan = { microStx, cycles: 1n, terms: terms[1]!, present: null }
      expect(cycleSats!.middle).toBe(projectStake(state, plan).rewards!.middle.cycle.netSats)
    }
  })

  onQuietMachine('of 200 points over 5 managers takes under 5 ms', () => {
    const plan = { microStx: 10n ** 11n, cycles: 12n, terms: terms[0]!, present: null }
    const question = {
      state: mainnetState(),
      plan,
      managers: terms,
      curve: { points: 200, end: 10n ** 13n },
    }
    for (let run = 0; run < 20; run++) projectStaking(question)
    // Together: the clock of a process may be coarser than one of them.
    const runs = 200
    const start = process.cpuUsage().user
    for (let run = 0; run < runs; run++) projectStaking(question)
    expect((process.cpuUsage().user - start) / 1_000 / runs).toBeLessThan(5)
  })

  test('managers are compared, net of their fees', () => {
    const plan = { microStx: 10n ** 11n, cycles: 12n, terms: terms[0]!, present: null }
    const { managers } = projectStaking({ state: mainnetState(), plan, managers: terms })
    expect(managers.map(({ manager, feeBips }) => [manager, feeBips])).toEqual(
      terms.map(({ manager, feeBips }) => [manager, feeBips]),
    )
    expect(managers[0]!.changeSats).toEqual({ low: 0n, middle: 0n, high: 0n })
    expect(managers[4]!.changeSats!.middle).toBeLessThan(0n)
  })
})
