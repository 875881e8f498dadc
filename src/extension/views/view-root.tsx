import { useEffect, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { AppStore } from '../../app/app-store.ts'
import type { StakingPlace } from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import { isEmbeddedOffered, offeredDeployments } from '../../app/offered-deployments.ts'
import type { ProjectFigures } from '../../ui/hooks/use-figures.ts'
import { useNow } from '../../ui/hooks/use-now.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { PanelFrame, type PanelPlacement } from '../../ui/panel/panel-frame.tsx'
import { PopupView } from '../../ui/popup/popup-view.tsx'
import type { Tab } from '../../ui/popup/tabs.tsx'
import { isLively } from '../../wallet/stacks/advance-stacks-intent.ts'
import type { ViewCommands } from './commands.ts'
import { LazyHyperstakingTab } from './hyperstaking-tab.tsx'
import type { LoadedLanguage } from './load-language.ts'
import { nameDeployment } from './name-deployment.ts'
import { useAppearance } from './use-appearance.ts'
import { useEnvironment, type ExtensionPages } from './use-environment.ts'

const LIVELY_MS = 15_000

interface RootProps {
  store: AppStore
  commands: ViewCommands
  duskCommands: DuskCommands
  stakingCommands: StakingCommands
  project: ProjectFigures
  /** The sentences for the first paint; another language is loaded when it is chosen. */
  spoken: LoadedLanguage
  /** Carries the chosen theme: the document's root. */
  frame: HTMLElement
  /** On a page: the panel around the view. */
  panel?: PanelPlacement
  pages?: ExtensionPages
  /** Host of the web page that the view was opened over; null: there is none. */
  tabHost?: Promise<string | null>
  /** Address of that page. */
  tabUrl?: Promise<string | undefined>
  /** Opens with the settings. */
  atSettings?: boolean
  /** The tab to open with. */
  initialTab?: Tab
  /** Key of the reward that a notification led to. */
  initialReward?: string | null
  /** What of Bitcoin Staking to open with. */
  initialPlace?: StakingPlace | null
}

/** Popup and panel: the same view over the state that the background keeps. */
export function ViewRoot({
  store,
  commands,
  duskCommands,
  stakingCommands,
  project,
  spoken,
  frame,
  panel,
  pages,
  tabHost,
  tabUrl,
  atSettings,
  initialTab,
  initialReward,
  initialPlace,
}: RootProps) {
  const state = useStore(store, (each) => each.state)
  const now = useNow()
  const [host, setHost] = useState<string | null>(null)
  useEffect(() => void tabHost?.then(setHost, () => undefined), [tabHost])
  const env = useEnvironment(state, pages, host)
  useLively(state, commands)
  const words = useAppearance(frame, spoken, state?.settings)
  if (!state) return null
  const custom = state.customDeployments ?? []
  const view = (
    <PopupView
      state={state}
      commands={commands}
      project={project}
      env={env}
      now={now}
      deployments={offeredDeployments(state.settings, custom).map(nameDeployment(words))}
      onErase={() => commands.erase()}
      custom={{
        rows: custom.map(nameDeployment(words)),
        isEmbeddedOffered: isEmbeddedOffered(state.settings, custom),
        onAdd: (input) => commands.addDeployment(input),
        onRemove: (id) => commands.removeDeployment(id),
        read: env.readProgramme,
      }}
      hyperstaking={
        state.dusk && <LazyHyperstakingTab state={state.dusk} commands={duskCommands} />
      }
      saveDuskNetwork={duskCommands.saveSettings}
      staking={stakingCommands}
      tabUrl={tabUrl}
      atSettings={atSettings}
      initialTab={initialTab}
      initialReward={initialReward}
      initialPlace={initialPlace}
      embedded={panel !== undefined}
    />
  )
  return (
    <WordsProvider value={words}>
      {panel ? <PanelFrame {...panel}>{view}</PanelFrame> : view}
    </WordsProvider>
  )
}

/**
 * While something is under way, what is shown is kept fresh; otherwise the background's alarm is
 * enough.
 */
function useLively(state: AppState | null, commands: ViewCommands): void {
  const lively = state !== null && state.intents.some((intent) => isLively(intent, Date.now()))
  useEffect(() => {
    if (!lively) return
    const timer = setInterval(() => void commands.opened(), LIVELY_MS)
    return () => clearInterval(timer)
  }, [lively, commands])
}
