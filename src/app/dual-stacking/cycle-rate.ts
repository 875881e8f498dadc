import { type Known, known, unknown } from '../../chain/known.ts'
import type { NetworkReading } from '../../chain/stacks/readings.ts'
import { scaledCyclesPerYear } from '../../protocol/dual-stacking/projection/payout.ts'
import type { CycleRecord } from './cycle-record.ts'

/** What a paid cycle brought in a year, and what that is made of. */
export interface CycleRate {
  cycle: number
  rewardSats: bigint
  /** Mean of the sats that counted over its snapshots. */
  meanSats: bigint
  /** Scaled by 10^8. */
  cyclesPerYear: bigint
  /** Reward of a year as a share of the mean, scaled by 10^8. */
  yearlyRate: bigint
}

/**
 * The rate that a cycle paid by what the contract has on record of it. Unknown without the record,
 * where the cycle had another length than today's, and of a second family's contract, which records
 * the wallet's sats without those in DeFi protocols.
 */
export function cycleRateOf(
  record: CycleRecord | undefined,
  network: NetworkReading | null,
): Known<CycleRate> {
  if (!record || !network) return unknown('not-read')
  const { captured, sats, rewardSats } = record
  if (network.deployment !== record.deployment || network.family === 'v2')
    return unknown('not-offered')
  if (!captured.known) return captured
  if (!sats.known) return sats
  if (!rewardSats.known) return rewardSats
  if (!network.cycle.known) return network.cycle
  if (!network.blocksPerYear.known) return network.blocksPerYear
  const { snapshotsPerCycle, blocksPerSnapshot, bufferBlocks } = network.cycle.value
  const cyclesPerYear = scaledCyclesPerYear({
    family: network.family,
    blocksPerYear: network.blocksPerYear.value,
    snapshotsPerCycle: BigInt(snapshotsPerCycle),
    blocksPerSnapshot: BigInt(blocksPerSnapshot),
    bufferBlocks: BigInt(bufferBlocks),
  })
  const meanSats = captured.value === 0 ? 0n : sats.value / BigInt(captured.value)
  if (
    record.snapshots !== snapshotsPerCycle ||
    cyclesPerYear === null ||
    rewardSats.value === null ||
    meanSats === 0n
  )
    return unknown('not-offered')
  return known({
    cycle: record.cycle,
    rewardSats: rewardSats.value,
    meanSats,
    cyclesPerYear,
    yearlyRate: (rewardSats.value * cyclesPerYear) / meanSats,
  })
}

/** The known ones among the rates of some records, oldest cycle first. */
export const cycleRatesOf = (
  records: readonly CycleRecord[],
  network: NetworkReading | null,
): CycleRate[] =>
  records
    .flatMap((record) => {
      const rate = cycleRateOf(record, network)
      return rate.known ? [rate.value] : []
    })
    .toSorted((one, other) => one.cycle - other.cycle)

/** Rewards of a year over what was held in all of these cycles, scaled by 10^8; null for none. */
export function averageRate(rates: readonly CycleRate[]): bigint | null {
  const held = rates.reduce((sum, { meanSats }) => sum + meanSats, 0n)
  const paid = rates.reduce(
    (sum, { rewardSats, cyclesPerYear }) => sum + rewardSats * cyclesPerYear,
    0n,
  )
  return held === 0n ? null : paid / held
}
