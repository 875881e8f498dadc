import { computeGoldenRatio } from './golden-ratio.ts'
import type { World } from './world.ts'

/** The contract's lengths in these tests, unless a test says otherwise. */
export const snapshots = 2n
export const blocks = 5n

/** Funds an address and enrolls it. */
export const enrollWith = (world: World, who: string, sats: bigint, microStx = 0n) => {
  world.giveSbtc(who, sats)
  if (microStx > 0n) world.setLiquid(who, microStx)
  world.ok('enroll', [null], who)
}

/**
 * Starts the first cycle in a new burn block: who is enrolled by now takes part. Answers with its
 * Bitcoin height.
 */
export const initialize = (
  world: World,
  lengths: { snapshots?: bigint; blocks?: bigint } = {},
): bigint => {
  world.ok('update-cycle-data-before-initialized', [
    lengths.snapshots ?? snapshots,
    lengths.blocks ?? blocks,
  ])
  world.mineBurnBlocks(1)
  const start = BigInt(world.vm.heights().burn)
  world.ok('update-initialize-block', [start])
  world.ok('initialize-contract', [world.firstBlockOf(start)])
  return start
}

export const capture = (world: World, people: string[]) =>
  world.ok('capture-snapshot-balances', [people]) as bigint

/** Mines to the next snapshot's height and opens it. */
export const nextSnapshot = (world: World) => {
  const height = world.read<bigint>('get-next-action-bitcoin-height')
  world.mineToBurnBlock(height)
  world.ok('advance-to-next-snapshot', [world.firstBlockOf(height)])
}

/** Concludes the snapshots; the live build waits for the window of the last one to close. */
export const finalizeSnapshots = (world: World) => {
  if (world.build === 'live') {
    const end = world.read<{ end: bigint }>('get-capture-window').end
    if (world.vm.heights().burn < end) world.mineToBurnBlock(end)
  }
  world.ok('finalize-snapshots')
}

/** Captures these addresses in this snapshot and all that follow, and concludes the snapshots. */
export const takeSnapshots = (world: World, people: string[]) => {
  for (;;) {
    capture(world, people)
    const { 'current-snapshot-index': index, 'snapshots-per-cycle': count } =
      world.read<Record<string, bigint>>('cycle-data')
    if (index! + 1n === count) break
    nextSnapshot(world)
  }
  finalizeSnapshots(world)
}

/**
 * Proposes the ratio (or the golden ratio), tallies these addresses against it and has it
 * validated.
 */
export const agreeOnRatio = (
  world: World,
  people: string[],
  ratio = computeGoldenRatio(world, people),
) => {
  world.ok('propose-golden-ratio', [ratio])
  if (people.length > 0) world.ok('tally-participant-ratios', [people])
  world.ok('validate-ratio')
}

export const weigh = (world: World, people: string[]) => {
  const weighed = world.ok('calculate-participant-weights', [people])
  world.ok('finalize-weight-computation')
  return weighed
}

/** From the first capture to the enabled distribution. */
export const runToDistribution = (world: World, people: string[], ratio?: bigint) => {
  takeSnapshots(world, people)
  agreeOnRatio(world, people, ratio)
  weigh(world, people)
  world.ok('set-is-distribution-enabled')
}

/** From the first capture to the finalized distribution; answers with what the distribution did. */
export const runCycle = (world: World, people: string[], ratio?: bigint) => {
  runToDistribution(world, people, ratio)
  const paid = world.call('distribute-rewards', [people])
  world.ok('finalize-reward-distribution')
  return paid
}

/** Mines to the next cycle's start and opens it. */
export const nextCycle = (world: World) => {
  const start = world.read<Record<string, bigint>>('cycle-data')['next-cycle-bitcoin-block-height']!
  world.mineToBurnBlock(start)
  world.ok('advance-to-next-cycle', [world.firstBlockOf(start)])
}
