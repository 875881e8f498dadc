import { known, unknown } from '../../../chain/known.ts'
import { RewardPoolView } from '../../../ui/console/reward-pool-view.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'

/** The contract's sBTC, what a cycle may pay of it, and giving to it. */
export function PoolTab({
  state,
  chain,
  commands,
  env,
  deployment,
  operator,
  intents,
}: ConsoleContext) {
  const { plan, problem } = chain
  const own = operator === null ? undefined : state.readings[operator]?.sats
  const network = state.network?.deployment === deployment.id ? state.network : null
  return (
    <RewardPoolView
      contract={deployment.contract}
      isOwn={deployment.custom}
      poolSats={plan ? known(plan.poolSats) : (network?.poolSats ?? unknown(problem ?? 'not-read'))}
      capSats={
        plan && plan.capSats !== null
          ? known(plan.capSats)
          : unknown(plan ? 'not-yet' : (problem ?? 'not-read'))
      }
      signing={
        operator === null
          ? null
          : {
              account: operator,
              contract: deployment.sbtcToken,
              functionName: 'transfer',
              host: env.walletHost,
              ledger: state.accounts.some(({ address, ledger }) => address === operator && ledger),
            }
      }
      ownSats={own?.known ? own.value : null}
      onFund={
        operator === null || intents.some(isUnsettled) ? null : (sats) => commands.fundPool(sats)
      }
    />
  )
}
