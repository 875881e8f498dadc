import * as v from 'valibot'
import { checkBase } from './check-base.ts'
import { chainIds, deployment, type NetworkName } from './deployments.ts'

/** The explorer of a network that the user added a contract of; null: none. */
export const explorerOf = (network: NetworkName): string | null =>
  network === 'devnet' ? null : 'https://explorer.hiro.so'

/**
 * A stored row that the user added. What only built-in rows may say is compared, so that nothing
 * that was written into the storage passes for one of them.
 */
export const customDeployment = v.pipe(
  deployment,
  v.check(
    ({ id, network, chainId, apiBases, explorer, custom }) =>
      custom &&
      id.startsWith(`custom-${network}-`) &&
      chainId === chainIds[network] &&
      (explorer === null || explorer === explorerOf(network)) &&
      apiBases.every((base) => checkBase(base).ok),
  ),
)
