import { isLoopback } from '../../../chain/http/is-loopback.ts'
import {
  parseCustomDeployment,
  type CustomProblem,
} from '../../../chain/stacks/custom-deployment.ts'
import {
  builtInDeployments,
  type Deployment,
  type NetworkName,
} from '../../../chain/stacks/deployments.ts'

const networkOfContract = (api: string, contract: string): NetworkName => {
  if (/^S[PM]/.test(contract)) return 'mainnet'
  return isLoopback(api) ? 'devnet' : 'testnet'
}

/**
 * The deployment row of a contract at an API: a built-in one with this host, or one made for it.
 */
export const deploymentAtApi = (api: string, contract: string): Deployment | CustomProblem => {
  const network = networkOfContract(api, contract)
  const known = builtInDeployments.find(
    (each) => each.contract === contract && each.network === network,
  )
  const base = api.replace(/\/+$/, '')
  if (known) return { ...known, apiBases: [base] }
  const made = parseCustomDeployment({ label: '', network, contract, apiBases: [base] })
  return made.ok ? made.deployment : made.problem
}
