import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { guideStyles } from '../../ui/styles/styles.ts'
import { loadGuideCatalogue } from '../../words/load.ts'
import { createCommands } from '../views/commands.ts'
import { pages } from '../views/pages.ts'
import { project } from '../views/project-in-worker.ts'
import { speak } from '../views/spoken.ts'
import { storageSource } from '../views/storage-source.ts'
import { Welcome } from './welcome-page.tsx'

// The page that is opened once, when the extension has been installed, and later from the settings.

adoptStyles(document, guideStyles)
void open()

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource())
  const commands = createCommands(async () => null)
  await ready
  const spoken = await speak(store.getState().state?.settings.locale ?? 'auto', loadGuideCatalogue)
  render(
    <Welcome store={store} commands={commands} project={project} spoken={spoken} pages={pages} />,
    document.getElementById('app')!,
  )
}
