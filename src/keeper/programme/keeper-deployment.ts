import { parseCustomDeployment } from '../../chain/stacks/custom-deployment.ts'
import {
  builtInDeployments,
  type Deployment,
  type NetworkName,
} from '../../chain/stacks/deployments.ts'

/** The deployment of a contract that a config names: the built-in row, or one made for it. */
export function keeperDeployment(
  network: NetworkName,
  contract: string,
  hosts: readonly string[],
): Deployment {
  const known = builtInDeployments.find(
    (each) => each.contract === contract && each.network === network,
  )
  if (known) return { ...known, apiBases: [...hosts] }
  const made = parseCustomDeployment({ label: '', network, contract, apiBases: [...hosts] })
  // The config was checked before.
  if (!made.ok) throw new Error(`${contract}: ${made.problem}`)
  return made.deployment
}
