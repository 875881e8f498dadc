import type { Provisioner } from '../../../chain/dusk/network-view.ts'
import { amountOf, keysOwnedBy, networkView } from '../../../chain/dusk/network-view.ts'
import type { PoolReading } from '../../../chain/dusk/read-pool.ts'
import { type Known, known, unknown } from '../../../chain/schema.ts'
import { seeded } from '../../../protocol/hyperstaking/chain/random.ts'
import { project } from '../../../protocol/hyperstaking/projection/project.ts'
import type { Outlook } from '../../../ui/hyper/state.ts'

/** About thirty days. */
const EPOCHS = 120
const RUNS = 200

/** What the network was like when the pool was read. */
export interface Surroundings {
  height: bigint
  provisioners: readonly Provisioner[]
  /** LUX. */
  minimumStake: bigint
}

/**
 * What a position and a deposit in a pool are expected to earn in about thirty days, with what five and ninety-five runs of a hundred stay below. Unknown for pools
 * whose fees or policy are not public.
 */
export function outlookOf({ pool, config, idle }: PoolReading, { height, provisioners, minimumStake }: Surroundings, position: bigint, deposit: bigint): Known<Outlook> {
  if (!config.known) return unknown(config.reason)
  if (!idle.known) return unknown(idle.reason)
  const { policy, routing, depositFee, rewardFee } = config.value
  const keys = keysOwnedBy(provisioners, pool.id).map(amountOf)
  const { range, apr, apy, maturity } = project({
    height,
    epochs: EPOCHS,
    network: networkView(provisioners, height, minimumStake, pool.id),
    pool: { keys, idle: idle.value, policy, routing, depositFee, rewardFee, holderRate: 0n, lead: 6n },
    position,
    deposit,
    referred: null,
    runs: RUNS,
  }, seeded(`${pool.id} ${position} ${deposit}`))
  return known({ principal: position + deposit, epochs: EPOCHS, mean: range.mean, low: range.low, high: range.high, apr, apy, maturity })
}
