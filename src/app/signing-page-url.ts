import type { Deployment } from '../chain/stacks/deployments.ts'
import type { Settings } from './settings.ts'

/**
 * Address of the page that can hold a bridge where the active tab cannot; the embedded network
 * serves one. Null: none is known.
 */
export function signingPageUrl(
  settings: Settings,
  deployment: Deployment | undefined,
): string | null {
  if (settings.signingPage) return settings.signingPage
  return deployment?.network === 'devnet' && deployment.apiBases[0]
    ? `${deployment.apiBases[0]}/demo/sign.html`
    : null
}
