import { Cl, serializeCV, type ClarityValue } from '@stacks/transactions'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import {
  admin,
  alice,
  bob,
  carol,
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

const address = { version: '0x04', hashbytes: `0x${'ab'.repeat(20)}` }
const serialized = (fields: { [name: string]: ClarityValue }): { some: string } => ({
  some: `0x${serializeCV(Cl.tuple(fields))}`,
})
const payout = (maxFee: number, more: { [name: string]: ClarityValue } = {}) =>
  serialized({
    'pox-addr': Cl.tuple({
      version: Cl.bufferFromHex('04'),
      hashbytes: Cl.bufferFromHex('ab'.repeat(20)),
    }),
    'max-fee': Cl.uint(maxFee),
    ...more,
  })

/** Stakes 100,000 STX of alice, bob and carol for ten cycles, with calldata of theirs. */
const stakeAll = (
  manager: string,
  calldata: Record<string, { some: string } | null> = {},
): void => {
  for (const [who, amount] of [
    [alice, 60_000],
    [bob, 30_000],
    [carol, 10_000],
  ] as const)
    okOf(world.pox(who, 'stake', id(manager), stx(amount), 10n, 3n, calldata[who] ?? null))
}

/** Books income to a cycle, after its first half, and has the manager pull its share. */
const earn = (manager: string, cycle: number, income: bigint): void => {
  world.mineTo(cycle * 100 + 50)
  world.income(income)
  okOf(world.calculate())
  okOf(world.ask(manager, dave, 'claim-rewards', [], BigInt(cycle)))
}

const claim = (manager: string, who: string, cycle: number, sender = dave) =>
  world.ask(manager, sender, 'claim-staker-rewards', who, BigInt(cycle), null)

describe('the manager with a fee of at most 5 % [bitcoin-staking 7.5]', () => {
  beforeEach(async () => {
    await vm.reset()
    world = new PoxWorld(vm, { m: 'max500', plain: 'plain' })
  })

  test('takes calldata of two and of three fields, and settings of the holder', () => {
    stakeAll('m', { [alice]: payout(2000), [bob]: payout(1000, { 'min-claim': Cl.uint(5000) }) })
    const config = (who: string) => world.readFrom('m', 'get-payout-config', who)
    expect(config(alice)).toEqual({
      some: { 'pox-addr': address, 'max-fee': 2000n, 'min-claim': 2547n },
    })
    expect(config(bob)).toMatchObject({ some: { 'min-claim': 5000n } })
    expect(config(carol)).toBeNull()
    const set = (hashbytes: string, minClaim: bigint) =>
      world.ask('m', carol, 'set-payout-config', { version: '0x', hashbytes }, 10n, minClaim)
    expect(errorOf(set(`0x${'ab'.repeat(32)}`, 557n))).toBe(1004n)
    expect(errorOf(set(address.hashbytes, 556n))).toBe(1014n)
    expect(set(address.hashbytes, 557n)).toMatchObject({
      ok: true,
      effects: {
        prints: [
          { value: { topic: 'set-payout-config', staker: carol, config: { 'min-claim': 557n } } },
        ],
      },
    })
    okOf(world.ask('m', carol, 'clear-payout-config'))
    expect(config(carol)).toBeNull()
    const update = (calldata: { some: string } | null) =>
      world.pox(alice, 'stake-update', id('m'), id('m'), 0n, 0n, calldata)
    expect(errorOf(update({ some: '0x00' }))).toBe(1003n)
    expect(errorOf(update(payout(2000, { 'min-claim': Cl.uint(2546) })))).toBe(1014n)
    okOf(update(null))
    expect(config(alice)).toBeNull()
  })

  test('a fee rises two cycles later and falls at once', () => {
    expect(errorOf(world.ask('m', admin, 'update-fees', 501n))).toBe(1005n)
    expect(errorOf(world.ask('m', alice, 'update-fees', 1n))).toBe(1002n)
    expect(world.ask('m', admin, 'update-fees', 450n)).toMatchObject({
      effects: {
        prints: [
          {
            value: {
              topic: 'update-fees',
              'old-fees': 0n,
              'new-fees': 450n,
              'activation-cycle': 2n,
            },
          },
        ],
      },
    })
    stakeAll('m')
    earn('m', 1, 100_000n)
    expect(world.readFrom('m', 'get-fee-bips-for-cycle', 1n, null)).toBe(0n)
    earn('m', 2, 100_000n)
    expect(world.readFrom('m', 'get-fee-bips-for-cycle', 2n, null)).toBe(450n)
    okOf(world.ask('m', admin, 'update-fees', 100n))
    expect(world.readFrom('m', 'get-active-fee-bips')).toBe(100n)
    expect(world.readFrom('m', 'get-earned-staker-rewards', carol, 2n, null)).toEqual({
      earned: 8118n,
      fees: 382n,
    })
  })

  test('settles into pending payouts, and pays them as a whole', () => {
    stakeAll('m', { [bob]: payout(1000, { 'min-claim': Cl.uint(40_000) }) })
    earn('m', 1, 100_000n)
    const settle = (who: string, cycle: bigint) =>
      world.ask('m', dave, 'settle-staker-rewards', who, cycle, null)
    expect(settle(carol, 1n)).toMatchObject({
      effects: {
        prints: [
          { contract: pox5Contract, value: { 'rewards-claimed': 8500n } },
          { contract: id('m'), value: { earned: 8500n, fees: 0n, 'pending-payout': 8500n } },
        ],
      },
    })
    expect(errorOf(settle(carol, 1n))).toBe(1001n)
    expect(world.ask('m', dave, 'payout', carol)).toMatchObject({
      ok: { amount: 8500n, 'withdrawal-request': null },
      effects: { moves: [{ from: id('m'), to: carol, sats: 8500n }] },
    })
    expect(errorOf(world.ask('m', dave, 'payout', carol))).toBe(1016n)
    okOf(settle(bob, 1n))
    expect(errorOf(world.ask('m', dave, 'payout', bob))).toBe(1013n)
    earn('m', 2, 100_000n)
    expect(claim('m', bob, 2)).toMatchObject({
      ok: { amount: 51_000n, 'withdrawal-request': { some: 1n } },
      effects: {
        moves: [
          { burned: 'available', who: id('m'), sats: 51_000n },
          { minted: 'locked', who: id('m'), sats: 51_000n },
        ],
      },
    })
    world.chain.answerWithdrawal(1n, 400n)
    expect(errorOf(world.ask('m', dave, 'reclaim-failed-withdrawal', 1n))).toBe(1009n)
    expect(world.ask('m', dave, 'settle-accepted-withdrawal', 1n)).toMatchObject({
      effects: { prints: [{ value: { 'liability-released': 51_000n, 'fee-refund': 600n } }] },
    })
    expect(errorOf(world.ask('m', dave, 'settle-accepted-withdrawal', 1n))).toBe(1008n)
    okOf(world.ask('m', dave, 'claim-refund', bob))
    expect(errorOf(world.ask('m', dave, 'claim-refund', bob))).toBe(1017n)
    expect(world.chain.availableSats(bob)).toBe(2_000_000_600n)
    expect(errorOf(world.ask('m', admin, 'sweep-fee-refunds', dave))).toBe(1010n)
  })

  test('a payout below dust is refused even to the holder; a rejected one comes back', () => {
    stakeAll('m', { [alice]: payout(50_454) })
    earn('m', 1, 100_000n)
    expect(errorOf(claim('m', alice, 1, alice))).toBe(1012n)
    okOf(world.pox(alice, 'stake-update', id('m'), id('m'), 0n, 0n, payout(50_453)))
    okOf(claim('m', alice, 1))
    expect(errorOf(world.ask('m', dave, 'settle-accepted-withdrawal', 1n))).toBe(1011n)
    world.chain.answerWithdrawal(1n, undefined)
    expect(world.ask('m', dave, 'reclaim-failed-withdrawal', 1n)).toMatchObject({
      ok: 51_000n,
      effects: { moves: [{ from: id('m'), to: alice, sats: 51_000n }] },
    })
  })

  test('an administrator cannot remove themselves', () => {
    expect(errorOf(world.ask('m', admin, 'update-admin', admin, false))).toBe(1015n)
    okOf(world.ask('m', admin, 'update-admin', bob, true))
    okOf(world.ask('m', bob, 'update-admin', admin, false))
    expect(errorOf(world.ask('m', admin, 'withdraw-fees', 0n, bob))).toBe(1002n)
  })

  test('a sole holder of a third of the cycle is locked out of it by dust', () => {
    okOf(world.ask('m', admin, 'update-fees', 0n))
    okOf(world.stake(alice, 'm', stx(60_000), 2))
    okOf(world.stake(bob, 'plain', stx(120_000), 2))
    for (const height of [150, 200]) {
      world.mineTo(height)
      world.income(1_000_001n)
      okOf(world.calculate())
      expect(okOf(world.ask('m', dave, 'claim-rewards', [], 1n))).toMatchObject({
        'total-rewards': 283_333n,
      })
    }
    expect(world.readFrom('m', 'get-earned-staker-rewards', alice, 1n, null)).toEqual({
      earned: 566_667n,
      fees: 0n,
    })
    expect(errorOf(claim('m', alice, 1))).toBe(1001n)
  })
})

describe('the native manager [bitcoin-staking 7.6]', () => {
  beforeEach(async () => {
    await vm.reset()
    world = new PoxWorld(vm, { n: 'native', pool: 'native-pool', m: 'reference' })
  })

  test('takes stakes through its pool only, and pays the sender', () => {
    expect(errorOf(world.stake(alice, 'n', stx(60_000), 3))).toBe(37002n)
    expect(world.ask('pool', alice, 'delegate', id('n'), stx(60_000), 3n)).toMatchObject({
      ok: { staker: alice, 'unlock-burn-height': 400n },
      effects: { locks: [{ who: alice, microStx: stx(60_000) }] },
    })
    okOf(world.ask('pool', alice, 'delegate-update', id('n'), id('n'), 1n, 0n, null))
    expect(errorOf(world.pox(alice, 'stake-update', id('n'), id('n'), 1n, 0n, null))).toBe(37002n)
    earn('n', 1, 100_000n)
    const claimOwn = (who: string) => world.ask('n', who, 'claim-staker-rewards', 1n, null)
    expect(errorOf(claimOwn(bob))).toBe(37003n)
    expect(claimOwn(alice)).toMatchObject({
      ok: 84_999n,
      effects: {
        prints: [
          { contract: pox5Contract },
          {
            contract: id('n'),
            value: {
              action: 'claim-staker-rewards',
              data: { staker: alice, 'reward-cycle': 1n, earned: 84_999n },
            },
          },
        ],
        moves: [{ from: id('n'), to: alice, sats: 84_999n }],
      },
    })
    okOf(world.pox(alice, 'stake-update', id('m'), id('n'), 1n, 0n, null))
    expect(errorOf(world.ask('n', alice, 'register-self', id('n'), '0x', 2n, '0x'))).toBe(37001n)
  })

  test('leaving needs no pool', () => {
    okOf(world.ask('pool', alice, 'delegate', id('n'), stx(60_000), 3n))
    okOf(world.pox(alice, 'unstake', id('n')))
    okOf(world.ask('pool', alice, 'undelegate', id('n')))
  })
})

test('the xverse revision returns what it pays, and nothing else', async () => {
  await vm.reset()
  world = new PoxWorld(vm, { x: 'xverse' })
  okOf(world.ask('x', admin, 'update-fees', 333n))
  stakeAll('x')
  earn('x', 1, 100_000n)
  expect(okOf(claim('x', alice, 1))).toBe(49_302n)
})
