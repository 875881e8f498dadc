import { browser } from '../browser.ts'

/**
 * Opens the signing page beside the active tab; its tab's id, or null. The user's press on the
 * toolbar button there lets the bridge in.
 */
export async function openSigningPage(url: string): Promise<number | null> {
  try {
    const tab = await browser.tabs.create({ url })
    return tab.id ?? null
  } catch {
    return null
  }
}
