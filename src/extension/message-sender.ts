import { browser } from './browser.ts'

/**
 * Where a runtime message comes from, according to the browser: one of our own pages (in a tab or
 * not), or our script in the top frame of a tab.
 */
export type MessageSender = { kind: 'view'; tabId: number | null } | { kind: 'page'; tabId: number }

/**
 * Null for everything else: other extensions, and frames that our scripts are never injected into.
 */
export function identifySender(sender: chrome.runtime.MessageSender): MessageSender | null {
  if (sender.id !== browser.runtime.id) return null
  // Firefox gives no `origin`; where there is one, it comes from the browser process and outweighs
  // `url`.
  const home = new URL(browser.runtime.getURL('')).origin
  const from =
    sender.origin ?? (sender.url && URL.canParse(sender.url) ? new URL(sender.url).origin : null)
  if (from === home) return { kind: 'view', tabId: sender.tab?.id ?? null }
  if (sender.tab?.id === undefined || sender.frameId !== 0) return null
  return { kind: 'page', tabId: sender.tab.id }
}
