import { browser } from '../../browser.ts'

/** Whether a tab is still there; a restarted browser has other ones. */
export async function isTabOpen(tabId: number | null): Promise<boolean> {
  if (tabId === null) return false
  try {
    await browser.tabs.get(tabId)
    return true
  } catch {
    // This is how browsers report a missing tab.
    return false
  }
}
