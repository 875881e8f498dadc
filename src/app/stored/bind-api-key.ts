import * as v from 'valibot'
import { builtInDeployments, defaultBases } from '../../chain/stacks/deployments.ts'
import type { Migration } from './stored-item.ts'

const unbound = v.looseObject({
  deployment: v.string(),
  apiBases: v.array(v.string()),
  apiKey: v.nullable(v.string()),
})

/**
 * From the first version, whose key went to whatever host was in use: the key stays with that host.
 * Of a contract of the user's own only the network's usual hosts are known to issue keys.
 */
export const bindApiKey: Migration = (old) => {
  const settings = v.parse(unbound, old)
  const row = builtInDeployments.find(({ id }) => id === settings.deployment)
  const [base] = [...settings.apiBases, ...(row?.apiBases ?? defaultBases.mainnet)]
  const isBound = settings.apiKey !== null && base !== undefined
  const apiKeyOrigin = isBound ? new URL(base).origin : null
  return { ...settings, apiKeyOrigin }
}
