import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import type { DeployPart } from '../../ui/console/deploy-view.tsx'
import { type ConsoleContext, isUnsettled } from './console-context.ts'

/** Which contracts of these names are on the chain under the account that signs. */
export function useDeployedParts(
  { state, chain, link, operator }: ConsoleContext,
  names: readonly string[],
): DeployPart[] {
  const [there, setThere] = useState<Record<string, boolean>>({})
  const deploys = state.intents.filter(
    ({ request }) => request.deploy && request.account === operator,
  )
  const settled = deploys.filter((intent) => !isUnsettled(intent)).length
  useEffect(() => {
    let wanted = true
    setThere({})
    if (operator === null) return
    for (const each of names) {
      void link.ask({ kind: 'exists', contract: `${operator}.${each}` }, v.boolean()).then(
        (exists) => wanted && setThere((before) => ({ ...before, [each]: exists })),
        () => undefined,
      )
    }
    return () => {
      wanted = false
    }
  }, [link, operator, names.join(' '), settled, chain.revision])
  return names.map((each) => ({
    name: each,
    there: there[each] ?? null,
    pending: deploys.some(
      (intent) => isUnsettled(intent) && intent.request.contract === `${operator}.${each}`,
    ),
  }))
}
