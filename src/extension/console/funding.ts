import type { SetupForms } from '../../ui/console/deploy/setup-form.tsx'
import { type ConsoleContext, isUnsettled } from './console-context.ts'

/** Sending sBTC to the contract in use, one transaction at a time. */
export function fundingOf({
  state,
  commands,
  env,
  deployment,
  operator,
  intents,
}: ConsoleContext): SetupForms['fund'] {
  const own = operator === null ? undefined : state.readings[operator]?.sats
  return {
    signing:
      operator === null
        ? null
        : {
            account: operator,
            network: deployment.network,
            contract: deployment.sbtcToken,
            functionName: 'transfer',
            host: env.walletHost,
            ledger: state.accounts.some(({ address, ledger }) => address === operator && ledger),
          },
    ownSats: own?.known ? own.value : null,
    onFund:
      operator === null || intents.some(isUnsettled) ? null : (sats) => commands.fundPool(sats),
  }
}
