import { readFileSync } from 'node:fs'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob, carol, stranger } from '../support/contract/accounts.ts'
import { initialize, nextCycle, runCycle } from '../support/contract/cycle.ts'
import { admin, createWorld, type World } from '../support/contract/world.ts'

const vault = `${admin}.sample-defi`

describe.each(['v1', 'live'] as const)('the sample DeFi contract, on the %s build', (build) => {
  let world: World
  beforeAll(async () => {
    const source = readFileSync(
      new URL('../../src/contracts/sample-defi.clar', import.meta.url),
      'utf8',
    ).replaceAll('.dual-stacking-v1', `.dual-stacking-${build}`)
    world = await createWorld({ build, more: [{ name: 'sample-defi', source }] })
  })
  beforeEach(() => world.reset())

  const call = (fn: string, args: bigint[], who: string) =>
    world.callOf(vault, fn, args, who).result
  const put = (who: string, sats: bigint) => {
    world.giveSbtc(who, sats)
    expect(call('deposit', [sats], who)).toEqual({ ok: true })
  }
  const position = (who: string) =>
    world.readOf<Record<string, bigint>>(vault, 'get-position', [who])

  /** The vault is enrolled, alice and bob are in it before the first cycle. */
  const start = () => {
    world.ok('enroll-defi', [vault, vault, vault, null])
    world.giveSbtc(world.contract, 10_000_000n)
    put(alice, 60_000_000n)
    put(bob, 40_000_000n)
    expect(call('settle', [], stranger)).toEqual({ err: 400n })
    initialize(world, { snapshots: 1n, blocks: 100n })
  }

  test('is paid as one participant and splits by what was held through the cycle', () => {
    start()
    // What comes in the first cycle, before anything is settled, counts from the next one.
    expect(runCycle(world, [vault]).transfers).toEqual([
      { from: world.contract, to: vault, sats: 952n },
    ])
    expect(world.read('reward-amount-for-cycle-and-reward-address', [0n, vault])).toEqual({
      some: 952n,
    })
    expect(call('deposit', [1n], alice)).toEqual({ err: 401n })
    expect(call('settle', [], stranger)).toEqual({ ok: 952n })
    expect(call('settle', [], stranger)).toEqual({ err: 400n })
    expect(call('claim', [], alice)).toEqual({ err: 403n })

    nextCycle(world)
    put(carol, 100_000_000n)
    expect(call('withdraw', [20_000_000n], bob)).toEqual({ ok: true })
    // Bob put it back: he kept 20000000 through the cycle, whatever he holds at its end.
    expect(call('deposit', [20_000_000n], bob)).toEqual({ ok: true })
    const [second] = runCycle(world, [vault]).transfers
    const waiting = 952n
    expect(call('settle', [], stranger)).toEqual({ ok: waiting + second!.sats })
    const shared = waiting + second!.sats
    expect(position(alice)['owed']).toBe((shared * 60n) / 80n)
    expect(position(bob)['owed']).toBe((shared * 20n) / 80n)
    expect(position(carol)['owed']).toBe(0n)

    nextCycle(world)
    expect(call('claim', [], alice)).toEqual({ ok: true })
    expect(world.sbtcOf(alice)).toBe((shared * 60n) / 80n)
    const [third] = runCycle(world, [vault]).transfers
    call('settle', [], stranger)
    expect(position(carol)['owed']).toBe((third!.sats * 100n) / 200n)
  })

  test('can always pay: all claim and leave, only dust remains', () => {
    start()
    for (let cycle = 0; cycle < 3; cycle += 1) {
      runCycle(world, [vault])
      call('settle', [], stranger)
      nextCycle(world)
    }
    for (const [who, sats] of [
      [alice, 60_000_000n],
      [bob, 40_000_000n],
    ] as const) {
      expect(call('claim', [], who)).toEqual({ ok: true })
      expect(call('withdraw', [sats], who)).toEqual({ ok: true })
      expect(call('withdraw', [1n], who)).toEqual({ err: 402n })
    }
    expect(world.sbtcOf(vault)).toBeLessThan(10n)
    expect(
      world.sbtcOf(alice) + world.sbtcOf(bob) + world.sbtcOf(vault) + world.sbtcOf(world.contract),
    ).toBe(110_000_000n)
  })
})
