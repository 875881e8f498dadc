import { projectionInputOf, type Prospect } from '../../chain/dusk/prospect.ts'
import type { ProjectionInput } from '../../protocol/hyperstaking/projection/input.ts'
import type { PoolSummary } from './pool-summary.ts'

/** LUX in the pool already and to be added, over how many epochs, and the runs of a range. */
type Asked = Pick<ProjectionInput, 'position' | 'deposit' | 'epochs' | 'runs'>

/** The question of what a holder's part of a pool will earn, referrals included. */
export function askOutlook(pool: PoolSummary, prospect: Prospect, asked: Asked): ProjectionInput {
  const { referrer, referred } = pool.position ?? {}
  return projectionInputOf(prospect, {
    ...asked,
    holderRate: referrer?.known && referrer.value !== null ? prospect.referralRate : 0n,
    referred:
      referred?.known && referred.value.deposits > 0n
        ? { deposits: referred.value.deposits, rate: prospect.referralRate }
        : null,
  })
}
