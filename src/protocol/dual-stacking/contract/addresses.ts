import { some, type ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { CallContext } from './call-context.ts'
import { requireRow } from './enrollment.ts'
import type { EnrollmentRow } from './state.ts'

export interface AddressChanges {
  readonly defiContract: Principal
  readonly trackingAddress: Principal | undefined
  readonly rewardedAddress: Principal | undefined
  readonly stackingAddress: Principal | undefined
}

/**
 * The caller changes where its rewards go, from the next cycle on. Error: 103 [dual-stacking 4.3].
 */
export function changeRewardAddress(tx: CallContext, newAddress: Principal): void {
  changeOne(tx, tx.caller.contractCaller, { rewarded: newAddress })
}

/** The admin changes an enrolled row's rewarded address. Errors: 200, 103 [dual-stacking 4.3]. */
export function changeRewardAddressDefi(
  tx: CallContext,
  defiContract: Principal,
  newAddress: Principal,
): void {
  tx.requireAdmin()
  changeOne(tx, defiContract, { rewarded: newAddress })
}

/** The admin changes an enrolled row's stacking address. Errors: 200, 103 [dual-stacking 4.3]. */
export function changeStackingAddressDefi(
  tx: CallContext,
  defiContract: Principal,
  newAddress: Principal,
): void {
  tx.requireAdmin()
  changeOne(tx, defiContract, { stacking: newAddress })
}

/** The admin changes an enrolled row's tracking address. Errors: 200, 103 [dual-stacking 4.3]. */
export function changeTrackingAddressDefi(
  tx: CallContext,
  defiContract: Principal,
  newAddress: Principal,
): void {
  tx.requireAdmin()
  changeOne(tx, defiContract, { tracking: newAddress })
}

/**
 * The admin changes the given addresses of a row; undefined keeps the old one. Errors: 200, 103
 * [dual-stacking 4.3].
 */
export function changeAddressesDefi(tx: CallContext, changes: AddressChanges): void {
  tx.requireAdmin()
  const old = requireRow(tx, changes.defiContract)
  const row: EnrollmentRow = {
    stacking: changes.stackingAddress ?? old.stacking,
    rewarded: changes.rewardedAddress ?? old.rewarded,
    tracking: changes.trackingAddress ?? old.tracking,
  }
  write(tx, changes.defiContract, row, {
    reward: row.rewarded,
    stacking: row.stacking,
    tracking: row.tracking,
  })
}

/**
 * `changeAddressesDefi` of each, alone: a refused one leaves the others. Error: 200 [dual-stacking
 * 4.3].
 */
export function changeAddressesDefiBatch(
  tx: CallContext,
  batch: readonly AddressChanges[],
): ContractValue {
  tx.requireAdmin()
  return batch.map((changes) => tx.attempt(() => changeAddressesDefi(tx, changes)))
}

/**
 * Replaces one address of a row. The event prints the new address bare and the two that stay as
 * `(some …)` [dual-stacking 4.3].
 */
function changeOne(tx: CallContext, address: Principal, change: Partial<EnrollmentRow>): void {
  const old = requireRow(tx, address)
  write(
    tx,
    address,
    { ...old, ...change },
    {
      reward: change.rewarded ?? some(old.rewarded),
      stacking: change.stacking ?? some(old.stacking),
      tracking: change.tracking ?? some(old.tracking),
    },
  )
}

function write(
  tx: CallContext,
  address: Principal,
  row: EnrollmentRow,
  printed: { reward: ContractValue; stacking: ContractValue; tracking: ContractValue },
): void {
  tx.state.setRow(address, tx.chain.stacksHeight, row)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'reward-address': printed.reward,
    'stacking-address': printed.stacking,
    'tracking-address': printed.tracking,
    'enrolled-address': address,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'update-participant-details',
  })
}
