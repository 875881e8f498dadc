import type { Deployment } from '../../../chain/stacks/deployments.ts'

/**
 * A config with which `npx twinstack keeper` runs a programme, as YAML: its host names and contract
 * need no quotes. Its key is in a file that the operator makes.
 */
export const keeperConfigText = ({
  network,
  apiBases,
  contract,
}: Pick<Deployment, 'network' | 'apiBases' | 'contract'>): string =>
  `network: ${network}
hosts:
${apiBases.map((base) => `  - ${base}`).join('\n')}
key:
  file: keeper.key
state: state
programmes:
  - contract: ${contract}
`
