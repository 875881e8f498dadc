import { render } from 'preact'
import { followState } from '../../app/app-store.ts'
import { stakingPlaceOf } from '../../app/bitcoin-staking/notices/place-of-notice.ts'
import { adoptStyles } from '../../ui/styles/adopt-styles.ts'
import { popupStyles } from '../../ui/styles/popup-styles.ts'
import { loadStart } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { browser } from '../browser.ts'
import { hostOfWebPage } from '../host-of-web-page.ts'
import { createCommands } from '../views/commands.ts'
import { createDuskCommands } from '../views/dusk-commands.ts'
import { loadLanguage } from '../views/load-language.ts'
import { markPaint } from '../views/mark-paint.ts'
import { pages } from '../views/pages.ts'
import {
  projectInWorker,
  projectPoolInWorker,
  projectStakingInWorker,
} from '../views/project-in-worker.ts'
import { showUnreadableStorage } from '../views/show-unreadable-storage.ts'
import { createStakingCommands } from '../views/staking-commands.ts'
import { storageSource } from '../views/storage-source.ts'
import { ViewRoot } from '../views/view-root.tsx'
import { likely, stored } from './early.ts'

adoptStyles(popupStyles)
// No top-level await: with one the bundler would leave what the lazy screens share in many small
// files.
void open().catch(async (error: unknown) => {
  await showUnreadableStorage(document.getElementById('app')!)
  throw error
})

async function open(): Promise<void> {
  const { store, ready } = followState(storageSource(stored))
  const commands = createCommands(activeTab)
  const duskCommands = createDuskCommands(activeTab, projectPoolInWorker)
  const stakingCommands = createStakingCommands(activeTab, projectStakingInWorker)
  const tabUrl = tabUnderPopup().then((tab) => tab?.url)
  await ready
  const setting = store.getState().state?.settings.locale ?? 'auto'
  const isLikely = chooseLocale(setting, navigator.languages) === likely.locale
  const spoken = isLikely
    ? { locale: likely.locale, catalogue: await likely.catalogue }
    : await loadLanguage(setting, loadStart)
  render(
    <ViewRoot
      store={store}
      commands={commands}
      duskCommands={duskCommands}
      stakingCommands={stakingCommands}
      atSettings={location.hash === '#settings'}
      initialTab={tabOf(location.hash)}
      initialReward={rewardOf(location.hash)}
      initialPlace={stakingPlaceOf(location.hash)}
      project={projectInWorker}
      spoken={spoken}
      frame={document.documentElement}
      pages={pages}
      tabUrl={tabUrl}
      tabHost={tabUrl.then(hostOfWebPage)}
    />,
    document.getElementById('app')!,
  )
  markPaint('popup-paint')
  void commands.opened()
}

/** Where a click on a notification leads. */
function tabOf(hash: string): 'staking' | 'hyper' | 'rewards' | undefined {
  if (hash === '#hyper') return 'hyper'
  if (hash.startsWith('#staking')) return 'staking'
  return rewardOf(hash) === null ? undefined : 'rewards'
}

/** Key of the reward that a notification was about; null: it was about something else. */
function rewardOf(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get('reward')
}

/**
 * The tab under the popup, with its address, which the press of the button lets be known; undefined
 * when the popup is itself a tab.
 */
async function tabUnderPopup() {
  if (await browser.tabs.getCurrent()) return undefined
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab
}

async function activeTab(): Promise<number | null> {
  return (await tabUnderPopup())?.id ?? null
}
