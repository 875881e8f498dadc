import { signingPageUrl } from '../../../app/signing-page-url.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { browser } from '../../browser.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { currentDeployment } from '../dual-stacking/deployment-in-use.ts'

/**
 * Opens the signing page next to the active tab; its tab's id, or null where none is known. A click
 * on the toolbar button there lets the bridge in.
 */
export async function openSigningPage(store: ItemStore): Promise<number | null> {
  const url = signingPageUrl(store.get(settingsItem), currentDeployment(store))
  return url === null ? null : openTab(url)
}

/** Opens a tab; null where the browser does not. */
export async function openTab(url: string): Promise<number | null> {
  try {
    return (await browser.tabs.create({ url })).id ?? null
  } catch {
    // No window, or an address that the browser does not open.
    return null
  }
}
