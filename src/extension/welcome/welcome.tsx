import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { guideStyles } from '../../ui/styles/guide-styles.ts'
import { loadGuideCatalogue } from '../../words/load.ts'
import { createCommands } from '../views/commands.ts'
import { loadLanguage } from '../views/load-language.ts'
import { pages } from '../views/pages.ts'
import { projectInWorker } from '../views/project-in-worker.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { storageSource } from '../views/storage-source.ts'
import { Welcome } from './welcome-page.tsx'

// The page that is opened once, when the extension has been installed, and later from the settings.

adoptStyles(guideStyles)
void open().catch(async (error: unknown) => {
  await showUnreadableStorage(document.getElementById('app')!)
  throw error
})

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource())
  const commands = createCommands(async () => null)
  await ready
  const spoken = await loadLanguage(
    store.getState().state?.settings.locale ?? 'auto',
    loadGuideCatalogue,
  )
  render(
    <Welcome
      store={store}
      commands={commands}
      project={projectInWorker}
      spoken={spoken}
      pages={pages}
    />,
    document.getElementById('app')!,
  )
}
