import type { Store } from '../../storage/store.ts'
import type { Chain } from '../chain.ts'

/** Looks for rewards of the followed addresses; gives the number of requests still to make, null when caught up. */
export async function searchRewards(_store: Store, _chain: Chain, _outdated: () => boolean): Promise<number | null> {
  return null
}
