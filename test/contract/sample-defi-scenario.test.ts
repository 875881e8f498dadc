import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { expect, it } from 'vitest'
import { alice, bob, carol } from '../support/contract/accounts.ts'
import { admin, createWorld } from '../support/contract/world.ts'

// What is published beside the sample vault: a protocol plays it in its own test bench, for a vault
// that it builds upon this one.
const textOf = (name: string) =>
  readFileSync(new URL(`../../src/contracts/${name}`, import.meta.url), 'utf8')

const who = v.picklist(['alice', 'bob', 'carol'])
const answer = v.union([
  v.strictObject({ ok: v.union([v.boolean(), v.number()]) }),
  v.strictObject({ err: v.number() }),
])
const step = v.union([
  v.strictObject({ about: v.string() }),
  v.strictObject({ give: v.union([who, v.literal('vault')]), sats: v.number() }),
  v.strictObject({ finalize: v.literal(true) }),
  v.strictObject({ owed: who, sats: v.number() }),
  v.strictObject({
    call: v.picklist(['deposit', 'withdraw', 'settle', 'claim']),
    args: v.optional(v.array(v.number()), []),
    from: who,
    returns: answer,
  }),
])

it('the published scenario is what the vault does, with the published stand-in', async () => {
  const [vault, stub] = [`${admin}.sample-defi`, `${admin}.dual-stacking-stub`]
  const world = await createWorld({
    build: 'live',
    more: [
      { name: 'dual-stacking-stub', source: textOf('dual-stacking-stub.clar') },
      {
        name: 'sample-defi',
        source: textOf('sample-defi.clar').replaceAll('.dual-stacking-v1', '.dual-stacking-stub'),
      },
    ],
  })
  const addresses = { alice, bob, carol, vault }
  const whole = (value: unknown) => (typeof value === 'number' ? BigInt(value) : value)
  const steps = v.parse(v.array(step), JSON.parse(textOf('sample-defi.scenario.json')))
  for (const [at, each] of steps.entries()) {
    if ('give' in each) world.giveSbtc(addresses[each.give], BigInt(each.sats))
    if ('finalize' in each) expect(world.callOf(stub, 'finalize').result).toHaveProperty('ok')
    if ('owed' in each)
      expect(
        world.readOf(vault, 'get-position', [addresses[each.owed]]),
        `step ${at}`,
      ).toMatchObject({ owed: BigInt(each.sats) })
    if (!('call' in each)) continue
    const { call, args, from, returns } = each
    const { result } = world.callOf(vault, call, args.map(BigInt), addresses[from])
    const expected = Object.entries(returns).map(([key, value]) => [key, whole(value)])
    expect(result, `step ${at}`).toEqual(Object.fromEntries(expected))
  }
  expect(steps.length).toBeGreaterThan(30)
})
