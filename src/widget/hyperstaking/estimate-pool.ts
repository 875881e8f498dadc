import type { Prospect } from '../../chain/dusk/prospect.ts'
import { seeded } from '../../protocol/hyperstaking/chain/random.ts'
import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import {
  projectDepositMean,
  projectDepositRange,
} from '../../protocol/hyperstaking/projection/project.ts'

export interface PoolQuestion {
  lux: bigint
  days: number
  prospect: Prospect
}

/**
 * What the calculator says; LUX, rates scaled by 10^8. What is missing has not been simulated yet.
 */
export interface PoolEstimate {
  reward: bigint
  apr: bigint
  apy?: bigint
  low?: bigint
  high?: bigint
  /** Blocks until the deposit counts; null: the pool cannot stake it yet. */
  maturity: bigint | null
}

const EPOCHS_PER_DAY = 4
const RUNS = 200
/** Blocks before an epoch's end at which someone is taken to recycle. */
const LEAD = 6n

const inputOf = ({ lux, days, prospect }: PoolQuestion, runs: number): ProjectionInput => {
  const { height, network, keys, idle, policy, routing, depositFee, rewardFee } = prospect
  return {
    height,
    network,
    pool: { keys, idle, policy, routing, depositFee, rewardFee, holderRate: 0n, lead: LEAD },
    position: 0n,
    deposit: lux,
    referred: null,
    epochs: days * EPOCHS_PER_DAY,
    runs,
  }
}

/**
 * Undefined where a host or a snapshot tells figures on which the contract itself would stop, or
 * that are no reward.
 */
const possible = (estimate: () => PoolEstimate): PoolEstimate | undefined => {
  try {
    const found = estimate()
    return found.reward < 0n ? undefined : found
  } catch {
    return undefined
  }
}

/**
 * The mean alone: quick enough for the thread that paints. Undefined: nothing can be calculated.
 */
export const estimatePoolMean = (question: PoolQuestion): PoolEstimate | undefined =>
  possible(() => {
    const { reward, apr, maturity } = projectDepositMean(inputOf(question, 0))
    return { reward, apr, maturity }
  })

/**
 * Mean, range and what compounds: the same question has the same answer, on every machine.
 * Undefined: nothing can be calculated.
 */
export const estimatePool = (question: PoolQuestion): PoolEstimate | undefined =>
  possible(() => {
    const { range, ...mean } = projectDepositRange(inputOf(question, RUNS), seeded('twinstack'))
    return { ...mean, low: range.low ?? undefined, high: range.high ?? undefined }
  })

/** Whether something is an estimate with the very means that are calculated here, or none. */
export function isPoolEstimate(
  value: unknown,
  question: PoolQuestion,
): value is PoolEstimate | undefined {
  if (value === undefined) return true
  const own = estimatePoolMean(question)
  const given = (value ?? {}) as Record<string, unknown>
  const { apy, low = apy, high = apy } = given
  return (
    own !== undefined &&
    Object.entries(own).every(([name, each]) => given[name] === each) &&
    [apy, low, high].every((each) => typeof each === 'bigint')
  )
}
