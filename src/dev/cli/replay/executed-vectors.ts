import { MAX_U128 } from '../../../protocol/clarity/u128.ts'
import { SCALE } from '../../../protocol/dual-stacking/constants.ts'
import { CycleRun, type RunSettings } from './cycle-run.ts'
import type { ReplayDriver } from './driver.ts'
import type { TraceHeader } from './header.ts'
import type { Line } from './lines.ts'
import type { Mismatch } from './replay.ts'
import {
  differenceText,
  parseVector,
  type RatioVector,
  type RewardsVector,
  type WeightVector,
} from './vectors.ts'

/** Where each run begins: any heights will do. */
export const runHeader: TraceHeader = {
  format: 'dual-stacking-trace',
  version: 1,
  contract: 'dual-stacking-v1',
  epoch: '3.3',
  name: 'vectors',
  about: 'one cycle that gives the sums of a vector',
  burn: 2200,
  stacks: 2204,
  deployer: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM',
  contractPrincipal: 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-v1',
  sbtc: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token',
  stx: 'pox-4',
  liquid: 'stub-settable',
  buffer: 'real',
  callMinesStacksBlock: true,
  params: {},
  steps: 0,
}

/**
 * Checks vectors by running whole cycles of a contract whose sums are those of the vector: one for
 * each ratio and rewards line, one for all weight lines that share cycle, ratio, multiplier and
 * number of snapshots. `start` gives a fresh contract at the heights of `runHeader`.
 */
export async function executeVectors(
  lines: readonly Line[],
  start: () => Promise<ReplayDriver>,
): Promise<Mismatch[]> {
  const vectors = lines.map((line) => ({ line: line.number, vector: parseVector(line) }))
  const run = async (settings: RunSettings): Promise<CycleRun> =>
    new CycleRun(await start(), runHeader, settings)
  const found: Mismatch[] = []
  const guarded = async (line: number, check: () => Promise<Mismatch[]>): Promise<void> => {
    try {
      found.push(...(await check()))
    } catch (error) {
      found.push({
        line,
        text: `the cycle cannot be run: ${error instanceof Error ? error.message : String(error)}`,
      })
    }
  }
  const weights = new Map<string, Array<{ line: number; vector: WeightVector }>>()
  for (const { line, vector } of vectors) {
    if (vector.type === 'weight') {
      const key = [vector.cycle, vector.D, vector.M, vector.n].join()
      weights.set(key, [...(weights.get(key) ?? []), { line, vector }])
    } else if (vector.type === 'ratio')
      await guarded(line, async () => at(line, await executeRatio(vector, run)))
    else await guarded(line, async () => at(line, await executeRewards(vector, run)))
  }
  for (const group of weights.values())
    await guarded(group[0]!.line, () => executeWeights(group, run))
  return found.sort((a, b) => a.line - b.line)
}

type Run = (settings: RunSettings) => Promise<CycleRun>

/**
 * Each value that passes needs a separate cycle, since the first one ends it; those that fail share
 * the first cycle.
 */
