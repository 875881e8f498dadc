import { render } from 'preact'
import { adoptStyles } from '../../ui/styles/adopt.ts'
import { popupStyles } from '../../ui/styles/sheets.ts'
import { browser } from '../browser.ts'
import { createCommands } from '../views/commands.ts'
import { createDuskCommands } from '../views/dusk-commands.ts'
import { project } from '../views/project.ts'
import { Root, speak } from '../views/root.tsx'
import { storageSource } from '../views/source.ts'
import { followState } from '../../ui/stores/app.ts'

performance.mark('popup-start')
adoptStyles(document, popupStyles)
const { store, ready } = followState(storageSource)
const commands = createCommands(activeTab)
const duskCommands = createDuskCommands(activeTab)
// Both are on their way at once: most people speak to their browser in the language that they chose here.
const likely = speak('auto')
await ready
const setting = store.getState().state?.settings.locale ?? 'auto'
const spoken = setting === 'auto' ? await likely : await speak(setting)
render(<Root store={store} commands={commands} duskCommands={duskCommands} initialTab={tabOf(location.hash)} project={project} spoken={spoken} frame={document.documentElement} />, document.getElementById('app')!)
// Two frames on, what was rendered has been painted.
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('popup-paint')))
void commands.opened()

/** Where a click on a notification leads. */
function tabOf(hash: string): 'hyper' | 'rewards' | undefined {
  return hash === '#hyper' ? 'hyper' : hash.startsWith('#reward=') ? 'rewards' : undefined
}

/** The tab under the popup; null when the popup is itself a tab. */
async function activeTab(): Promise<number | null> {
  if (await browser.tabs.getCurrent()) return null
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id ?? null
}
