import { known, unknown } from '../../../chain/known.ts'
import { RewardPoolView } from '../../../ui/console/reward-pool-view.tsx'
import type { ConsoleContext } from '../console-context.ts'
import { fundingOf } from '../funding.ts'

/** The contract's sBTC, what a cycle may pay of it, and giving to it. */
export function PoolTab(context: ConsoleContext) {
  const { state, chain, deployment } = context
  const { plan, problem } = chain
  const network = state.network?.deployment === deployment.id ? state.network : null
  return (
    <RewardPoolView
      {...fundingOf(context)}
      contract={deployment.contract}
      isOwn={deployment.custom}
      poolSats={plan ? known(plan.poolSats) : (network?.poolSats ?? unknown(problem ?? 'not-read'))}
      capSats={
        plan && plan.capSats !== null
          ? known(plan.capSats)
          : unknown(plan ? 'not-yet' : (problem ?? 'not-read'))
      }
    />
  )
}
