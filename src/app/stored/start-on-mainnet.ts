import * as v from 'valibot'
import { defaultDeployment, findDeployment } from '../../chain/stacks/deployments.ts'
import type { Migration } from './stored-item.ts'

const chosen = v.looseObject({ deployment: v.string(), apiBases: v.array(v.string()) })

/**
 * From the second version, whose default was the embedded network at an address that is no longer
 * built in: who never chose anything else starts on mainnet.
 */
export const startOnMainnet: Migration = (old) => {
  const settings = v.parse(chosen, old)
  const hasNoPlace =
    settings.apiBases.length === 0 && findDeployment(settings.deployment)?.network === 'devnet'
  return hasNoPlace ? { ...settings, deployment: defaultDeployment } : settings
}
