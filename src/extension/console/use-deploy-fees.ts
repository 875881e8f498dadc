import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { known, unknown, type Known } from '../../chain/known.ts'
import { deployCall } from '../../wallet/stacks/console-calls.ts'
import { feePayload } from '../../wallet/stacks/fee-payload.ts'
import { setupCalls, setupRequest } from '../../wallet/stacks/setup-requests.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import type { ConsoleContext } from './console-context.ts'
import { deploySources, loadSource } from './views/deploy-sources.ts'
import { UnansweredQuestion } from './worker-link.ts'

/** Fees by the name of a source or a set-up call, microSTX; absent: not read yet. */
export type DeployFees = Readonly<Record<string, Known<bigint>>>

/**
 * What the network expects each deployment and each set-up call to cost. Nine requests, once for an
 * account: a fee is a matter of size and work, not of names and numbers.
 */
export function useDeployFees({
  link,
  deployment,
}: Pick<ConsoleContext, 'link' | 'deployment'>): DeployFees {
  const [fees, setFees] = useState<DeployFees>({})
  useEffect(() => {
    let wanted = true
    setFees({})
    const ask = async (name: string, request: StacksCallRequest) => {
      const fee = await link.ask({ kind: 'fee', payload: feePayload(request) }, v.bigint()).then(
        (microStx) => known(microStx),
        (failure: unknown) =>
          unknown(failure instanceof UnansweredQuestion ? failure.reason : 'bad-answer'),
      )
      if (wanted) setFees((before) => ({ ...before, [name]: fee }))
    }
    const account = deployment.contract.split('.')[0]!
    for (const source of deploySources)
      void loadSource(source, deployment).then((text) =>
        ask(source.name, deployCall(deployment, account, source.name, text)),
      )
    for (const call of setupCalls) void ask(call, setupRequest(deployment, account, call))
    return () => {
      wanted = false
    }
  }, [link, deployment.id])
  return fees
}
