import { builtInDeployments } from '../../../chain/stacks/deployments.ts'
import type { Network } from '../../network/index.ts'

/** Id of the built-in row for the contract that a network runs. */
export const findDeploymentId = ({ contracts }: Network): string =>
  builtInDeployments.find(
    ({ network, contract }) => network === 'devnet' && contract === contracts.dualStacking,
  )!.id
