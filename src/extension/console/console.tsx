import { render } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { loadConsoleCatalogue } from '../../ui/messages/load.ts'
import { chooseLocale } from '../../ui/messages/locales.ts'
import type { Locale } from '../../ui/messages/locales.ts'
import type { Section } from '../../ui/messages/message.ts'
import { createWords, WordsProvider } from '../../ui/messages/words.ts'
import { followState } from '../../ui/stores/app.ts'
import type { AppState } from '../../ui/state.ts'
import { useStore } from '../../ui/stores/use-store.ts'
import { adoptStyles } from '../../ui/styles/adopt.ts'
import { consoleStyles } from '../../ui/styles/sheets.ts'
import { createCommands } from '../views/commands.ts'
import { storageSource } from '../views/source.ts'
import { createChainStore } from './chain-store.ts'
import { createConsoleCommands } from './commands.ts'
import { ConsoleRoot } from './root.tsx'
import type { ConsoleRootProps } from './root.tsx'

adoptStyles(document, consoleStyles)
void open()

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource())
  store.subscribe(({ state }) => {
    if (state?.connection && state.connection.tabId >= 0) lastTab = state.connection.tabId
  })
  await ready
  const tab = () => signingTab(store.getState().state)
  const commands = { ...createCommands(() => Promise.resolve(tab())), ...createConsoleCommands(tab) }
  const locale = chooseLocale(store.getState().state?.settings.locale ?? 'auto', navigator.languages)
  const first = { locale, catalogue: await loadConsoleCatalogue(locale) }
  render(<App store={store} chain={createChainStore()} commands={commands} first={first} />, document.getElementById('app')!)
  void commands.refresh()
}

/** The tab in which a wallet was last asked, where the user has let us in: it is asked there again. */
function signingTab(state: AppState | null): number | null {
  const used = (state?.intents ?? []).filter(({ tabId }) => tabId !== null).toSorted((a, b) => b.updatedAt - a.updatedAt)
  return lastTab ?? used[0]?.tabId ?? null
}

/** The tab of the newest connection that this page has seen. */
let lastTab: number | null = null

interface Spoken {
  locale: Locale
  catalogue: Section
}

function App({ first, ...props }: ConsoleRootProps & { first: Spoken }) {
  const settings = useStore(props.store, ({ state }) => state?.settings)
  const theme = settings?.theme ?? 'system'
  const [{ locale, catalogue }, setSpoken] = useState(first)
  const wanted = chooseLocale(settings?.locale ?? 'auto', navigator.languages)
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.lang = locale
  }, [theme, locale])
  useEffect(() => {
    let current = true
    if (wanted !== locale) void loadConsoleCatalogue(wanted).then((next) => current && setSpoken({ locale: wanted, catalogue: next }))
    return () => {
      current = false
    }
  }, [wanted, locale])
  const units = settings?.units ?? 'sats'
  const words = useMemo(() => createWords(locale, catalogue, units), [locale, catalogue, units])
  return <WordsProvider value={words}><ConsoleRoot {...props} /></WordsProvider>
}
