import * as v from 'valibot'
import { known, unknown, type Known } from '../known.ts'
import { isAtBlockGone } from './at-block.ts'
import { readCapabilities, type Capabilities } from './capabilities.ts'
import { cUint, clPrincipal, cOk } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { programmeLife, type ProgrammeLife } from './programme-life.ts'
import { readFirstAvailable } from './read-first-available.ts'
import type { NetworkReading } from './readings.ts'
import { readEarlierFigures } from './reads/earlier-figures.ts'
import { readGoldenRatios } from './reads/golden-ratios.ts'
import { keepKnown, type RefreshResult } from './reads/keep-known.ts'
import { readRunningCycle } from './reads/running-cycle.ts'
import { readTotalWeights } from './reads/total-weights.ts'
import { firstRefreshProblem, refreshProblemOf } from './refresh-problem.ts'
import type { Reader } from './source.ts'

// For how many Bitcoin blocks a value is reused.
const RARE_BLOCKS = 36
const POOL_BLOCKS = 6

const aprData = v.pipe(
  v.object({ MAX_APR: cUint, MULTIPLIER: cUint }),
  v.transform((value) => ({ apr: value.MAX_APR, multiplier: value.MULTIPLIER - 1n })),
)

const readRates = async (
  reader: Reader,
): Promise<{ apr: Known<bigint>; multiplier: Known<bigint> }> => {
  const both = await readFirstAvailable(reader, [
    { read: 'get-apr-data', schema: aprData, blocks: RARE_BLOCKS },
  ])
  if (both.known) return { apr: known(both.value.apr), multiplier: known(both.value.multiplier) }
  const [apr, multiplier] = await Promise.all([
    readFirstAvailable(reader, [
      { variable: 'APR', schema: cUint, blocks: RARE_BLOCKS },
      { variable: 'annual-percentage-rate', schema: cUint, blocks: RARE_BLOCKS },
    ]),
    readFirstAvailable(reader, [
      { variable: 'yield-boost-multiplier', schema: cUint, blocks: RARE_BLOCKS },
    ]),
  ])
  return { apr: apr.known ? apr : both, multiplier: multiplier.known ? multiplier : both }
}

/** Whether the contract itself publishes none of the figures that a projection needs. */
const lacksFigures = ({ apr, multiplier, goldenRatios }: NetworkReading): boolean =>
  [apr, multiplier, goldenRatios].every((value) => !value.known && value.reason === 'not-offered')

/** The nominal cycle at a height; of a programme that has ended the last one. */
const calendarOf = (
  { calendar, life: announced }: Deployment,
  burnHeight: number,
  life: ProgrammeLife,
): NetworkReading['calendar'] => {
  if (!calendar || burnHeight < calendar.startHeight) return undefined
  const last = life === 'ended' && announced ? announced.endHeight - 1 : burnHeight
  const id = Math.floor((Math.min(burnHeight, last) - calendar.startHeight) / calendar.cycleBlocks)
  const startHeight = calendar.startHeight + id * calendar.cycleBlocks
  return { id, startHeight, nextStartHeight: startHeight + calendar.cycleBlocks }
}

const writableOf = (
  deployment: Deployment,
  capabilities: Capabilities,
  client: StacksClient,
  life: ProgrammeLife,
): NetworkReading['writable'] => {
  if (deployment.supersededBy) return { ok: false, reason: 'superseded' }
  if (life === 'ended' || life === 'closed') return { ok: false, reason: life }
  if (!capabilities.userCalls) return { ok: false, reason: 'no-user-calls' }
  // v1 and v2 cannot run a cycle without at-block: enrolling still succeeds and has no effect on
  // anything [dual-stacking 10.3].
  return capabilities.family !== 'v3' && isAtBlockGone(client, deployment.contract)
    ? { ok: false, reason: 'inactive-network' }
    : { ok: true }
}

