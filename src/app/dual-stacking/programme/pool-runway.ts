import { known, unknown, type Known } from '../../../chain/known.ts'
import type { ProgrammeProfile } from '../../../chain/stacks/programme/programme-profile.ts'
import { SCALE } from '../../../protocol/dual-stacking/constants.ts'
import {
  cyclePercentageRate,
  cyclesPerYear,
  rewardCap,
} from '../../../protocol/dual-stacking/math/reward.ts'

/** How long a pool lasts if cycles go on as they are, and what a cycle is limited by. */
export interface PoolRunway {
  poolSats: bigint
  /** The most that a cycle like the last one may pay, sats. */
  capSats: bigint
  /** Whole cycles that the pool pays to the cap. */
  cycles: bigint
  limit: 'pool' | 'cap'
}

/** Weights that counted last: of the running cycle, or of the last that was paid. */
function lastWeights({ network, cycles }: ProgrammeProfile): Known<bigint> {
  if (network.totalWeights.known) return known(network.totalWeights.value.weights)
  if (!cycles.known) return cycles
  const [last] = cycles.value
  if (!last) return unknown('not-yet')
  return last.paid.known ? known(last.paid.value.weights) : last.paid
}

/** The pool against the cap of a cycle at present rates [dual-stacking 6.4]. */
export function poolRunway(reading: ProgrammeProfile): Known<PoolRunway> {
  const { apr, multiplier, blocksPerYear, poolSats, cycle } = reading.network
  const weights = lastWeights(reading)
  if (!poolSats.known) return poolSats
  if (!cycle.known) return cycle
  if (!apr.known) return apr
  if (!multiplier.known) return multiplier
  if (!blocksPerYear.known) return blocksPerYear
  if (!weights.known) return weights
  const { blocksPerSnapshot, snapshotsPerCycle } = cycle.value
  const length = BigInt(blocksPerSnapshot) * BigInt(snapshotsPerCycle)
  if (length === 0n || blocksPerYear.value < length) return unknown('not-yet')
  const rate = cyclePercentageRate(
    apr.value,
    cyclesPerYear(blocksPerYear.value, BigInt(blocksPerSnapshot), BigInt(snapshotsPerCycle)),
  )
  const capSats = rewardCap(rate, weights.value, multiplier.value) / SCALE
  if (capSats === 0n) return unknown('not-yet')
  return known({
    poolSats: poolSats.value,
    capSats,
    cycles: poolSats.value / capSats,
    limit: poolSats.value < capSats ? 'pool' : 'cap',
  })
}
