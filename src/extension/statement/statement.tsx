import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { statementStyles } from '../../ui/styles/statement-styles.ts'
import { loadStatementCatalogue } from '../../words/load.ts'
import { loadLanguage } from '../views/load-language.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { storageSource } from '../views/storage-source.ts'
import { StatementPage } from './statement-page.tsx'

// The page of yearly statements, opened from the list of rewards; ?year=2026 chooses a year,
// ?programme=staking Bitcoin Staking.

adoptStyles(statementStyles)
void open().catch(async (error: unknown) => {
  await showUnreadableStorage(document.getElementById('app')!)
  throw error
})

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource())
  await ready
  const spoken = await loadLanguage(
    store.getState().state?.settings.locale ?? 'auto',
    loadStatementCatalogue,
  )
  const asked = new URLSearchParams(location.search)
  const year = /^\d{4}$/.exec(asked.get('year') ?? '')?.[0]
  render(
    <StatementPage
      store={store}
      spoken={spoken}
      initialYear={year ? Number(year) : null}
      initialProgramme={asked.get('programme') === 'staking' ? 'staking' : 'dual'}
    />,
    document.getElementById('app')!,
  )
}
