import type { ComponentChildren } from 'preact'
import { findDeployment, unlistedDeployment } from '../../chain/stacks/deployments.ts'
import { burnAddresses } from '../../chain/stacks/programme/admin-kind.ts'
import { publicSignatures } from '../../protocol/dual-stacking/contract/abi.ts'
import { AdminCallForm } from '../../ui/console/admin-call-form.tsx'
import { ShareView } from '../../ui/console/share/share-view.tsx'
import { ConsoleFrame } from './console-frame.tsx'
import { env } from './popup-scenes.tsx'

const own = unlistedDeployment('testnet', 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme')

/** An operator's own programme: handing it to people, and its admin's role. */
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
  'console-admin-handover': () => (
    <ConsoleFrame section="admin">
      <AdminCallForm
        functionName="update-admin"
        signature={publicSignatures['update-admin']!}
        initial={{ 'new-admin-address': burnAddresses.mainnet }}
        family="v1"
        env={env}
        poolSats={null}
        blocksPerYear={null}
        cycleBlocks={null}
        role={{
          contract: own.contract,
          admin: null,
          isStarted: null,
          askExists: async () => true,
        }}
        onCall={async () => ({ ok: true })}
      />
    </ConsoleFrame>
  ),
}
