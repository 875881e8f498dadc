import * as v from 'valibot'
import { browser } from '../browser.ts'
import { command, commandsFromPanel, type Command } from '../messages.ts'
import type { panelOpened, panelRequest } from '../panel/protocol.ts'
import { readHost } from './signing/host-accounts.ts'

/** Name of the menu entry, and of the keyboard command in the manifest. */
export const panelEntry = 'panel'

const panelKey = (tabId: number): string => `panel:${tabId}`

/**
 * Places the panel on the page of a tab, or removes it when it is there; false where the browser
 * refuses. Its token goes to the content script alone, and lives as long as the browser runs.
 */
export async function openPanel(tabId: number): Promise<boolean> {
  const token = crypto.randomUUID()
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      func: (value: string) => void Object.assign(globalThis, { twinstackPanelToken: value }),
      args: [token],
    })
    await browser.storage.session.set({ [panelKey(tabId)]: token })
    await browser.scripting.executeScript({ target: { tabId }, files: ['dist/extension/panel.js'] })
    return true
  } catch {
    return false
  }
}

/** Whether a token is that of the panel that was opened last in a tab. */
async function isOpenPanel(tabId: number, token: string): Promise<boolean> {
  const key = panelKey(tabId)
  return (await browser.storage.session.get(key))[key] === token
}

export const forgetPanel = (tabId: number): Promise<void> =>
  browser.storage.session.remove(panelKey(tabId))

/** Tells a document in a frame whether it is the panel that was opened there. */
export async function answerPanelOpening(
  tabId: number,
  token: string,
): Promise<v.InferOutput<typeof panelOpened>> {
  if (!(await isOpenPanel(tabId, token))) return { ok: false }
  const [zoom, host] = await Promise.all([browser.tabs.getZoom(tabId), readHost(tabId)])
  return { ok: true, zoom, host }
}

/** The command in a panel's request, for its own tab; null where it may not give it. */
export async function readPanelCommand(
  tabId: number,
  request: v.InferOutput<typeof panelRequest>,
): Promise<Command | null> {
  const parsed = v.safeParse(command, request.command)
  if (!parsed.success || !commandsFromPanel.has(parsed.output.type)) return null
  if (!(await isOpenPanel(tabId, request.token))) return null
  return ('tabId' in parsed.output ? { ...parsed.output, tabId } : parsed.output) as Command
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
