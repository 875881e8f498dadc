import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import {
  admin,
  alice,
  bob,
  carol,
  createPoxVm,
  errorOf,
  okOf,
  id,
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
  world = new PoxWorld(vm, { m1: 'reference', m2: 'reference' })
})

const btc = 100_000_000n

describe('bonds are paid before stakers [bitcoin-staking 6.5]', () => {
  /** Bond 0: 12 BTC and 7 sats at 3 %; 150,000 STX staked. */
  const prepare = (): void => {
    okOf(world.setupBond(0, 300, 400_000, { [alice]: 10n * btc, [bob]: 10n * btc }))
    okOf(world.register(alice, { bond: 0, manager: 'm1', sats: 10n * btc, microStx: stx(200_000) }))
    okOf(
      world.register(bob, { bond: 0, manager: 'm2', sats: 2n * btc + 7n, microStx: stx(40_001) }),
    )
    okOf(world.stake(carol, 'm1', stx(150_000), 20))
    world.mineTo(150)
  }

  test('enough for the target: the rest is split between reserve and stakers', () => {
    prepare()
    world.income(60_000_000n)
    expect(okOf(world.calculate(0))).toMatchObject({
      'gross-accrued-rewards': 60_000_000n,
      'total-bond-rewards': 720_000n,
      'reserve-deposit': 8_892_000n,
      'total-stx-staker-rewards': 50_388_000n,
      'accrued-rewards-per-ustx': 335_920_000_000_000n,
      'stx-cycle': 1n,
    })
    expect(okOf(world.ask('m1', admin, 'claim-rewards', [0n], 1n))).toMatchObject({
      'stx-rewards': { earned: 50_388_000n },
      'bond-totals': 599_999n,
    })
  })

  test('too little: the bond takes all, and the shortfall is forgotten', () => {
    prepare()
    world.income(500_000n)
    expect(okOf(world.calculate(0))).toMatchObject({
      'total-bond-rewards': 500_000n,
      'reserve-deposit': 0n,
      'total-stx-staker-rewards': 0n,
    })
    world.mineTo(200)
    world.income(1_000_000n)
    expect(okOf(world.calculate(0))).toMatchObject({ 'total-bond-rewards': 720_000n })
  })

  test('two bonds: the higher ratio first, each in the list once', () => {
    okOf(world.setupBond(0, 300, 400_000, { [alice]: 8n * btc }))
    okOf(world.register(alice, { bond: 0, manager: 'm1', sats: 8n * btc, microStx: stx(160_000) }))
    okOf(world.stake(carol, 'm1', stx(150_000), 20))
    world.mineTo(110)
    okOf(world.setupBond(1, 500, 390_000, { [bob]: 5n * btc }))
    okOf(world.register(bob, { bond: 1, manager: 'm2', sats: 5n * btc, microStx: stx(97_500) }))
    world.mineTo(351)
    world.income(2_000_000n)
    expect(errorOf(world.calculate(1, 0))).toBe(29n)
    expect(errorOf(world.calculate(0))).toBe(33n)
    expect(errorOf(world.calculate(1))).toBe(33n)
    expect(errorOf(world.calculate(0, 0, 1))).toBe(29n)
    expect(errorOf(world.calculate(0, 1, 2))).toBe(7n)
    expect(okOf(world.calculate(0, 1))).toMatchObject({
      'total-bond-rewards': 980_000n,
      'reserve-deposit': 153_000n,
      'total-stx-staker-rewards': 867_000n,
    })
    expect(errorOf(world.calculate(0, 1))).toBe(30n)
  })

  test('a bond that is not active is refused', () => {
    okOf(world.setupBond(0, 300, 400_000, { [alice]: btc }))
    world.mineTo(110)
    okOf(world.setupBond(1, 300, 390_000, { [alice]: btc }))
    world.mineTo(150)
    expect(errorOf(world.calculate(0, 1))).toBe(31n)
  })
})

test('the pause stops managers from pulling, and nothing else', () => {
  okOf(world.stake(alice, 'm1', stx(60_000), 4))
  world.mineTo(150)
  world.income(1_000_000n)
  okOf(world.calculate())
  expect(errorOf(world.pox(bob, 'pause-rewards'))).toBe(1n)
  okOf(world.pox(admin, 'set-pause-admin', bob))
  expect(world.pox(bob, 'pause-rewards')).toMatchObject({
    ok: true,
    effects: { prints: [{ contract: pox5Contract, value: { topic: 'pause-rewards' } }] },
  })
  expect(errorOf(world.ask('m1', admin, 'claim-rewards', [], 1n))).toBe(53n)
  world.mineTo(200)
  okOf(world.calculate())
  okOf(world.pox(alice, 'unstake', id('m1')))
})
