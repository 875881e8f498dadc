import { useEffect, useMemo, useState } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { Environment } from '../../app/environment.ts'
import { signingPageUrl } from '../../app/signing-page-url.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import {
  defaultDeployment,
  findDeployment,
  type Deployment,
} from '../../chain/stacks/deployments.ts'
import { addressLink, transactionLink } from '../../chain/stacks/explorer-links.ts'
import {
  addressCheckReady,
  checkAddressWhenLoaded,
  loadAddressCheck,
} from './check-address-when-loaded.ts'
import { readDiagnostics } from './read-diagnostics.ts'

/** Pages of the extension that a view may open in a tab; none where a view cannot open tabs. */
export type ExtensionPages = Pick<
  Environment,
  | 'readProgramme'
  | 'version'
  | 'source'
  | 'isPinned'
  | 'openSettings'
  | 'openConsole'
  | 'openWelcome'
  | 'openStatement'
  | 'openStakingStatement'
>

/** Where wallets are asked when the tab takes no bridge. */
const signingHost = (
  settings: AppState['settings'] | undefined,
  deployment: Deployment,
): string | null => {
  const url = settings ? signingPageUrl(settings, deployment) : null
  return url !== null && URL.canParse(url) ? new URL(url).host : null
}

function contractsOf(deployment: Deployment): Environment['contracts'] {
  const { pox } = stakingDeployment(deployment.network)
  return [
    { programme: 'staking', id: pox, url: addressLink(deployment, pox) },
    {
      programme: 'dual',
      id: deployment.contract,
      url: addressLink(deployment, deployment.contract),
    },
  ]
}

const successorOf = ({ supersededBy }: Deployment): Environment['successor'] =>
  (supersededBy !== null && findDeployment(supersededBy)) || null

/**
 * What views need besides the state. Addresses can be checked a moment after the first paint; what
 * was typed before is looked at again then. `tabHost`: of the web page that the view was opened
 * over, where there is one.
 */
export function useEnvironment(
  state: Pick<AppState, 'settings' | 'customDeployments'> | null,
  pages: ExtensionPages = {},
  tabHost: string | null = null,
): Environment {
  const [canCheck, setReady] = useState(addressCheckReady)
  useEffect(() => void loadAddressCheck().then(() => setReady(true)), [])
  const id = state?.settings.deployment ?? defaultDeployment
  const custom = state?.customDeployments
  const settings = state?.settings
  return useMemo(() => {
    const deployment = findDeployment(id, custom ?? []) ?? findDeployment(defaultDeployment)!
    return {
      network: deployment.network,
      contract: deployment.contract,
      apiBases: deployment.apiBases,
      successor: successorOf(deployment),
      contracts: contractsOf(deployment),
      signingPage: settings ? signingPageUrl(settings, deployment) : null,
      announced: deployment.life,
      canCheck,
      walletHost: tabHost ?? signingHost(settings, deployment),
      checkAddress: (text) => checkAddressWhenLoaded(text, deployment.network),
      transactionUrl: (txid) => transactionLink(deployment, txid),
      readDiagnostics: () => readDiagnostics(deployment.id),
      ...pages,
    }
  }, [id, custom, canCheck, pages, tabHost, settings])
}
