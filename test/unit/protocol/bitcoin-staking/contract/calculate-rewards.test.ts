import { describe, expect, test } from 'vitest'
import { splitRest } from '../../../../../src/protocol/bitcoin-staking/math/income.ts'
import { perShare } from '../../../../../src/protocol/bitcoin-staking/math/shares.ts'
import type { ContractTuple } from '../../../../../src/protocol/clarity/contract-value.ts'
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
  stranger,
} from '../../../../support/staking-bench.ts'

const earned = (bench: StakingBench, cycle: bigint, bond: bigint | undefined) =>
  bench.read('get-earned', [contract('m1'), cycle, bond === undefined ? null : { some: bond }])

describe('mainnet’s distributions', () => {
  const clock = {
    firstBurnHeight: 666_050n,
    cycleBlocks: 2_100n,
    prepareBlocks: 100n,
    firstCycle: 141n,
  }

  test('286 is met to the sat [bitcoin-staking 6.5.1]', () => {
    const staked = 438_005_558_960_464n
    const bench = new StakingBench({
      burnHeight: 962_160n,
      clock,
      microStx: new Map([
        [alice, staked - 100_000n * STX],
        [bob, 100_000n * STX],
        [carol, 20_000_000n * STX],
      ]),
      sats: new Map([[carol, 23_017_037_628n]]),
    })
    bench.register('m1')
    bench.ok('update-fees', [495n], admin, 'm1')
    bench.ok(
      'setup-bond',
      [1n, 300n, 310_237n, 500n, '0x', [{ staker: carol, 'max-sats': 300n * BTC }]],
      admin,
    )
    const sbtc = { err: 23_017_037_628n }
    const paired = 20_000_000n * STX
    bench.ok('register-for-bond', [1n, contract('m1'), paired, sbtc, null], carol)
    bench.stake(alice, staked - 100_000n * STX)
    bench.stake(bob, 100_000n * STX)
    bench.mineTo(967_400n)
    const result = bench.distribute(230_327_835n, [1n])
    expect(result).toMatchObject({
      'gross-accrued-rewards': 230_327_835n,
      'total-bond-rewards': 13_810_222n,
      'reserve-deposit': 32_477_641n,
      'total-stx-staker-rewards': 184_039_972n,
      'cycle-staked-ustx': staked,
      'accrued-rewards-per-ustx': 420_177_251_715n,
      'stx-cycle': 143n,
    })
    expect(bench.read('get-rewards-per-token-for-cycle', [143n, { some: 1n }])).toBe(
      599_999_974_940_302n,
    )
    expect(earned(bench, 143n, 1n)).toBe(13_810_221n)
    bench.ok('claim-rewards', [[1n], 143n], stranger, 'm1')
    expect(bench.read('get-earned-staker-rewards', [bob, 143n, null], 'm1')).toEqual({
      earned: 39_938n,
      fees: 2_079n,
    })
  })

  test('282: its shares give the published rewards per share [bitcoin-staking 6.5.1]', () => {
    const shares = 392_447_554_847_960n
    for (const income of [162_018_759n, 162_018_760n]) {
      const { stxSats } = splitRest(income, shares)
      expect(stxSats).toBe(137_715_946n)
      expect(perShare(stxSats, shares)).toBe(350_915_540_939n)
    }
    expect(splitRest(162_018_758n, shares).stxSats).toBe(137_715_945n)
  })
})

/** Three holders of 50,000 STX each, and bond 0 with 12 BTC and 7 sats. */
function bondedBench(): StakingBench {
  const bench = StakingBench.with('m1')
  bench.setupBond(0n)
  bench.enter(alice, 0n, 10n * BTC)
  bench.enter(bob, 0n, 2n * BTC + 7n)
  bench.stake(carol, 100_000n * STX)
  bench.stake(dave, 50_000n * STX)
  return bench
}

