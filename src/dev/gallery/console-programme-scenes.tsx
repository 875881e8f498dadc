import type { ComponentChildren } from 'preact'
import { findDeployment, unlistedDeployment } from '../../chain/stacks/deployments.ts'
import { ShareView } from '../../ui/console/share/share-view.tsx'
import { ConsoleFrame } from './console-frame.tsx'

const own = unlistedDeployment('testnet', 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme')

/** An operator's own programme: handing it to people. */
export const consoleProgrammeScenes: Record<string, () => ComponentChildren> = {
  'console-share': () => (
    <ConsoleFrame section="share">
      <ShareView deployment={own} page="https://ours.example/staking/add.html" version="0.1.0" />
    </ConsoleFrame>
  ),
  'console-share-nowhere': () => (
    <ConsoleFrame section="share">
      <ShareView
        deployment={findDeployment('embedded-live')!}
        page="https://ours.example/add.html"
        version="0.1.0"
      />
    </ConsoleFrame>
  ),
}
