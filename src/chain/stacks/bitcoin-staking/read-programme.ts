import {
  halfAt,
  halfStart,
  isPreparing,
  rewardCycleAt,
  type CycleClock,
} from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { unknown, type Known } from '../../known.ts'
import { cBool, cUint, clUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { RefreshResult } from '../reads/keep-known.ts'
import { firstRefreshProblem, refreshProblemOf, type RefreshProblem } from '../refresh-problem.ts'
import { PoxReader } from './pox-reader.ts'
import { clLeg } from './pox-values.ts'
import { readBonds, type BondReading } from './read-bonds.ts'
import { readClock } from './read-clock.ts'
import type { StakingDeployment } from './staking-deployments.ts'

/** The state of pox-5, independent of any account: sats, microSTX, Bitcoin heights. */
export interface ProgrammeReading {
  deployment: string
  burnHeight: bigint
  stacksHeight: number
  /** Milliseconds since 1970, by this machine's clock. */
  readAt: number
  clock: Known<CycleClock>
  /** The running cycle, and whether its prepare phase runs, in which nothing can be changed. */
  cycle: Known<{ id: bigint; isPreparing: boolean }>
  /** Last block of the half that was calculated last. */
  lastComputeHeight: Known<bigint>
  /** Sats that have arrived since. */
  arrivedSats: Known<bigint>
  /** Whether managers' claims are stopped for ever. */
  isPaused: Known<boolean>
  /** MicroSTX that earn in the STX-only leg of the running cycle, and of the next as it is now. */
  stakedMicroStx: Known<bigint>
  nextStakedMicroStx: Known<bigint>
  /** Bonds that run or can be entered. */
  bonds: Known<BondReading[]>
}

const PAUSE_BLOCKS = 6
// STX shares of a cycle that has begun cannot change [bitcoin-staking 6.2].
const FROZEN_BLOCKS = 4032
const CHANGING_BLOCKS = 6
const HALF_BLOCKS = 1050

/**
 * Reads pox-5: seven requests the first time, one in a later Bitcoin block, another while a half
 * waits to be calculated, and four in the sixth; and for each bond two the first time and one in
 * the sixth block [bitcoin-staking 8.2].
 */
export async function readProgramme(
  client: StacksClient,
  deployment: StakingDeployment,
  options: { fresh?: boolean; tipMaxAgeMs?: number } = {},
): Promise<RefreshResult<ProgrammeReading>> {
  const tip = await readStakingTip(client, deployment, options)
  if (!tip.ok) return { reading: null, problem: tip.problem }
  const reader = new PoxReader(client, deployment, options)
  const reading = await readProgrammeAt(reader, tip, { withBonds: true })
  return { reading, problem: firstRefreshProblem(reader.failures) }
}

/** The block that readings belong to, and when it was asked for. */
export type StakingTip = { burnHeight: bigint; stacksHeight: number; readAt: number }

/** Asks for the newest block, without which nothing is cached; one request. */
export async function readStakingTip(
  client: StacksClient,
  { chainId }: StakingDeployment,
  { tipMaxAgeMs = 0 }: { tipMaxAgeMs?: number } = {},
): Promise<({ ok: true } & StakingTip) | { ok: false; problem: RefreshProblem }> {
  const readAt = client.http.clock.now()
  const tip = await client.tip({ maxAgeMs: tipMaxAgeMs })
  if (!tip.ok) return { ok: false, problem: refreshProblemOf(tip.failure) ?? 'bad-answer' }
  if (tip.value.chainId !== chainId) return { ok: false, problem: 'wrong-chain' }
  const { height, stacksHeight } = tip.value
  return { ok: true, burnHeight: BigInt(height), stacksHeight, readAt }
}

/** Reads pox-5 at a block. */
export async function readProgrammeAt(
  reader: PoxReader,
  { burnHeight, stacksHeight, readAt }: StakingTip,
  { withBonds }: { withBonds: boolean },
): Promise<ProgrammeReading> {
  const clock = await readClock(reader)
  const [lastComputeHeight, arrivedSats, isPaused] = await Promise.all([
    readLastComputeHeight(reader, clock, burnHeight),
    reader.call('get-new-rewards', { schema: cUint, blocks: CHANGING_BLOCKS }),
    reader.variable('rewards-paused', { schema: cBool, blocks: PAUSE_BLOCKS }),
  ])
  return {
    deployment: reader.deployment.id,
    burnHeight,
    stacksHeight,
    readAt,
    clock,
    lastComputeHeight,
    arrivedSats,
    isPaused,
    ...(await readCycle(reader, clock, { burnHeight, withBonds })),
  }
}

/** Once the last half is calculated, nothing can be calculated before the present one ends. */
async function readLastComputeHeight(
  reader: PoxReader,
  clock: Known<CycleClock>,
  burnHeight: bigint,
): Promise<Known<bigint>> {
  const readWithin = (blocks: number) =>
    reader.call('get-last-reward-compute-height', { schema: cUint, blocks })
  if (!clock.known || burnHeight < clock.value.firstBurnHeight) return readWithin(1)
  const kept = await readWithin(HALF_BLOCKS)
  const due = halfStart(clock.value, halfAt(clock.value, burnHeight)) - 1n
  return kept.known && kept.value < due ? readWithin(1) : kept
}

type OfCycle = Pick<ProgrammeReading, 'cycle' | 'stakedMicroStx' | 'nextStakedMicroStx' | 'bonds'>

async function readCycle(
  reader: PoxReader,
  clock: Known<CycleClock>,
  { burnHeight, withBonds }: { burnHeight: bigint; withBonds: boolean },
): Promise<OfCycle> {
  const lacking = cycleObstacle(clock, burnHeight)
  if (!clock.known || lacking !== undefined) {
    const missing = unknown(lacking ?? 'not-read')
    return { cycle: missing, stakedMicroStx: missing, nextStakedMicroStx: missing, bonds: missing }
  }
  const id = rewardCycleAt(clock.value, burnHeight)
  const sharesOf = (cycle: bigint, blocks: number) =>
    reader.call('get-total-shares-staked-for-cycle', {
      args: [clUint(cycle), clLeg(null)],
      schema: cUint,
      blocks,
    })
  const [stakedMicroStx, nextStakedMicroStx, bonds] = await Promise.all([
    sharesOf(id, FROZEN_BLOCKS),
    sharesOf(id + 1n, CHANGING_BLOCKS),
    withBonds ? readBonds(reader, { clock: clock.value, cycle: id }) : unknown('not-read'),
  ])
  return {
    cycle: { known: true, value: { id, isPreparing: isPreparing(clock.value, id, burnHeight) } },
    stakedMicroStx,
    nextStakedMicroStx,
    bonds,
  }
}

/** Why there is no running cycle to read; undefined: there is one. */
function cycleObstacle(clock: Known<CycleClock>, burnHeight: bigint) {
  if (!clock.known) return clock.reason
  return burnHeight < clock.value.firstBurnHeight ? ('not-yet' as const) : undefined
}
