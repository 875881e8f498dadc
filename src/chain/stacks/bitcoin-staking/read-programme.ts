import {
  isPreparing,
  rewardCycleAt,
  type CycleClock,
} from '../../../protocol/bitcoin-staking/cycle-clock.ts'
import { unknown, type Known } from '../../known.ts'
import { cBool, cUint, clUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { RefreshResult } from '../reads/keep-known.ts'
import { firstRefreshProblem, refreshProblemOf } from '../refresh-problem.ts'
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
  /** The running cycle, and whether its prepare phase has begun, in which nothing can be changed. */
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

/**
 * Reads pox-5: seven requests the first time, four in a later Bitcoin block, and for each bond two
 * the first time and one later [bitcoin-staking 8.2].
 */
export async function readProgramme(
  client: StacksClient,
  deployment: StakingDeployment,
  options: { fresh?: boolean; tipMaxAgeMs?: number } = {},
): Promise<RefreshResult<ProgrammeReading>> {
  const readAt = client.http.clock.now()
  const tip = await client.tip({ maxAgeMs: options.tipMaxAgeMs ?? 0 })
  if (!tip.ok) return { reading: null, problem: refreshProblemOf(tip.failure) ?? 'bad-answer' }
  if (tip.value.chainId !== deployment.chainId) return { reading: null, problem: 'wrong-chain' }
  const reader = new PoxReader(client, deployment, options)
  const burnHeight = BigInt(tip.value.height)
  const [clock, lastComputeHeight, arrivedSats, isPaused] = await Promise.all([
    readClock(reader),
    reader.call('get-last-reward-compute-height', { schema: cUint }),
    reader.call('get-new-rewards', { schema: cUint }),
    reader.variable('rewards-paused', { schema: cBool, blocks: PAUSE_BLOCKS }),
  ])
  const reading: ProgrammeReading = {
    deployment: deployment.id,
    burnHeight,
    stacksHeight: tip.value.stacksHeight,
    readAt,
    clock,
    lastComputeHeight,
    arrivedSats,
    isPaused,
    ...(await readCycle(reader, clock, burnHeight)),
  }
  return { reading, problem: firstRefreshProblem(reader.failures) }
}

type OfCycle = Pick<ProgrammeReading, 'cycle' | 'stakedMicroStx' | 'nextStakedMicroStx' | 'bonds'>

async function readCycle(
  reader: PoxReader,
  clock: Known<CycleClock>,
  burnHeight: bigint,
): Promise<OfCycle> {
  const lacking = cycleObstacle(clock, burnHeight)
  if (!clock.known || lacking !== undefined) {
    const missing = unknown(lacking ?? 'not-read')
    return { cycle: missing, stakedMicroStx: missing, nextStakedMicroStx: missing, bonds: missing }
  }
  const id = rewardCycleAt(clock.value, burnHeight)
  const sharesOf = (cycle: bigint) =>
    reader.call('get-total-shares-staked-for-cycle', {
      args: [clUint(cycle), clLeg(null)],
      schema: cUint,
    })
  const [stakedMicroStx, nextStakedMicroStx, bonds] = await Promise.all([
    sharesOf(id),
    sharesOf(id + 1n),
    readBonds(reader, clock.value, id),
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
