import * as fc from 'fast-check'
import { fuzzCallers, fuzzDeployer, fuzzPrincipals, fuzzPools, fuzzUsers } from './actors.ts'
import * as choices from './choices.ts'
import type { World } from './world.ts'

const weighted = (...options: Array<[value: bigint, weight: number]>): fc.Arbitrary<bigint> =>
  fc.oneof(...options.map(([value, weight]) => ({ weight, arbitrary: fc.constant(value) })))

/** How a sequence begins: lengths of the first cycle, holdings, and enrollments. */
export const beginningChoice = (extremes: number) =>
  fc.record({
    snapshots: weighted([1n, 6], [2n, 8], [3n, 5], [14n, 2], [0n, 1]),
    blocksPerSnapshot: weighted([1n, 8], [2n, 8], [3n, 6], [5n, 6], [0n, 1]),
    startsIn: fc.bigInt({ min: 0n, max: 20n }),
    poolSats: choices.satsChoice(extremes),
    holdings: fc.array(
      fc.record({ sats: choices.satsChoice(extremes), liquid: choices.liquidChoice(extremes) }),
      { minLength: fuzzUsers.length, maxLength: fuzzUsers.length },
    ),
    defi: fc.array(
      fc.record({
        tracking: choices.indexChoice,
        rewarded: choices.indexChoice,
        stacking: fc.option(choices.indexChoice),
      }),
      { maxLength: fuzzPools.length + fuzzCallers.length },
    ),
    enrolled: fc.nat(fuzzUsers.length),
  })
type Beginning = ReturnType<typeof beginningChoice> extends fc.Arbitrary<infer T> ? T : never

/** Brings a fresh world to that beginning. */
export function prepareWorld(world: World, choice: Beginning): void {
  const admin = { txSender: fuzzDeployer, contractCaller: fuzzDeployer }
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
  world.credit(fuzzPrincipals.at(-1)!, choice.poolSats)
  for (const [index, { sats, liquid }] of choice.holdings.entries()) {
    world.credit(fuzzUsers[index]!, sats)
    world.setLiquid(fuzzUsers[index]!, liquid)
  }
  for (const user of fuzzUsers.slice(0, choice.enrolled))
    world.call('enroll', { 'rewarded-address': null }, { txSender: user, contractCaller: user })
  for (const [index, { tracking, rewarded, stacking }] of choice.defi.entries()) {
    world.call(
      'enroll-defi',
      {
        'defi-contract': [...fuzzPools, ...fuzzCallers][index]!,
        'tracking-address': fuzzPrincipals[tracking]!,
        'rewarded-address': fuzzPrincipals[rewarded]!,
        'stacking-address': stacking === null ? null : { some: fuzzPrincipals[stacking]! },
      },
      admin,
    )
  }
}
