import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { Settings } from '../../ui/state.ts'
import { browser } from '../browser.ts'

/** Address of the page that can hold a bridge where the active tab cannot; the embedded network serves one. Null: none is known. */
export function signingPage(settings: Settings, deployment: Deployment): string | null {
  if (settings.signingPage) return settings.signingPage
  return deployment.network === 'devnet' && deployment.apiBases[0] ? `${deployment.apiBases[0]}/site/sign.html` : null
}

/** Opens the signing page beside the active tab; its tab's id, or null. The user's press on the toolbar button there lets the bridge in. */
export async function openSigningPage(url: string): Promise<number | null> {
  try {
    const tab = await browser.tabs.create({ url })
    return tab.id ?? null
  } catch {
    return null
  }
}
