import { isLoopback } from '../chain/http/is-loopback.ts'
import { allDeployments, type Deployment, findDeployment } from '../chain/stacks/deployments.ts'
import type { Settings } from './settings.ts'

type Choice = Pick<Settings, 'deployment' | 'apiBases'>

/** Whether the embedded network is a choice: only where a host on this machine is in use. */
export const isEmbeddedOffered = (
  { deployment, apiBases }: Choice,
  custom: readonly Deployment[],
): boolean => apiBases.some(isLoopback) || findDeployment(deployment, custom)?.network === 'devnet'

/** The deployments that a person may choose between. */
export const offeredDeployments = (choice: Choice, custom: readonly Deployment[]): Deployment[] =>
  allDeployments(custom).filter(
    (row) => row.network !== 'devnet' || row.custom || isEmbeddedOffered(choice, custom),
  )