/**
 * Reads the state of a deployment. The values are independent: each is known or says why not. A
 * refresh in a later Bitcoin block asks only for what can have changed; within one block only for
 * the heights, and for nothing while those are younger than `tipMaxAgeMs`.
 */
export const readNetwork = async (
  client: StacksClient,
  deployment: Deployment,
  options: {
    previous?: NetworkReading | null
    fresh?: boolean
    tipMaxAgeMs?: number
    /** The newest Bitcoin height in which the contract is known to have paid. */
    lastPaidHeight?: number | null
  } = {},
): Promise<RefreshResult<NetworkReading>> => {
  const { previous, fresh = false, tipMaxAgeMs = 0 } = options
  const earlier = previous?.deployment === deployment.id ? previous : null
  const readAt = client.http.clock.now()
  const tip = await client.tip({ maxAgeMs: tipMaxAgeMs })
  if (!tip.ok) return { reading: earlier, problem: refreshProblemOf(tip.failure) ?? 'bad-answer' }
  if (tip.value.chainId !== deployment.chainId) return { reading: null, problem: 'wrong-chain' }
  const offered = await readCapabilities(client, deployment)
  if (!offered.ok && offered.failure.code === 'missing')
    return { reading: null, problem: 'contract-missing' }
  if (!offered.ok)
    return { reading: earlier, problem: refreshProblemOf(offered.failure) ?? 'bad-answer' }

  const capabilities = offered.value
  const { contract } = deployment
  const reader: Reader = { client, contract, capabilities, fresh, failures: [] }
  const [cycle, rates, blocksPerYear, poolSats, minimumSats] = await Promise.all([
    readRunningCycle(reader),
    readRates(reader),
    readFirstAvailable(reader, [
      { variable: 'bitcoin-blocks-per-year', schema: cUint, blocks: RARE_BLOCKS },
    ]),
    readFirstAvailable(reader, [
      { read: 'get-contract-sbtc-balance', schema: cUint, blocks: POOL_BLOCKS },
      {
        contract: deployment.sbtcToken,
        read: 'get-balance-available',
        args: [clPrincipal(contract)],
        schema: cOk(cUint),
        blocks: POOL_BLOCKS,
      },
    ]),
    readFirstAvailable(reader, [
      { read: 'get-minimum-enrollment-amount', schema: cUint, blocks: RARE_BLOCKS },
      { variable: 'min-sbtc-hold-required-for-enrollment', schema: cUint, blocks: RARE_BLOCKS },
    ]),
  ])
  const [goldenRatios, totalWeights] = await Promise.all([
    cycle.known ? readGoldenRatios(reader, cycle.value, deployment) : unknown(cycle.reason),
    cycle.known ? readTotalWeights(reader, cycle.value) : unknown(cycle.reason),
  ])
  const life = programmeLife(deployment.life ?? null, {
    cycle,
    burnHeight: tip.value.height,
    lastPaidHeight: options.lastPaidHeight ?? null,
    isWatched: deployment.network !== 'devnet' && !deployment.custom,
  })
  const calendar = calendarOf(deployment, tip.value.height, life)
  const reading: NetworkReading = {
    deployment: deployment.id,
    family: capabilities.family,
    burnHeight: tip.value.height,
    stacksHeight: tip.value.stacksHeight,
    readAt,
    cycle,
    ...(calendar && { calendar }),
    ...rates,
    blocksPerYear,
    goldenRatios,
    poolSats,
    totalWeights,
    minimumSats,
    ...(life !== 'running' && { life }),
    writable: writableOf(deployment, capabilities, client, life),
  }
  const { figuresContract } = deployment
  if (figuresContract && lacksFigures(reading))
    Object.assign(reading, await readEarlierFigures(reader, figuresContract), {
      figuresOf: figuresContract,
    })
  return { reading: keepKnown(reading, earlier), problem: firstRefreshProblem(reader.failures) }
}
