import * as v from 'valibot'
import { known, unknown, type Known } from '../schema.ts'
import { cUint, clPrincipal, cOk } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { readOffers, type Offers } from './offers.ts'
import { firstProblem, problemOf } from './problems.ts'
import type { NetworkReading } from './readings.ts'
import { readCycle } from './reads/cycle.ts'
import { keepKnown, type ReadResult } from './reads/keep.ts'
import { readRatios } from './reads/ratios.ts'
import { readStandIn } from './reads/stand-in.ts'
import { readTotalWeights } from './reads/weights.ts'
import { atBlockGone, firstThatWorks, type Reader } from './ways.ts'

// How many Bitcoin blocks a value that changes rarely is believed.
const RARE = 36
const POOL = 6

const aprData = v.pipe(
  v.object({ MAX_APR: cUint, MULTIPLIER: cUint }),
  v.transform((value) => ({ apr: value.MAX_APR, multiplier: value.MULTIPLIER - 1n })),
)

const readRates = async (
  reader: Reader,
): Promise<{ apr: Known<bigint>; multiplier: Known<bigint> }> => {
  const both = await firstThatWorks(reader, [
    { read: 'get-apr-data', schema: aprData, blocks: RARE },
  ])
  if (both.known) return { apr: known(both.value.apr), multiplier: known(both.value.multiplier) }
  const [apr, multiplier] = await Promise.all([
    firstThatWorks(reader, [
      { variable: 'APR', schema: cUint, blocks: RARE },
      { variable: 'annual-percentage-rate', schema: cUint, blocks: RARE },
    ]),
    firstThatWorks(reader, [{ variable: 'yield-boost-multiplier', schema: cUint, blocks: RARE }]),
  ])
  return { apr: apr.known ? apr : both, multiplier: multiplier.known ? multiplier : both }
}

/** The contract itself has no way to tell what a projection needs. */
const tellsNone = ({ apr, multiplier, goldenRatios }: NetworkReading): boolean =>
  [apr, multiplier, goldenRatios].every((value) => !value.known && value.reason === 'not-offered')

const calendarOf = ({ calendar }: Deployment, burnHeight: number): NetworkReading['calendar'] => {
  if (!calendar || burnHeight < calendar.startHeight) return undefined
  const id = Math.floor((burnHeight - calendar.startHeight) / calendar.cycleBlocks)
  const startHeight = calendar.startHeight + id * calendar.cycleBlocks
  return { id, startHeight, nextStartHeight: startHeight + calendar.cycleBlocks }
}

const writableOf = (
  deployment: Deployment,
  offers: Offers,
  client: StacksClient,
): NetworkReading['writable'] => {
  if (deployment.supersededBy) return { ok: false, reason: 'superseded' }
  if (!offers.userCalls) return { ok: false, reason: 'no-user-calls' }
  // v1 and v2 cannot run a cycle without at-block: enrolling still succeeds and has no effect on
  // anything [dual-stacking 10.3].
  return offers.family !== 'v3' && atBlockGone(client, deployment.contract)
    ? { ok: false, reason: 'inactive-network' }
    : { ok: true }
}

/**
 * Reads what the network says of a deployment. Values are independent: each is known or says why
 * not. A first refresh costs 10 to 12 requests, one in a later Bitcoin block 6 or 7; within one
 * block only the request for the heights, and nothing when that is younger than `tipMaxAgeMs`.
 */
export const readNetwork = async (
  client: StacksClient,
  deployment: Deployment,
  options: { previous?: NetworkReading | null; fresh?: boolean; tipMaxAgeMs?: number } = {},
): Promise<ReadResult<NetworkReading>> => {
  const { previous, fresh = false, tipMaxAgeMs = 0 } = options
  const kept = previous?.deployment === deployment.id ? previous : null
  const readAt = client.http.clock.now()
  const tip = await client.tip({ maxAgeMs: tipMaxAgeMs })
  if (!tip.ok) return { reading: kept, problem: problemOf(tip.failure) ?? 'bad-answer' }
  if (tip.value.chainId !== deployment.chainId) return { reading: null, problem: 'wrong-chain' }
  const offered = await readOffers(client, deployment)
  if (!offered.ok && offered.failure.code === 'missing')
    return { reading: null, problem: 'contract-missing' }
  if (!offered.ok) return { reading: kept, problem: problemOf(offered.failure) ?? 'bad-answer' }

  const offers = offered.value
  const { contract } = deployment
  const reader: Reader = { client, contract, offers, fresh, failures: [] }
  const [cycle, rates, blocksPerYear, poolSats, minimumSats] = await Promise.all([
    readCycle(reader),
    readRates(reader),
    firstThatWorks(reader, [{ variable: 'bitcoin-blocks-per-year', schema: cUint, blocks: RARE }]),
    firstThatWorks(reader, [
      { read: 'get-contract-sbtc-balance', schema: cUint, blocks: POOL },
      {
        contract: deployment.sbtcToken,
        read: 'get-balance-available',
        args: [clPrincipal(contract)],
        schema: cOk(cUint),
        blocks: POOL,
      },
    ]),
    firstThatWorks(reader, [
      { read: 'get-minimum-enrollment-amount', schema: cUint, blocks: RARE },
      { variable: 'min-sbtc-hold-required-for-enrollment', schema: cUint, blocks: RARE },
    ]),
  ])
  const [goldenRatios, totalWeights] = await Promise.all([
    cycle.known ? readRatios(reader, cycle.value, deployment) : unknown(cycle.reason),
    cycle.known ? readTotalWeights(reader, cycle.value) : unknown(cycle.reason),
  ])
  const calendar = calendarOf(deployment, tip.value.height)
  const reading: NetworkReading = {
    deployment: deployment.id,
    family: offers.family,
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
    writable: writableOf(deployment, offers, client),
  }
  const standIn = deployment.figuresContract
  if (standIn && tellsNone(reading))
    Object.assign(reading, await readStandIn(reader, standIn), { figuresOf: standIn })
  return { reading: keepKnown(reading, kept), problem: firstProblem(reader.failures) }
}
