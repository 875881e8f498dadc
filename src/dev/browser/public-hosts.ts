import { duskDeployments } from '../../chain/dusk/deployments.ts'
import { defaultBases } from '../../chain/stacks/deployments.ts'

const bases = [
  ...Object.values(defaultBases).flat(),
  ...duskDeployments.flatMap((deployment) => deployment.bases),
]

/** Names of the hosts that are asked where nobody has chosen another one. */
export const publicHosts = [...new Set(bases.map((base) => new URL(base).hostname))]

/**
 * Chromium's argument under which none of them is found: until a profile is pointed elsewhere it is
 * on mainnet, which no test may ask.
 */
export const withoutPublicHosts = `--host-resolver-rules=${publicHosts
  .map((host) => `MAP ${host} ~NOTFOUND`)
  .join(',')}`
