import { stakingItem, stakingOffersItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { accountsItem } from '../../../app/dual-stacking/stored-items.ts'
import { PoxReader } from '../../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readBondOffer } from '../../../chain/stacks/bitcoin-staking/read-bond-offer.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { stakingInUse } from './staking-in-use.ts'

/** Reads what the selected account may put into a bond, and keeps it for the views. */
export async function keepBondOffer(
  store: ItemStore,
  { client, deployment }: StacksChain,
  bond: bigint,
): Promise<CommandResult> {
  const address = store.get(accountsItem).selected
  if (address === null) return refuse('no-account')
  if (!checkAddress(address, deployment.network).ok) return refuse('other-network')
  const staking = stakingInUse(deployment)
  const { programme } = store.get(stakingItem)
  if (programme?.deployment !== staking.id) return refuse('no-answer')
  const offer = await readBondOffer(new PoxReader(client, staking), { bond, address })
  await store.update(stakingOffersItem, ({ [address]: own, ...others }) => ({
    ...others,
    [address]: { ...own, [`${bond}`]: offer },
  }))
  return { ok: true }
}
