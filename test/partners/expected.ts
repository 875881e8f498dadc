import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as BitcoinStaking from '../../src/chain/bitcoin-staking.ts'
import type * as DualStacking from '../../src/protocol/dual-stacking/index.ts'
import { computeChecksum } from '../../src/widget/snapshot-file.ts'

const load = async (app: string, entry: string): Promise<unknown> =>
  import(/* @vite-ignore */ pathToFileURL(join(app, 'node_modules/twinstack/dist/lib', entry)).href)

/** What the library that an app installed says of the holdings in its page, and others in STX. */
export async function expectedBoost(
  app: string,
  stx: bigint,
): Promise<{ boost: bigint; rewardSats: bigint }> {
  const library = (await load(app, 'dual-stacking/index.js')) as typeof DualStacking
  const { cycle } = library.project({
    parameters: {
      family: 'v1',
      snapshotsPerCycle: library.DEFAULT_SNAPSHOTS_PER_CYCLE,
      blocksPerSnapshot: library.DEFAULT_BLOCKS_PER_SNAPSHOT,
      multiplier: library.DEFAULT_MULTIPLIER,
      goldenRatio: { ratio: 191_000_000_000n, cycle: null },
      apr: library.DEFAULT_APR,
      blocksPerYear: library.DEFAULT_BLOCKS_PER_YEAR,
      poolSats: null,
      totalWeights: null,
    },
    holdings: { sats: 11_520_000n, microStx: stx * 1_000_000n },
  })
  return { boost: cycle.boost, rewardSats: cycle.fullPool!.rewardSats }
}

/** The programme as the apps' snapshot has it. */
const state = {
  clock: { firstBurnHeight: 666_050n, cycleBlocks: 2_100n, prepareBlocks: 100n, firstCycle: 141n },
  burnHeight: 977_800n,
  cycle: 148n,
  stakedMicroStx: 438_005_558_960_464n,
  bonds: [
    {
      index: 1n,
      targetRate: 300n,
      stxValueRatio: 310_237n,
      minUstxRatio: 500n,
      sats: 23_017_037_628n,
    },
  ],
  income: {
    low: 162_018_759n,
    middle: 210_000_000n,
    high: 230_327_835n,
    calculations: 3,
    from: 964_250n,
    to: 967_399n,
  },
}

const decimals = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value

/** The snapshot file that the apps' pages name, read a moment ago. */
export async function writeSnapshot(): Promise<string> {
  const content = JSON.parse(
    JSON.stringify(
      {
        format: 'twinstack-yield-snapshot',
        version: 1,
        network: 'mainnet',
        contract: 'SP000000000000000000002Q6VF78.pox-5',
        source: 'https://api.example',
        readAt: Date.now(),
        state,
        manager: null,
      },
      decimals,
    ),
  ) as Record<string, unknown>
  return JSON.stringify({ ...content, checksum: await computeChecksum(content) })
}

/** Sats of a cycle before any fee, by the library that an app installed. */
export async function expectedYield(app: string, stx: bigint): Promise<bigint> {
  const library = (await load(app, 'chain/bitcoin-staking.js')) as typeof BitcoinStaking
  const large = 50_000_000_000n
  const { rewards } = library.projectStake(state, {
    microStx: stx * 1_000_000n,
    cycles: 1n,
    terms: { manager: 'any', feeBips: 0n, delegatedMicroStx: large, pendingMicroStx: large },
    present: null,
  })
  return rewards!.middle.cycle.netSats!
}
