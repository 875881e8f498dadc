import * as fc from 'fast-check'
import { callers, deployer, everybody, pools, users } from './actors.ts'
import * as choices from './choices.ts'
import type { World } from './world.ts'

const weighted = (...options: Array<[value: bigint, weight: number]>): fc.Arbitrary<bigint> =>
  fc.oneof(...options.map(([value, weight]) => ({ weight, arbitrary: fc.constant(value) })))

/** How a sequence begins: lengths of the first cycle, who holds what, and who is enrolled. */
export const setup = (extremes: number) =>
  fc.record({
    snapshots: weighted([1n, 6], [2n, 8], [3n, 5], [14n, 2], [0n, 1]),
    blocksPerSnapshot: weighted([1n, 8], [2n, 8], [3n, 6], [5n, 6], [0n, 1]),
    startsIn: fc.bigInt({ min: 0n, max: 20n }),
    poolSats: choices.sats(extremes),
    holdings: fc.array(
      fc.record({ sats: choices.sats(extremes), liquid: choices.liquid(extremes) }),
      { minLength: users.length, maxLength: users.length },
    ),
    defi: fc.array(
      fc.record({
        tracking: choices.index,
        rewarded: choices.index,
        stacking: fc.option(choices.index),
      }),
      { maxLength: pools.length + callers.length },
    ),
    enrolled: fc.nat(users.length),
  })
type Setup = ReturnType<typeof setup> extends fc.Arbitrary<infer T> ? T : never

/** Brings a fresh world to that beginning. */
export function prepare(world: World, choice: Setup): void {
  const admin = { txSender: deployer, contractCaller: deployer }
  world.call(
    'update-cycle-data-before-initialized',
    {
      'updated-snapshots-per-cycle': choice.snapshots,
      'updated-blocks-per-snapshot': choice.blocksPerSnapshot,
    },
    admin,
  )
  world.call(
    'update-initialize-block',
    { 'new-bitcoin-block-height': BigInt(world.burn) + choice.startsIn },
    admin,
  )
  world.credit(everybody.at(-1)!, choice.poolSats)
  for (const [index, { sats, liquid }] of choice.holdings.entries()) {
    world.credit(users[index]!, sats)
    world.setLiquid(users[index]!, liquid)
  }
  for (const user of users.slice(0, choice.enrolled))
    world.call('enroll', { 'rewarded-address': null }, { txSender: user, contractCaller: user })
  for (const [index, { tracking, rewarded, stacking }] of choice.defi.entries()) {
    world.call(
      'enroll-defi',
      {
        'defi-contract': [...pools, ...callers][index]!,
        'tracking-address': everybody[tracking]!,
        'rewarded-address': everybody[rewarded]!,
        'stacking-address': stacking === null ? null : { some: everybody[stacking]! },
      },
      admin,
    )
  }
}
