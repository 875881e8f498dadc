import { deploymentsItem } from '../../../app/dual-stacking/stored-items.ts'
import type { Settings } from '../../../app/settings.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import {
  builtInDeployments,
  defaultDeployment,
  findDeployment,
  deploymentsOnNetwork,
  type Deployment,
} from '../../../chain/stacks/deployments.ts'
import type { ItemStore } from '../../storage/item-store.ts'

/** The deployment in use, with the user's own API hosts where there are some. */
export function deploymentInUse(settings: Settings, custom: readonly Deployment[]): Deployment {
  const row =
    findDeployment(settings.deployment, custom) ??
    builtInDeployments.find(({ id }) => id === defaultDeployment)!
  return settings.apiBases.length > 0 ? { ...row, apiBases: settings.apiBases } : row
}

export const currentDeployment = (store: ItemStore): Deployment =>
  deploymentInUse(store.get(settingsItem), store.get(deploymentsItem))

/**
 * The deployment in use and those before it on the same network, whose payments an address may have
 * had.
 */
export const payingDeployments = (store: ItemStore, deployment: Deployment): Deployment[] =>
  deploymentsOnNetwork(deployment, store.get(deploymentsItem))
