import { refuse, type CommandRefusal } from '../../../app/command-result.ts'
import { takesCall } from '../../../app/dual-stacking/blockers.ts'
import { accountsItem, networkItem, readingsItem } from '../../../app/dual-stacking/stored-items.ts'
import type { FollowedAccount } from '../../../app/followed-account.ts'
import { checkAddress } from '../../../chain/stacks/check-address.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { currentDeployment } from './deployment-in-use.ts'
import type { StacksSigning } from './stacks-signing.ts'

/**
 * The account that signs now, or why none can: none chosen, only watched, of another network, or
 * its wallet is being asked already.
 */
export function signingAccount(
  store: ItemStore,
  { journal }: StacksSigning,
): { ok: true; account: FollowedAccount } | CommandRefusal {
  const { list, selected } = store.get(accountsItem)
  const account = list.find(({ address }) => address === selected)
  if (!account || account.kind === 'watch') return refuse('no-account')
  if (!checkAddress(account.address, currentDeployment(store).network).ok)
    return refuse('other-network')
  if (journal.isBusy(account.address)) return refuse('already-asking')
  return { ok: true, account }
}

/**
 * Why a call to the deployment in use is known to do nothing, or goes to a contract that is not to
 * be written to; unknown values of the account prevent nothing [dual-stacking 10.6].
 */
export function preconditionFailure(
  store: ItemStore,
  action: 'enroll' | 'opt-out' | 'change-reward-address',
  address: string,
  rewardAddress: string | null,
): CommandRefusal | null {
  const deployment = currentDeployment(store)
  if (rewardAddress !== null) {
    const checked = checkAddress(rewardAddress, deployment.network)
    if (!checked.ok)
      return refuse(checked.problem === 'wrong-network' ? 'other-network' : 'not-a-principal')
    // Not every version of the contract refuses it, and what it pays to itself is lost to the
    // holder.
    if (checked.address === deployment.contract) return refuse('own-contract')
  }
  const network = store.get(networkItem)
  const read = network?.deployment === deployment.id ? network : null
  // A contract that was not read yet may be anything: one of the user's own is read before it is
  // written to.
  const isUncertain = deployment.supersededBy !== null || deployment.custom
  const announced = deployment.life?.state
  const takesAsAnnounced =
    !announced || takesCall({ writable: { ok: false, reason: announced } }, action)
  const isTaken = read ? takesCall(read, action) : !isUncertain && takesAsAnnounced
  if (!isTaken) return refuse('not-writable')
  const reading = store.get(readingsItem)[address]
  if (reading?.deployment !== deployment.id) return null
  const enrolled = reading.enrolledNextCycle
  if (action !== 'enroll') {
    if (enrolled.known && !enrolled.value) return refuse('not-enrolled')
    if (
      rewardAddress !== null &&
      reading.rewardAddress.known &&
      reading.rewardAddress.value === rewardAddress
    )
      return refuse('same-reward-address')
    return null
  }
  if (enrolled.known && enrolled.value) return refuse('already-enrolled')
  if (reading.blacklisted.known && reading.blacklisted.value) return refuse('blacklisted')
  if (reading.meetsMinimum?.known && !reading.meetsMinimum.value) return refuse('minimum-not-met')
  if (
    network?.minimumSats.known &&
    reading.sats.known &&
    reading.sats.value < network.minimumSats.value
  ) {
    return refuse('below-minimum', {
      minimum: network.minimumSats.value.toString(),
      sats: reading.sats.value.toString(),
    })
  }
  return null
}
