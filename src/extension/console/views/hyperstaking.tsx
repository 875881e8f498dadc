import { useEffect } from 'preact/hooks'
import type { DuskState } from '../../../app/hyperstaking/dusk-state.ts'
import { HyperstakingPage } from '../../../ui/hyperstaking/hyperstaking-page.tsx'
import { createDuskCommands } from '../../views/dusk-commands.ts'
import { projectPoolInWorker } from '../../views/project-in-worker.ts'
import type { ConsoleContext } from '../console-context.ts'

/**
 * The tab whose Dusk wallet was last asked: it is used again. Without one the signing page is
 * opened.
 */
let lastTab: number | null = null
const commands = createDuskCommands(() => Promise.resolve(lastTab), projectPoolInWorker)

const tabOf = ({ connection, intents }: DuskState): number | null =>
  connection && connection.tabId >= 0
    ? connection.tabId
    : (intents.toSorted((a, b) => b.updatedAt - a.updatedAt).find(({ tabId }) => tabId !== null)
        ?.tabId ?? null)

/** Hyperstaking on Dusk: all pools, and the chosen one. */
export function HyperstakingTab({ state: { dusk } }: ConsoleContext) {
  useEffect(() => void commands.refresh(), [])
  if (!dusk) return null
  lastTab = tabOf(dusk) ?? lastTab
  return <HyperstakingPage state={dusk} commands={commands} />
}
