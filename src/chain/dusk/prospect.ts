import * as v from 'valibot'
import { POLICIES } from '../../protocol/hyperstaking/pools/state.ts'
import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import { type Known, known, unknown } from '../known.ts'
import { uint } from '../uint.ts'
import { stakeAmountOf, keysOwnedBy, networkViewOf, type Provisioner } from './network-view.ts'
import type { PoolReading } from './read-pool.ts'

const small = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
const credits = v.pipe(v.number(), v.integer(), v.minValue(86), v.maxValue(128))

/**
 * What a projection needs of a pool and the network it is on, as they were read; amounts in LUX,
 * rates scaled by 10^8. `fees`: whether the contract tells them, or its operators have published
 * them somewhere.
 */
export const prospect = v.object({
  height: uint,
  network: v.object({ othersActive: uint, others: small, credits, minimumStake: uint }),
  keys: v.pipe(
    v.array(v.nullable(v.object({ value: uint, locked: uint, eligibility: uint }))),
    v.maxLength(64),
    v.readonly(),
  ),
  idle: uint,
  policy: v.picklist(POLICIES),
  routing: v.picklist(['top-up', 'rotation']),
  depositFee: uint,
  rewardFee: uint,
  /** Part of its referrals' rewards that a referrer gets. */
  referralRate: uint,
  fees: v.picklist(['contract', 'published']),
})
export type Prospect = v.InferOutput<typeof prospect>

/** What the network was like when the pool was read; `minimumStake` in LUX. */
export type Surroundings = {
  height: bigint
  provisioners: readonly Provisioner[]
  minimumStake: bigint
}

/** A pool's prospect; unknown for a pool whose fees are not known. */
export const prospectOf = (
  { pool, config, idle }: PoolReading,
  { height, provisioners, minimumStake }: Surroundings,
): Known<Prospect> => {
  const common = {
    height,
    network: networkViewOf(provisioners, height, minimumStake, pool.id),
    keys: keysOwnedBy(provisioners, pool.id).map(stakeAmountOf),
    idle: idle.known ? idle.value : 0n,
  }
  if (config.known) {
    const { policy, routing, depositFee, rewardFee, referralRate } = config.value
    return idle.known
      ? known({ ...common, policy, routing, depositFee, rewardFee, referralRate, fees: 'contract' })
      : unknown(idle.reason)
  }
  // A pool that tells its design by its contract was not read; one that tells none stakes on a key
  // of its own, as far as the chain shows.
  if (!pool.published || config.reason !== 'not-offered') return unknown(config.reason)
  const { depositFee, rewardFee } = pool.published
  return known({
    ...common,
    policy: 'reinvest',
    routing: 'top-up',
    depositFee,
    rewardFee,
    referralRate: 0n,
    fees: 'published',
  })
}

/** Blocks before an epoch's end at which someone is taken to recycle: a minute. */
const LEAD = 6n

/**
 * The question for a projection of a position and a deposit in a pool; LUX. `holderRate`: part of
 * the holder's rewards that goes to its referrer.
 */
export const projectionInputOf = (
  { height, network, keys, idle, policy, routing, depositFee, rewardFee }: Prospect,
  {
    position,
    deposit,
    epochs,
    runs,
    holderRate = 0n,
    referred = null,
  }: Pick<ProjectionInput, 'position' | 'deposit' | 'epochs' | 'runs'> & {
    holderRate?: bigint
    referred?: ProjectionInput['referred']
  },
): ProjectionInput => ({
  height,
  epochs,
  network,
  pool: { keys, idle, policy, routing, depositFee, rewardFee, holderRate, lead: LEAD },
  position,
  deposit,
  referred,
  runs,
})
