import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import type { DeployPart } from '../../ui/console/deploy-view.tsx'
import { type ConsoleContext, isUnsettled } from './console-context.ts'

const RETRY_MS = 5000

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
  useEffect(() => setThere({}), [operator, names.join(' ')])
  useEffect(() => {
    if (operator === null) return
    const timers = new Set<ReturnType<typeof setTimeout>>()
    let wanted = true
    // What could not be read would stay unknown until the next block.
    const ask = (each: string): Promise<unknown> =>
      link.ask({ kind: 'exists', contract: `${operator}.${each}` }, v.boolean()).then(
        (exists) => wanted && setThere((before) => ({ ...before, [each]: exists })),
        () => wanted && timers.add(setTimeout(() => void ask(each), RETRY_MS)),
      )
    for (const each of names) void ask(each)
    return () => {
      wanted = false
      timers.forEach(clearTimeout)
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
