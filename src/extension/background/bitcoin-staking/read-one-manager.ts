import { stakingItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readManager } from '../../../chain/stacks/bitcoin-staking/read-manager.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { stakingInUse } from './staking-in-use.ts'

/** Readings that are kept: more than there are managers. */
const KEPT = 200

/**
 * Reads one manager in the next cycle, which a position that is made now begins with, and keeps it
 * for the views; `fresh`: also what may have changed within an hour.
 */
export async function readOneManager(
  store: ItemStore,
  { client, deployment }: StacksChain,
  { manager, fresh = false }: { manager: string; fresh?: boolean },
): Promise<CommandResult> {
  if (!checkAddress(manager, deployment.network).ok) return refuse('not-a-principal')
  const staking = stakingInUse(deployment)
  const { programme } = store.get(stakingItem)
  if (programme?.deployment !== staking.id || !programme.cycle.known) return refuse('no-answer')
  const cycle = programme.cycle.value.id + 1n
  const reading = await readManager(new PoxReader(client, staking, { fresh }), manager, { cycle })
  await store.update(stakingItem, (state) => {
    const read = { ...state.managers.read }
    delete read[manager]
    const kept = Object.entries(read).slice(1 - KEPT)
    const added = { reading, cycle, burnHeight: programme.burnHeight }
    return {
      ...state,
      managers: {
        ...state.managers,
        read: { ...Object.fromEntries(kept), [manager]: added },
      },
    }
  })
  return { ok: true }
}
