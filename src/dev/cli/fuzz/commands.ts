import * as fc from 'fast-check'
import {
  publicSignatures,
  readSignatures,
  type PublicFunction,
  type ReadFunction,
} from '../../../protocol/dual-stacking/contract/abi.ts'
import { fuzzPrincipals, fuzzUsers } from './actors.ts'
import { advanceCycle } from './advance-cycle.ts'
import * as choices from './choices.ts'
import { resolveArgs, resolveSigner } from './resolve.ts'
import type { World } from './world.ts'

/**
 * One action of a random sequence. It fits any state, so that a shorter sequence is a sequence too.
 */
type Command = fc.Command<World, World>

const command = <T>(
  arbitrary: fc.Arbitrary<T>,
  name: string,
  run: (world: World, choice: T) => void,
): fc.Arbitrary<Command> =>
  arbitrary.map((choice) => ({
    check: () => true,
    run: (world) => run(world, choice),
    toString: () => `${name} ${fc.stringify(choice)}`,
  }))

const address = (index: number): string => fuzzPrincipals[index % fuzzPrincipals.length]!

const keeper = command(
  fc.record({
    proposer: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
    rotation: choices.indexChoice,
    portion: fc.constantFrom(0, 0, 0, 0, 1, 2, 5),
    miss: fc.constantFrom(0n, 0n, 0n, 0n, 1n, -1n, 1000n),
  }),
  'keep',
  advanceCycle,
)

const anyCall = (extremes: number, functions: readonly PublicFunction[]): fc.Arbitrary<Command> =>
  command(
    fc.record({
      fn: fc.constantFrom(...functions),
      material: choices.argumentMaterial(extremes),
      signer: choices.signerChoice,
      index: choices.indexChoice,
    }),
    'call',
    (world, { fn, material, signer, index }) =>
      world.call(
        fn,
        resolveArgs(world, publicSignatures[fn], material),
        resolveSigner(world, signer, index),
      ),
  )

const anyRead = (extremes: number): fc.Arbitrary<Command> =>
  command(
    fc.record({
      fn: fc.constantFrom(...(Object.keys(readSignatures) as ReadFunction[])),
      material: choices.argumentMaterial(extremes),
      index: choices.indexChoice,
    }),
    'read',
    (world, { fn, material, index }) =>
      world.read(
        fn,
        resolveArgs(world, readSignatures[fn], material),
        fuzzUsers[index % fuzzUsers.length]!,
      ),
  )

const enrolling: readonly PublicFunction[] = [
  'enroll',
  'enroll-defi',
  'enroll-defi-batch',
  'whitelist-defi-tracking',
]
// These leave a cycle that no keeper can finish; they are drawn rarely.
const crippling: readonly PublicFunction[] = [
  'opt-out-defi-batch',
  'update-initialize-block',
  'update-admin',
  'update-cycle-data-before-initialized',
]
const others = (Object.keys(publicSignatures) as PublicFunction[]).filter(
  (fn) => !crippling.includes(fn),
)

/**
 * Random sequences in which about half of the commands advance the cycle and the rest disturb it in
 * every way.
 */
export const fuzzCommands = (length: number, extremes: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands(
    [
      ...Array.from({ length: 14 }, () => keeper),
      ...Array.from({ length: 4 }, () => anyCall(extremes, others)),
      anyCall(extremes, enrolling),
      anyCall(extremes, enrolling),
      anyCall(extremes, crippling),
      anyRead(extremes),
      anyRead(extremes),
      command(fc.integer({ min: 1, max: 12 }), 'mine', (world, n) => world.mine(n)),
      command(fc.constantFrom(1, 2, 3, 1050, 2101), 'mine-stacks-or-far', (world, n) =>
        n < 1000 ? world.mineStacks(n) : world.mine(n),
      ),
      command(
        fc.tuple(choices.indexChoice, choices.satsChoice(extremes)),
        'credit',
        (world, [to, sats]) => world.credit(address(to), sats),
      ),
      command(
        fc.tuple(choices.indexChoice, choices.indexChoice, fc.bigInt({ min: 1n, max: 1000n })),
        'transfer',
        (world, [from, to, part]) => world.transfer(address(from), address(to), part),
      ),
      command(
        fc.tuple(choices.indexChoice, choices.lockedChoice, fc.integer({ min: 1, max: 12 })),
        'lock',
        (world, [who, added, cycles]) => world.lock(address(who), added, cycles),
      ),
      command(
        fc.tuple(choices.indexChoice, choices.liquidChoice(extremes)),
        'liquid',
        (world, [who, amount]) => world.setLiquid(address(who), amount),
      ),
    ],
    { maxCommands: length, size: 'max' },
  )
