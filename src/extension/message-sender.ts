import { browser } from './browser.ts'
import { panelDocument } from './panel/protocol.ts'

/**
 * Where a runtime message comes from, according to the browser: one of our own pages (in a tab or
 * not), one of our documents in a frame of a page, or our script in the top frame of a tab.
 */
export type MessageSender =
  | { kind: 'view'; tabId: number | null }
  | { kind: 'panel'; tabId: number }
  | { kind: 'page'; tabId: number }

/**
 * Null for everything else: other extensions, and frames that our scripts are never injected into.
 */
export function identifySender(sender: chrome.runtime.MessageSender): MessageSender | null {
  if (sender.id !== browser.runtime.id) return null
  // Where the browser gives an `origin`, it comes from the browser process and outweighs `url`.
  const home = new URL(browser.runtime.getURL('')).origin
  const url = sender.url && URL.canParse(sender.url) ? new URL(sender.url) : null
  const tabId = sender.tab?.id
  if ((sender.origin ?? url?.origin) === home) {
    // The panel's document is the one that a page can frame, and any page may: see panel.ts.
    if ((sender.frameId ?? 0) === 0 && url?.pathname !== `/${panelDocument}`)
      return { kind: 'view', tabId: tabId ?? null }
    return tabId === undefined ? null : { kind: 'panel', tabId }
  }
  if (tabId === undefined || sender.frameId !== 0) return null
  return { kind: 'page', tabId }
}
