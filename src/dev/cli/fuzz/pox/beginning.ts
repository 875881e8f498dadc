import { signMessageHashRsv } from '@stacks/transactions'
import * as fc from 'fast-check'
import { admin, fuzzHolders, managers, signerKeys, unregistered, type Beginning } from './actors.ts'
import type { PoxFuzzWorld } from './world.ts'

const clock = (firstBurnHeight: bigint, prepareBlocks: bigint, cycleBlocks: bigint) => ({
  firstBurnHeight,
  prepareBlocks,
  cycleBlocks,
  firstCycle: 1n,
})

/** How a sequence begins: lengths of cycles, and who owns what. */
export const beginning: fc.Arbitrary<Beginning> = fc.record({
  clock: fc.constantFrom(clock(0n, 4n, 20n), clock(3n, 5n, 30n), clock(0n, 10n, 100n)),
  microStx: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(400_000_000_000n) },
      { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 100_000_000_000n }) },
    ),
    { minLength: fuzzHolders.length, maxLength: fuzzHolders.length },
  ),
  sats: fc.array(fc.constantFrom(5_000_000_000n, 50_000_000_000n, 12_345n), {
    minLength: fuzzHolders.length,
    maxLength: fuzzHolders.length,
  }),
})

/** Registers the managers. */
export function registerManagers(world: PoxFuzzWorld): void {
  const { secret, key } = signerKeys[0]!
  for (const [manager, kind] of managers) {
    if (manager === unregistered) continue
    const hash = world.ask('get-signer-grant-message-hash', manager, 1n) as string
    const signature = `0x${signMessageHashRsv({ messageHash: hash.slice(2), privateKey: secret })}`
    if (kind === 'plain' || kind === 'reenter') {
      world.call(manager, 'grant', [key, 1n, signature], admin)
      world.call(manager, 'register', [manager, key], admin)
    } else world.call(manager, 'register-self', [manager, key, 1n, signature], admin)
  }
}