describe('worked examples', () => {
  test('enough for a bond: the rest is split [bitcoin-staking 6.5.2]', () => {
    const bench = bondedBench()
    bench.mineTo(150n)
    expect(bench.distribute(60_000_000n, [0n])).toMatchObject({
      'total-bond-rewards': 720_000n,
      'reserve-deposit': 8_892_000n,
      'total-stx-staker-rewards': 50_388_000n,
      'accrued-rewards-per-ustx': 335_920_000_000_000n,
    })
  })

  test('too little: the shortfall is not remembered [bitcoin-staking 6.5.3]', () => {
    const bench = bondedBench()
    bench.mineTo(150n)
    bench.distribute(60_000_000n, [0n])
    bench.mineTo(200n)
    expect(bench.distribute(500_000n, [0n])).toMatchObject({
      'total-bond-rewards': 500_000n,
      'reserve-deposit': 0n,
      'reserve-balance': 8_892_000n,
      'total-stx-staker-rewards': 0n,
    })
    bench.mineTo(250n)
    expect(bench.distribute(2_000_000n, [0n])).toMatchObject({ 'total-bond-rewards': 720_000n })
  })

  test('two bonds: the higher ratio first, nothing else [bitcoin-staking 6.5.4]', () => {
    const bench = StakingBench.with('m1')
    bench.setupBond(0n)
    bench.enter(alice, 0n, 8n * BTC)
    bench.stake(carol, 150_000n * STX)
    bench.mineTo(110n)
    bench.setupBond(1n, { rate: 500n, ratio: 390_000n })
    bench.enter(bob, 1n, 5n * BTC)
    bench.mineTo(350n)
    const refused = (bonds: bigint[]) => bench.error('calculate-rewards', [bonds], stranger)
    expect(refused([1n, 0n])).toBe(29)
    expect(refused([0n])).toBe(33)
    expect(refused([1n])).toBe(33)
    expect(refused([0n, 0n, 1n])).toBe(29)
    expect(refused([0n, 1n, 2n])).toBe(7)
    expect(bench.distribute(2_000_000n, [0n, 1n])).toMatchObject({
      'total-bond-rewards': 980_000n,
      'reserve-deposit': 153_000n,
      'total-stx-staker-rewards': 867_000n,
    })
  })

  test.each([
    [6n, 0n, 6n],
    [7n, 1n, 6n],
  ])('tiny: %s sats leave %s for the reserve [bitcoin-staking 6.5.5]', (sats, cut, stx) => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.mineTo(150n)
    expect(bench.distribute(sats)).toMatchObject({
      'reserve-deposit': cut,
      'total-stx-staker-rewards': stx,
    })
  })

  test('nobody stakes: all of it goes to the reserve [bitcoin-staking 6.5.6]', () => {
    const bench = new StakingBench()
    bench.mineTo(150n)
    expect(bench.distribute(1_000n)).toMatchObject({
      'reserve-deposit': 1_000n,
      'reserve-balance': 1_000n,
      'total-stx-staker-rewards': 850n,
      'cumulative-rewards-per-ustx': 0n,
    })
  })

  test('limits: an overflowing booking aborts every later call [bitcoin-staking 6.5.7]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.mineTo(150n)
    bench.chain.mintSbtc(contract('m1'), 1n)
    bench.chain.mintSbtc('ST000000000000000000002AMW42H.pox-5', 5n * 10n ** 20n)
    expect(bench.error('calculate-rewards', [[]], stranger)).toBe('ArithmeticOverflow')
    bench.mineTo(250n)
    expect(bench.error('calculate-rewards', [[]], stranger)).toBe('ArithmeticOverflow')
  })

  test('late: all that has arrived is booked to one cycle [bitcoin-staking 6.2]', () => {
    const bench = StakingBench.with('m1')
    bench.stake(alice, 50_000n * STX)
    bench.mineTo(450n)
    bench.chain.mintSbtc('ST000000000000000000002AMW42H.pox-5', 1_000_000n)
    bench.mineTo(700n)
    expect(bench.distribute(500_000n)).toMatchObject({
      'gross-accrued-rewards': 1_500_000n,
      'stx-cycle': 6n,
    })
    expect([4n, 5n, 6n].map((cycle) => earned(bench, cycle, undefined))).toEqual([
      0n,
      0n,
      1_275_000n,
    ])
  })

  test('sats that leave a bond before the call earn nothing [bitcoin-staking 6.2]', () => {
    const bench = bondedBench()
    bench.mineTo(150n)
    bench.ok('unstake-sbtc', [contract('m1'), 10n * BTC], alice)
    const { 'total-bond-rewards': paid } = bench.distribute(60_000_000n, [0n]) as ContractTuple
    expect(paid).toBe(120_000n)
    const share = [contract('m1'), 1n, { some: 0n }, alice]
    bench.ok('claim-rewards', [[0n], 1n], stranger, 'm1')
    expect(bench.read('get-earned-staker-rewards', share)).toBe(0n)
  })
})

test('the first half of the chain cannot be calculated at all [bitcoin-staking 6.1]', () => {
  const bench = new StakingBench()
  expect(bench.error('calculate-rewards', [[]], stranger)).toBe('ArithmeticUnderflow')
})
