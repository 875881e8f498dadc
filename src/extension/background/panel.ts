import { browser } from '../browser.ts'

export const panelMenu = 'panel'

/** Mounts the panel on the page of a tab, or takes it away when it is there; false where the browser does not let us. */
export async function openPanel(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['dist/extension/panel.js'] })
    return true
  } catch {
    return false
  }
}

/** The toolbar button's own menu: the way to the panel without the popup. */
export function addMenu(): void {
  browser.contextMenus.create({ id: panelMenu, title: browser.i18n.getMessage('openPanel'), contexts: ['action'] }, () => void browser.runtime.lastError)
}