async function executeRatio(vector: RatioVector, run: Run): Promise<string[]> {
  const settings: RunSettings = {
    rows: vector.rows.map(({ B, S }) => ({ sats: B, microStx: S })),
    snapshots: BigInt(vector.n),
    maxPercentage: vector.maxPct,
  }
  const { lowest, highest, checks } = vector
  const neighbours = [lowest === null ? -1n : lowest - 1n, highest === null ? -1n : highest + 1n]
  const outside = neighbours.filter((ratio) => ratio >= 0n && ratio <= MAX_U128)
  const inside = [lowest, highest].filter((ratio) => ratio !== null)
  const passing = new Set([
    ...checks.filter(({ result }) => result === 'ok').map(({ ratio }) => ratio),
    ...inside,
  ])
  const failing = new Set([
    ...checks.filter(({ result }) => result !== 'ok').map(({ ratio }) => ratio),
    ...outside,
  ])
  for (const ratio of passing) failing.delete(ratio)

  const found: string[] = []
  const test = (cycle: CycleRun, ratio: bigint, passes: boolean): void => {
    const { below, above, result } = cycle.propose(ratio)
    const recorded = checks.filter((check) => check.ratio === ratio)
    for (const check of recorded) {
      found.push(
        ...differenceText(`ratio ${ratio}, below`, check.below, below),
        ...differenceText(`ratio ${ratio}, above`, check.above, above),
        ...differenceText(`ratio ${ratio}, result`, check.result, result),
      )
    }
    if (recorded.length === 0 && (result === 'ok') !== passes)
      found.push(`ratio ${ratio}: expected ${passes ? 'ok' : 'an error'}, got ${result}`)
  }
  const [first, ...others] = [...passing]
  const cycle = await run(settings)
  const totals = cycle.capture()
  found.push(
    ...differenceText('ratio, totalSbtc', vector.totalSbtc, totals.sats),
    ...differenceText('ratio, totalStx', vector.totalStx, totals.microStx),
  )
  for (const ratio of failing) test(cycle, ratio, false)
  if (first !== undefined) test(cycle, first, true)
  for (const ratio of others) {
    const another = await run(settings)
    another.capture()
    test(another, ratio, true)
  }
  return found
}

/**
 * Weights do not depend on each other, so one more participant, who holds twenty times as much sBTC
 * at exactly the golden ratio, makes that ratio pass; another one without sBTC gives the cycle some
 * STX.
 */
async function executeWeights(
  group: ReadonlyArray<{ line: number; vector: WeightVector }>,
  run: Run,
): Promise<Mismatch[]> {
  const { D, M, n } = group[0]!.vector
  const held = group.reduce((sum, { vector }) => sum + vector.B, 0n)
  const units = n * ((20n * held) / SCALE + 1n)
  const rows = [
    ...group.map(({ vector }) => ({
      sats: vector.B,
      microStx: vector.S,
      whitelisted: vector.whitelisted,
    })),
    { sats: units * SCALE, microStx: units * D },
    { sats: 0n, microStx: n },
  ]
  const cycle = await run({ rows, snapshots: n, multiplier: M })
  cycle.capture()
  const { result } = cycle.propose(D)
  if (result !== 'ok') throw new Error(`the golden ratio ${D} is refused with ${result}`)
  const weights = cycle.weigh()
  return group.flatMap(({ line, vector }, index) =>
    at(line, differenceText('weight', vector.weight, weights[index]!)),
  )
}

/**
 * Without any STX no one is boosted: weights are sats per snapshot, so that any weight can be
 * reached.
 */
async function executeRewards(vector: RewardsVector, run: Run): Promise<string[]> {
  const { n, M, apr, blocksPerYear, blocksPerSnapshot, pool } = vector
  const cycle = await run({
    rows: vector.weights.map((weight) => ({ sats: weight * n, microStx: 0n })),
    snapshots: n,
    multiplier: M,
    apr,
    blocksPerYear,
    blocksPerSnapshot,
    poolSats: pool,
  })
  cycle.capture()
  const { result } = cycle.propose(SCALE)
  if (result !== 'ok') throw new Error(`the golden ratio is refused with ${result}`)
  cycle.weigh()
  const paid = cycle.distribute()
  return [
    ...differenceText('rewards, cyclesPerYear', vector.cyclesPerYear, paid.cyclesPerYear),
    ...differenceText(
      'rewards, cyclePercentageRate',
      vector.cyclePercentageRate,
      paid.cyclePercentageRate,
    ),
    ...differenceText('rewards, totalWeights', vector.totalWeights, paid.totalWeights),
    ...differenceText(
      'rewards, rewardsToDistribute',
      vector.rewardsToDistribute,
      paid.rewardsToDistribute,
    ),
    ...differenceText('rewards, number of rewards', vector.weights.length, vector.rewards.length),
    ...paid.rewards.flatMap((sats, index) =>
      differenceText(`rewards[${index}]`, vector.rewards[index] ?? 'nothing', sats),
    ),
  ]
}

const at = (line: number, texts: readonly string[]): Mismatch[] =>
  texts.map((text) => ({ line, text }))
