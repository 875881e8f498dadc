import { builtInDeployments, defaultDeployment, findDeployment } from '../../chain/stacks/deployments.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { Settings } from '../../ui/state.ts'
import { settingsItem } from '../storage/items.ts'
import type { Store } from '../storage/store.ts'

/** The deployment in use, with the user's own API hosts where there are some. */
export function deploymentOf(settings: Settings): Deployment {
  const row = findDeployment(settings.deployment) ?? builtInDeployments.find(({ id }) => id === defaultDeployment)!
  return settings.apiBases.length > 0 ? { ...row, apiBases: settings.apiBases } : row
}

export const currentDeployment = (store: Store): Deployment => deploymentOf(store.get(settingsItem))
