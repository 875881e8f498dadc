import { pageBeside } from '../../../app/dual-stacking/programme/share-page.ts'
import { signingPageUrl } from '../../../app/signing-page-url.ts'
import { ShareView } from '../../../ui/console/share/share-view.tsx'
import { browser } from '../../browser.ts'
import type { ConsoleContext } from '../console-context.ts'

/** Handing the programme in use to people. The page is looked for beside the signing page. */
export const ShareTab = ({ state, deployment }: ConsoleContext) => (
  <ShareView
    key={deployment.id}
    deployment={deployment}
    page={pageBeside(signingPageUrl(state.settings, deployment))}
    version={browser.runtime.getManifest().version}
  />
)
