import { duskSettingsItem } from '../../../app/hyperstaking/stored-items.ts'
import { createDuskClient, type DuskClient } from '../../../chain/dusk/client.ts'
import { duskDeployment, type DuskDeployment } from '../../../chain/dusk/deployments.ts'
import type { ItemStore } from '../../storage/item-store.ts'

export interface DuskChain {
  deployment: DuskDeployment
  client: DuskClient
}

/** The client for the network in use; another one as soon as the settings change. */
export function createDuskChain(store: ItemStore): () => DuskChain {
  let made: { key: string; chain: DuskChain } | undefined
  return () => {
    const { network, base } = store.get(duskSettingsItem)
    const key = `${network} ${base ?? ''}`
    if (made?.key !== key) {
      const deployment = duskDeployment(network)
      const bases = base === null ? deployment.bases : [base]
      made = { key, chain: { deployment, client: createDuskClient({ bases }) } }
    }
    return made.chain
  }
}
