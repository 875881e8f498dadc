import { render } from 'preact'
import type { AppState } from '../../app/app-state.ts'
import { followState } from '../../app/app-store.ts'
import { useStore } from '../../ui/hooks/use-store.ts'
import { WordsProvider } from '../../ui/hooks/use-words.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { consoleStyles } from '../../ui/styles/console-styles.ts'
import { loadConsoleCatalogue } from '../../words/load.ts'
import { createCommands } from '../views/commands.ts'
import { loadLanguage, type LoadedLanguage } from '../views/load-language.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { storageSource } from '../views/storage-source.ts'
import { useAppearance } from '../views/use-appearance.ts'
import { createChainStore } from './chain-store.ts'
import { createConsoleCommands } from './console-commands.ts'
import { ConsoleRoot, type ConsoleRootProps } from './console-root.tsx'

adoptStyles(consoleStyles)
void open().catch(async (error: unknown) => {
  await showUnreadableStorage(document.getElementById('app')!)
  throw error
})

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource())
  store.subscribe(({ state }) => {
    if (state?.connection && state.connection.tabId >= 0) lastTab = state.connection.tabId
  })
  await ready
  const tab = () => signingTab(store.getState().state)
  const commands = {
    ...createCommands(() => Promise.resolve(tab())),
    ...createConsoleCommands(tab),
  }
  const first = await loadLanguage(
    store.getState().state?.settings.locale ?? 'auto',
    loadConsoleCatalogue,
  )
  render(
    <App store={store} chain={createChainStore()} commands={commands} first={first} />,
    document.getElementById('app')!,
  )
  void commands.refresh()
}

/**
 * The tab in which a wallet was last asked, where its host is granted: it is asked there again.
 */
function signingTab(state: AppState | null): number | null {
  const used = (state?.intents ?? [])
    .filter(({ tabId }) => tabId !== null)
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
  return lastTab ?? used[0]?.tabId ?? null
}

/** The tab of the newest connection that this page has seen. */
let lastTab: number | null = null

function App({ first, ...props }: ConsoleRootProps & { first: LoadedLanguage }) {
  const words = useAppearance(
    document.documentElement,
    first,
    useStore(props.store, ({ state }) => state?.settings),
    loadConsoleCatalogue,
  )
  return (
    <WordsProvider value={words}>
      <ConsoleRoot {...props} />
    </WordsProvider>
  )
}
