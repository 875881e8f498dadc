import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import {
  bitcoinTransaction,
  proofOf,
} from '../../src/dev/network/bitcoin-staking/timelock-proof.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import {
  admin,
  alice,
  bob,
  createPoxVm,
  dave,
  errorOf,
  id,
  okOf,
  PoxWorld,
  stx,
} from '../support/bitcoin-staking/pox-world.ts'

let vm: Vm
let world: PoxWorld
beforeAll(async () => {
  vm = await createPoxVm()
})
beforeEach(async () => {
  await vm.reset()
  world = new PoxWorld(vm, { m1: 'reference', m2: 'reference', proxy: 'proxy' })
})

const btc = 100_000_000n

describe('sBTC in bonds', () => {
  const bond = 0n
  beforeEach(() => {
    okOf(world.setupBond(0, 300, 400_000, { [alice]: 10n * btc, [bob]: btc }))
    okOf(world.register(alice, { bond: 0, manager: 'm1', sats: 10n * btc, microStx: stx(200_000) }))
  })

  test('registering takes the sBTC and locks the STX', () => {
    const outcome = world.register(bob, {
      bond: 0,
      manager: 'm1',
      sats: btc,
      microStx: stx(20_000),
    })
    expect(outcome).toMatchObject({
      ok: { 'sats-total': btc, 'btc-lockup': { type: 'l2', txs: null } },
      effects: {
        moves: [{ from: bob, to: pox5Contract, sats: btc }],
        locks: [{ who: bob, microStx: stx(20_000), unlockBurnHeight: 1300n }],
      },
    })
    expect(world.read('get-total-sbtc-staked-for-bond', bond)).toBe(11n * btc)
    expect(
      errorOf(world.register(bob, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) })),
    ).toBe(9n)
  })

  test('a registration needs an allowance, the minimum STX and a bond that has not begun', () => {
    expect(
      errorOf(world.register(dave, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) })),
    ).toBe(11n)
    expect(
      errorOf(
        world.register(bob, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) - 1n }),
      ),
    ).toBe(8n)
    expect(
      errorOf(
        world.register(bob, { bond: 0, manager: 'm1', sats: btc + 1n, microStx: stx(21_000) }),
      ),
    ).toBe(10n)
    world.mineTo(90)
    expect(
      errorOf(world.register(bob, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) })),
    ).toBe(47n)
    world.mineTo(100)
    expect(
      errorOf(world.register(bob, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) })),
    ).toBe(43n)
  })

  test('taking out sats before the calculation forfeits the half', () => {
    world.mineTo(150)
    world.income(10_000_000n)
    okOf(world.pox(alice, 'unstake-sbtc', id('m1'), 4n * btc))
    expect(okOf(world.calculate(0))).toMatchObject({ 'total-bond-rewards': 360_000n })
    const outcome = world.pox(alice, 'unstake-sbtc', id('m1'), 6n * btc)
    expect(outcome).toMatchObject({
      ok: { 'amount-withdrawn-sats': 6n * btc, 'new-amount-sats': 0n },
      effects: { moves: [{ from: pox5Contract, to: alice, sats: 6n * btc }], locks: [] },
    })
    // What was booked before is still there.
    okOf(world.ask('m1', admin, 'claim-rewards', [bond], 1n))
    expect(
      okOf(world.ask('m1', admin, 'claim-staker-rewards', alice, 1n, { some: bond })),
    ).toMatchObject({ earned: 360_000n })
    expect(errorOf(world.pox(alice, 'unstake-sbtc', id('m1'), 0n))).toBe(3n)
    expect(errorOf(world.pox(alice, 'unstake-sbtc', id('m1'), 1n))).toBe(37n)
    expect(world.read('get-bond-membership', alice)).toMatchObject({ some: { 'amount-sats': 0n } })
  })

  test('a new manager earns from the next cycle on, and sats leave the right one', () => {
    world.mineTo(120)
    expect(errorOf(world.pox(alice, 'update-bond-registration', id('m1'), id('m1'), null))).toBe(
      44n,
    )
    expect(errorOf(world.pox(alice, 'update-bond-registration', id('m1'), id('m2'), null))).toBe(
      36n,
    )
    expect(
      okOf(world.pox(alice, 'update-bond-registration', id('m2'), id('m1'), null)),
    ).toMatchObject({ 'first-reward-cycle': 2n, 'num-cycles': 11n, signer: id('m2') })
    const shares = (manager: string, cycle: bigint) =>
      world.read('get-signer-shares-staked-for-cycle', id(manager), cycle, { some: bond })
    expect([shares('m1', 1n), shares('m2', 1n)]).toEqual([10n * btc, 0n])
    expect([shares('m1', 2n), shares('m2', 2n)]).toEqual([0n, 10n * btc])
    expect(world.read('get-amount-delegated-for-signer', id('m2'), 12n)).toBe(stx(200_000))
    expect(errorOf(world.pox(alice, 'unstake-sbtc', id('m1'), btc))).toBe(36n)
    okOf(world.pox(alice, 'unstake-sbtc', id('m2'), btc))
    expect([shares('m1', 1n), shares('m2', 2n)]).toEqual([9n * btc, 9n * btc])
  })

  test('in the last cycle only the record changes its manager', () => {
    world.mineTo(1210)
    expect(
      okOf(world.pox(alice, 'update-bond-registration', id('m2'), id('m1'), null)),
    ).toMatchObject({ 'first-reward-cycle': 13n, 'num-cycles': 0n })
    okOf(world.pox(alice, 'unstake-sbtc', id('m2'), btc))
    expect(world.read('get-signer-shares-staked-for-cycle', id('m1'), 12n, { some: bond })).toBe(
      9n * btc,
    )
  })

  test('sBTC of an ended bond waits, and returns with a new stake', () => {
    world.mineTo(1300)
    expect(world.read('get-bond-membership', alice)).toBeNull()
    expect(world.read('get-staker-custodied-sbtc', alice)).toBe(10n * btc)
    expect(errorOf(world.pox(alice, 'update-bond-registration', id('m2'), id('m1'), null))).toBe(
      34n,
    )
    okOf(world.pox(alice, 'unstake-sbtc', id('m1'), btc))
    expect(world.stake(alice, 'm2', stx(100_000), 2)).toMatchObject({
      effects: {
        moves: [{ from: pox5Contract, to: alice, sats: 9n * btc }],
        locks: [{ microStx: stx(100_000), unlockBurnHeight: 1600n }],
      },
    })
    expect(world.read('get-total-sbtc-staked')).toBe(0n)
    expect(world.read('get-staker-custodied-sbtc', alice)).toBe(0n)
  })

  test('a bond is left for a stake only in its last half cycle; the lock may shrink', () => {
    world.mineTo(1110)
    expect(errorOf(world.stake(alice, 'm1', stx(1), 1))).toBe(19n)
    world.mineTo(1210)
    expect(errorOf(world.stake(alice, 'm1', stx(1), 1))).toBe(48n)
    world.mineTo(1250)
    expect(world.stake(alice, 'm1', stx(70_000), 1)).toMatchObject({
      ok: { 'first-reward-cycle': 13n },
      effects: {
        moves: [{ from: pox5Contract, to: alice, sats: 10n * btc }],
        locks: [{ microStx: stx(70_000), unlockBurnHeight: 1400n }],
      },
    })
    expect(world.chain.stxAccount(alice)).toEqual({
      lockedMicroStx: stx(70_000),
      unlockedMicroStx: stx(330_000),
      unlockBurnHeight: 1400n,
    })
    // The old position earns to its own end.
    world.mineTo(1300)
    world.income(1_000_000n)
    expect(okOf(world.calculate(0))).toMatchObject({ 'total-bond-rewards': 600_000n })
  })

  test('a bond rolls over into the next one with the difference in sBTC', () => {
    world.mineTo(1150)
    okOf(world.setupBond(6, 300, 400_000, { [alice]: 20n * btc }))
    expect(
      errorOf(
        world.register(alice, { bond: 6, manager: 'm1', sats: 4n * btc, microStx: stx(80_000) }),
      ),
    ).toBe(48n)
    world.mineTo(1250)
    expect(
      world.register(alice, { bond: 6, manager: 'm2', sats: 4n * btc, microStx: stx(80_000) }),
    ).toMatchObject({
      ok: { 'first-reward-cycle': 13n, 'unlock-burn-height': 2500n },
      effects: {
        moves: [{ from: pox5Contract, to: alice, sats: 6n * btc }],
        locks: [{ microStx: stx(80_000), unlockBurnHeight: 2500n }],
      },
    })
    expect(world.read('get-total-sbtc-staked')).toBe(4n * btc)
    expect(world.read('get-total-sbtc-staked-for-bond', 6n)).toBe(4n * btc)
  })

  test('an early exit is for Bitcoin in timelocks only', () => {
    expect(errorOf(world.pox(alice, 'announce-l1-early-exit', alice, id('m1')))).toBe(35n)
    expect(errorOf(world.pox(bob, 'announce-l1-early-exit', alice, id('m1')))).toBe(1n)
    expect(errorOf(world.ask('proxy', alice, 'announce', alice, id('m1')))).toBe(1n)
    expect(errorOf(world.pox(bob, 'announce-l1-early-exit', bob, id('m1')))).toBe(34n)
  })

  test('a stake rolls into a bond only when it has ended by the bond', () => {
    okOf(world.stake(bob, 'm1', stx(60_000), 1))
    expect(
      errorOf(world.register(bob, { bond: 0, manager: 'm1', sats: btc, microStx: stx(20_000) })),
    ).toBe(19n)
    world.mineTo(110)
    okOf(world.setupBond(1, 300, 400_000, { [bob]: btc }))
    expect(errorOf(world.stake(alice, 'm1', stx(1), 1))).toBe(19n)
    world.mineTo(210)
    okOf(world.register(bob, { bond: 1, manager: 'm2', sats: btc, microStx: stx(30_000) }))
    expect(world.read('get-staker-info', bob)).toBeNull()
    expect(world.chain.stxAccount(bob)).toMatchObject({ lockedMicroStx: stx(30_000) })
  })
})

test('without the Bitcoin header, no proof of a timelock holds', () => {
  okOf(world.setupBond(0, 300, 400_000, { [alice]: btc }))
  const unlock = 1250n
  const built = world.read('construct-lockup-output-script', alice, unlock, '0xac', '0x')
  const transaction = bitcoinTransaction([{ script: (built as { ok: string }).ok, sats: btc }])
  const outputs = [proofOf(transaction, { sats: btc, unlock })]
  const lockup = { ok: { outputs, 'staker-unlock-bytes': '0xac' } }
  expect(
    errorOf(world.pox(alice, 'register-for-bond', 0n, id('m1'), stx(60_000), lockup, null)),
  ).toBe(40n)
})
