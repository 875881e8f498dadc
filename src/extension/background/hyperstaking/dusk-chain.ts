import { duskSettingsItem } from '../../../app/hyperstaking/stored-items.ts'
import { createDuskClient, type DuskClient } from '../../../chain/dusk/client.ts'
import { duskDeployment, type DuskDeployment } from '../../../chain/dusk/deployments.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { droppedFault, recordFault } from '../record-fault.ts'

export interface DuskChain {
  deployment: DuskDeployment
  client: DuskClient
}

/** The client for the network in use; another one as soon as the settings change. */
export function createDuskChain(store: ItemStore): () => DuskChain {
  let made: { key: string; chain: DuskChain; life: AbortController } | undefined
  return () => {
    const { network, base } = store.get(duskSettingsItem)
    const key = `${network} ${base ?? ''}`
    if (made?.key !== key) {
      const deployment = duskDeployment(network)
      const bases = base === null ? deployment.bases : [base]
      // What is still asked of the node before is of no use, and must not be waited for.
      made?.life.abort()
      const life = new AbortController()
      const client = createDuskClient({
        bases,
        signal: life.signal,
        onDropped: (family, places) =>
          void recordFault(store, 'list', droppedFault(family, places)),
      })
      made = { key, chain: { deployment, client }, life }
    }
    return made.chain
  }
}
