import { browser } from '../browser.ts'
import type { ExtensionPages } from './use-environment.ts'

const open = (page: string) => () =>
  void browser.tabs.create({ url: browser.runtime.getURL(`dist/extension/${page}`) })

/** For the panel, which has no settings of its own: a page's renderer is not trusted with them. */
export const panelPages: ExtensionPages = { openSettings: open('popup/popup.html#settings') }

/** For views in extension pages; a content script cannot open them. */
export const pages = {
  readProgramme: (target) => browser.runtime.sendMessage({ type: 'programme', ...target }),
  version: browser.runtime.getManifest().version,
  source: browser.runtime.getManifest().homepage_url,
  // Firefox has no such question before version 139.
  isPinned: async () => (await browser.action.getUserSettings?.())?.isOnToolbar ?? null,
  openConsole: open('console/console.html'),
  openWelcome: open('welcome/welcome.html'),
  openStatement: open('statement/statement.html'),
  openStakingStatement: open('statement/statement.html?programme=staking'),
} satisfies ExtensionPages
