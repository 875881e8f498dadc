import { browser } from '../browser.ts'
import { handleTabClosed, resumeAfterLoad, startBackground, type Background } from './background.ts'
import { verifyAlarm } from './dual-stacking/verify/create-verifier.ts'
import { handleMessage } from './handle-message.ts'
import { openHyperstakingTab } from './hyperstaking/announce-pool-notices.ts'
import { duskAlarm } from './hyperstaking/hyperstaking-refresher.ts'
import { openNotification } from './open-notification.ts'
import { addMenu, forgetPanel, openPanel, panelEntry } from './panel.ts'
import { runLogged } from './record-fault.ts'
import { refreshAlarm } from './refresh-alarm.ts'

/*
 * The single writer. Every listener is registered here, at once and synchronously, because the
 * browser starts this script for an event and only wakes what was listening before; each then waits
 * for `ready`. Nothing is remembered outside storage but what can be read again.
 */

const ready = startBackground()

/** Does what the browser's event asks for; what goes wrong in it is logged. */
function onEvent(boundary: string, work: (background: Background) => Promise<unknown>): void {
  void ready.then((background) => runLogged(background.store, boundary, () => work(background)))
}

browser.runtime.onMessage.addListener((message: unknown, from, reply) =>
  handleMessage(ready, message, from, reply),
)

browser.alarms.onAlarm.addListener(({ name }) => {
  const boundary = `alarm ${name}`
  if (name === refreshAlarm) onEvent(boundary, ({ dualStacking }) => dualStacking.refresh())
  if (name === verifyAlarm) onEvent(boundary, ({ verifier }) => verifier.resume())
  if (name === duskAlarm) onEvent(boundary, ({ hyperstaking }) => hyperstaking.refreshIdle())
})

browser.tabs.onRemoved.addListener((tabId) => {
  onEvent('tab closed', (background) => handleTabClosed(background, tabId))
  onEvent('panel closed', () => forgetPanel(tabId))
})

// The browser names a tab's address only where its host was granted: what waits there resumes when
// the page is loaded.
browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => {
  if (status === 'complete' && url !== undefined)
    onEvent('tab loaded', (background) => resumeAfterLoad(background, tabId))
})

browser.notifications.onClicked.addListener((key) =>
  onEvent('notification clicked', ({ store }) =>
    key.startsWith('dusk:') ? openHyperstakingTab(key) : openNotification(store, key),
  ),
)

browser.runtime.onInstalled.addListener(({ reason }) => {
  addMenu()
  if (reason === 'install')
    void browser.tabs.create({ url: browser.runtime.getURL('dist/extension/welcome/welcome.html') })
})

browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === panelEntry && tab?.id !== undefined) void openPanel(tab.id)
})

browser.commands.onCommand.addListener((name, tab) => {
  if (name === panelEntry && tab?.id !== undefined) void openPanel(tab.id)
})

browser.runtime.onStartup.addListener(() =>
  onEvent('browser started', ({ dualStacking }) => dualStacking.refresh()),
)
