import * as v from 'valibot'
import type { AdminCalls } from '../../ui/console/admin-call-form.tsx'
import { readPresentArguments } from '../../ui/console/present-arguments.ts'
import type { ConsoleContext } from './console-context.ts'

/** What calls of the contract's admin are judged by, and how they are signed. */
export function adminCallsOf({
  chain: { capabilities, plan },
  state,
  link,
  commands,
  env,
  deployment,
  operator,
}: ConsoleContext): AdminCalls {
  const network = state.network?.deployment === deployment.id ? state.network : null
  const cycle = plan?.cycle
  return {
    family: capabilities?.family ?? 'v1',
    env,
    poolSats: plan?.poolSats ?? null,
    blocksPerYear: network?.blocksPerYear.known ? network.blocksPerYear.value : null,
    cycleBlocks: cycle ? BigInt(cycle.snapshotsPerCycle * cycle.blocksPerSnapshot) : null,
    present: readPresentArguments(network, capabilities?.admin ?? null),
    role: {
      contract: deployment.contract,
      admin: capabilities?.admin ?? null,
      isStarted: cycle ? cycle.phase !== 'inactive' : null,
      askExists: (contract) => link.ask({ kind: 'exists', contract }, v.boolean()),
    },
    signing:
      operator === null
        ? null
        : {
            account: operator,
            network: deployment.network,
            contract: deployment.contract,
            host: env.walletHost,
            ledger: state.accounts.some(({ address, ledger }) => address === operator && ledger),
          },
    onCall: async (functionName, args) =>
      commands.call(
        functionName,
        await link.ask({ kind: 'encode', functionName, args }, v.array(v.string())),
      ),
  }
}
