import type { Known, UnknownReason } from '../../chain/known.ts'
import type { AccountReading, NetworkReading } from '../../chain/stacks/readings.ts'
import type {
  Holdings,
  Parameters,
  SoFar,
} from '../../protocol/dual-stacking/projection/parameters.ts'
import type { ProjectionRequest } from '../../protocol/dual-stacking/projection/project.ts'

/** Hypothetical values; what is left out stays unchanged. Sats, microSTX, ratio scaled by 10^8. */
export interface WhatIfInput {
  sats?: bigint
  microStx?: bigint
  goldenRatio?: bigint
}

/** Points of a drawn curve: finer than its pixels at twice the zoom. */
const CURVE_POINTS = 161

/** Cycle lengths as published, for contracts that do not expose theirs [dual-stacking 2.1, 9.1]. */
const nominal = {
  v1: { n: 14n, length: 150n, buffer: 0n },
  v2: { n: 14n, length: 140n, buffer: 140n },
  v3: { n: 14n, length: 140n, buffer: 140n },
}

const valueOf = <T>(known: Known<T>): T | null => (known.known ? known.value : null)

/**
 * The projection of an address with its present holdings; null while a value that every figure
 * needs is unknown (`missingFor` says which).
 */
export function buildProjectionRequest(
  network: NetworkReading,
  reading: AccountReading,
): ProjectionRequest | null {
  const holdings = holdingsOf(reading)
  const parameters = parametersOf(network, reading)
  if (!holdings || !parameters) return null
  return { parameters, holdings, soFar: soFarOf(network, reading), curvePoints: CURVE_POINTS }
}

/**
 * The same with hypothetical holdings: others' weights stay what they are, so the holder's own part
 * of all weights is the present one.
 */
export function whatIfRequest(
  { parameters, holdings }: ProjectionRequest,
  { sats, microStx, goldenRatio }: WhatIfInput,
  ownWeight: bigint,
): ProjectionRequest {
  const { totalWeights } = parameters
  return {
    parameters: {
      ...parameters,
      ...(goldenRatio === undefined ? {} : { goldenRatio: { ratio: goldenRatio, cycle: null } }),
      totalWeights: totalWeights && {
        ...totalWeights,
        ofHolder: totalWeights.ofHolder ?? ownWeight,
      },
    },
    holdings: {
      ...holdings,
      ...(sats === undefined ? {} : { sats }),
      ...(microStx === undefined ? {} : { microStx }),
    },
    curvePoints: CURVE_POINTS,
  }
}

function parametersOf(network: NetworkReading, reading: AccountReading): Parameters | null {
  const { family } = network
  const cycle = valueOf(network.cycle)
  const multiplier = valueOf(network.multiplier)
  const golden = valueOf(network.goldenRatios)?.[0]
  const totalWeights = valueOf(network.totalWeights)
  if (multiplier === null || golden === undefined) return null
  // A newcomer adds to these weights; a participant of their cycle is part of them.
  const newcomer = reading.enrolledThisCycle.known && !reading.enrolledThisCycle.value
  return {
    family,
    snapshotsPerCycle: cycle ? BigInt(cycle.snapshotsPerCycle) : nominal[family].n,
    blocksPerSnapshot: cycle ? BigInt(cycle.blocksPerSnapshot) : nominal[family].length,
    bufferBlocks: cycle ? BigInt(cycle.bufferBlocks) : nominal[family].buffer,
    multiplier,
    goldenRatio: golden,
    apr: valueOf(network.apr),
    blocksPerYear: valueOf(network.blocksPerYear),
    poolSats: valueOf(network.poolSats),
    totalWeights: totalWeights && { ...totalWeights, ofHolder: newcomer ? 0n : null },
  }
}

function holdingsOf({
  sats,
  defiSats,
  lockedMicroStx,
  liquidMicroStx,
}: AccountReading): Holdings | null {
  if (!sats.known || !lockedMicroStx.known) return null
  return {
    sats: sats.value,
    defiSats: valueOf(defiSats) ?? 0n,
    microStx: lockedMicroStx.value + (valueOf(liquidMicroStx) ?? 0n),
  }
}

/** What the running cycle has captured of an address that counts in it. */
function soFarOf(network: NetworkReading, reading: AccountReading): SoFar | undefined {
  const cycle = valueOf(network.cycle)
  const holding = valueOf(reading.holding)
  if (!cycle || !holding || !valueOf(reading.enrolledThisCycle)) return undefined
  return {
    sats: holding.sats,
    defiSats: holding.defiSats ?? 0n,
    microStx: holding.microStx,
    remaining: BigInt(Math.max(0, cycle.snapshotsPerCycle - holding.lastSnapshot - 1)),
  }
}

export type MissingValue = {
  value: 'sats' | 'lockedMicroStx' | 'goldenRatios' | 'multiplier'
  reason: UnknownReason
}

/**
 * The values without which no boost can be computed, and why each is unknown; an empty list of
 * golden ratios means not yet.
 */
export function missingValues(
  network: NetworkReading | null,
  reading: AccountReading | null,
): MissingValue[] {
  const missing: MissingValue[] = []
  for (const value of ['sats', 'lockedMicroStx'] as const)
    if (!reading?.[value].known) missing.push({ value, reason: reasonOf(reading?.[value]) })
  for (const value of ['goldenRatios', 'multiplier'] as const)
    if (!network?.[value].known) missing.push({ value, reason: reasonOf(network?.[value]) })
  if (network?.goldenRatios.known && network.goldenRatios.value.length === 0)
    missing.push({ value: 'goldenRatios', reason: 'not-yet' })
  return missing
}

/** Why the reward is unknown although the boost is not. */
export function rewardUnknownReason(network: NetworkReading | null): UnknownReason {
  for (const value of ['poolSats', 'totalWeights', 'apr', 'blocksPerYear'] as const)
    if (!network?.[value].known) return reasonOf(network?.[value])
  return 'not-offered'
}

const reasonOf = (known: Known<unknown> | undefined): UnknownReason =>
  known && !known.known ? known.reason : 'not-read'
