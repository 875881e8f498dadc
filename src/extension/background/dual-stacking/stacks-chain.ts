import { chainItem } from '../../../app/dual-stacking/stored-items.ts'
import type { Settings } from '../../../app/settings.ts'
import { settingsItem } from '../../../app/stored/shared-items.ts'
import { createStacksClient, type StacksClient } from '../../../chain/stacks/client.ts'
import type { Deployment } from '../../../chain/stacks/deployments.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { deprecatedFault, droppedFault, recordLastingFault } from '../record-fault.ts'
import { currentDeployment } from './deployment-in-use.ts'

export interface StacksChain {
  deployment: Deployment
  client: StacksClient
}

/**
 * The client for the deployment in use; another one as soon as the settings that it depends on
 * change. Cached answers survive the background, until `forget`.
 */
export function createStacksChain(store: ItemStore): { current(): StacksChain; forget(): void } {
  let made: { key: string; chain: StacksChain; life: AbortController } | undefined
  const current = () => {
    const settings = store.get(settingsItem)
    const deployment = currentDeployment(store)
    const apiKey = keyFor(deployment, settings)
    const key = JSON.stringify([deployment, apiKey])
    if (made?.key !== key) {
      const { key: storedKey, cache } = store.get(chainItem)
      // What is still asked of the hosts before is of no use, and must not be waited for.
      made?.life.abort()
      const life = new AbortController()
      const client = createStacksClient({
        signal: life.signal,
        bases: deployment.apiBases,
        apiKey,
        stored: storedKey === cacheKey(deployment) ? cache : undefined,
        onDeprecated: (_, family) =>
          void recordLastingFault(store, 'stacks-api', deprecatedFault(family)),
        onDropped: (family, places) =>
          void recordLastingFault(store, 'list', droppedFault(family, places)),
      })
      made = { key, chain: { deployment, client }, life }
    }
    return made.chain
  }
  return {
    current,
    forget() {
      made?.life.abort()
      made = undefined
    },
  }
}

/** The key, if it was entered for the preferred host: no other host gets it. */
const keyFor = ({ apiBases }: Deployment, { apiKey, apiKeyOrigin }: Settings): string | null =>
  apiBases[0] !== undefined && new URL(apiBases[0]).origin === apiKeyOrigin ? apiKey : null

/** Cached answers belong to one contract on the hosts they came from. */
const cacheKey = ({ id, apiBases }: Deployment): string => JSON.stringify([id, apiBases])

/** Stores what the client has cached since last time. */
export async function storeChainCache(
  store: ItemStore,
  { deployment, client }: StacksChain,
): Promise<void> {
  const cache = client.snapshot()
  if (cache)
    await store.update(chainItem, (current) => ({ ...current, key: cacheKey(deployment), cache }))
}
