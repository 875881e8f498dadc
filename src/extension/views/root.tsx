import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import { allDeployments, defaultDeployment, findDeployment } from '../../chain/stacks/deployments.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import { transactionLink } from '../../chain/stacks/links.ts'
import { loadCatalogue } from '../../ui/messages/load.ts'
import { chooseLocale } from '../../ui/messages/locales.ts'
import type { Locale } from '../../ui/messages/locales.ts'
import type { Section } from '../../ui/messages/message.ts'
import { createWords, WordsProvider } from '../../ui/messages/words.ts'
import type { Environment } from '../../ui/model/environment.ts'
import { PopupView } from '../../ui/popup-view.tsx'
import { PanelFrame } from '../../ui/panel/panel-frame.tsx'
import type { AppState } from '../../ui/state.ts'
import type { AppStore } from '../../ui/stores/app.ts'
import type { ProjectFigures } from '../../ui/stores/use-figures.ts'
import { useStore } from '../../ui/stores/use-store.ts'
import type { DuskCommands } from '../../ui/hyper/state.ts'
import { isTracked } from '../../wallet/journal.ts'
import { addressCheckReady, checkAddressWhenLoaded, loadAddressCheck } from './address.ts'
import type { ViewCommands } from './commands.ts'
import { Hyper } from './hyper.tsx'

const MINUTE_MS = 60_000
const LIVELY_MS = 15_000

const environmentOf = (deployment: Deployment, canCheck: boolean): Environment => ({
  network: deployment.network,
  deployment: deployment.label,
  canCheck,
  checkAddress: (text) => checkAddressWhenLoaded(text, deployment.network),
  transactionUrl: (txid) => transactionLink(deployment, txid),
})

const nameOf = ({ id, network, label }: Deployment) => ({ id, name: `${network} ${label}` })
const choices = (custom: readonly Deployment[]) => allDeployments(custom).map(nameOf)

/** A language and its sentences. */
export interface Spoken {
  locale: Locale
  catalogue: Section
}

/** Loads the language that a setting means in this browser. */
export async function speak(setting: Locale | 'auto'): Promise<Spoken> {
  const locale = chooseLocale(setting, navigator.languages)
  return { locale, catalogue: await loadCatalogue(locale) }
}

interface RootProps {
  store: AppStore
  commands: ViewCommands
  duskCommands: DuskCommands
  project: ProjectFigures
  /** The sentences for the first paint; another language is loaded when it is chosen. */
  spoken: Spoken
  /** Carries the chosen theme: the document's root or the panel's host. */
  frame: HTMLElement
  /** On a page: the panel around the view. */
  panel?: { onMove(dx: number, dy: number): void; onClose(): void }
  /** The tab to open with. */
  initialTab?: 'dual' | 'hyper' | 'rewards'
}

/** Popup and panel: the same view over the state that the background keeps. */
export function Root({ store, commands, duskCommands, project, spoken, frame, panel, initialTab }: RootProps) {
  const state = useStore(store, (each) => each.state)
  const now = useNow()
  const theme = state?.settings.theme ?? 'system'
  useLayoutEffect(() => {
    frame.dataset['theme'] = theme
  }, [frame, theme])
  const canCheck = useAddressCheck()
  useLively(state, commands)
  const { locale, catalogue } = useSpoken(spoken, state?.settings.locale ?? 'auto')
  if (!state) return null
  const { settings } = state
  const custom = state.customDeployments ?? []
  const deployment = findDeployment(settings.deployment, custom) ?? findDeployment(defaultDeployment)!
  const words = createWords(locale, catalogue, settings.units)
  const view = (
    <PopupView
      state={state} commands={commands} project={project} env={environmentOf(deployment, canCheck)} now={now} deployments={choices(custom)} onErase={() => commands.erase()}
      custom={{ rows: custom.map(nameOf), onAdd: (input) => commands.addDeployment(input), onRemove: (id) => commands.removeDeployment(id) }}
      hyperstaking={state.dusk && <Hyper state={state.dusk} commands={duskCommands} />} initialTab={initialTab} embedded={panel !== undefined}
    />
  )
  return <WordsProvider value={words}>{panel ? <PanelFrame {...panel}>{view}</PanelFrame> : view}</WordsProvider>
}

/** Whether addresses can be checked yet: the check is loaded after the first paint, and what was typed before is looked at again. */
function useAddressCheck(): boolean {
  const [ready, setReady] = useState(addressCheckReady)
  useEffect(() => void loadAddressCheck().then(() => setReady(true)), [])
  return ready
}

/** While something is under way, what is shown is kept fresh; otherwise the background's alarm is enough. */
function useLively(state: AppState | null, commands: ViewCommands): void {
  const lively = state !== null && state.intents.some(isTracked)
  useEffect(() => {
    if (!lively) return
    const timer = setInterval(() => void commands.opened(), LIVELY_MS)
    return () => clearInterval(timer)
  }, [lively, commands])
}

/** Milliseconds since 1970, once a minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The language that is set, as soon as it is loaded; until then the one before. */
function useSpoken(first: Spoken, setting: Locale | 'auto'): Spoken {
  const [spoken, setSpoken] = useState(first)
  useEffect(() => {
    if (chooseLocale(setting, navigator.languages) === spoken.locale) return
    let wanted = true
    void speak(setting).then((next) => wanted && setSpoken(next))
    return () => {
      wanted = false
    }
  }, [setting, spoken])
  return spoken
}
