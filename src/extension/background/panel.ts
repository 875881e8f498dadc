import { browser } from '../browser.ts'

/** Name of the menu entry, and of the keyboard command in the manifest. */
export const panelEntry = 'panel'

/**
 * Mounts the panel on the page of a tab, or removes it when it is there; false where the browser
 * refuses.
 */
export async function openPanel(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['dist/extension/panel.js'] })
    return true
  } catch {
    return false
  }
}

/** In the toolbar button's own menu and in a page's: the way to the panel without the popup. */
export function addMenu(): void {
  browser.contextMenus.create(
    {
      id: panelEntry,
      title: browser.i18n.getMessage('openPanel'),
      contexts: ['action', 'page'],
      documentUrlPatterns: ['http://*/*', 'https://*/*'],
    },
    () => void browser.runtime.lastError,
  )
}
