import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { some, type ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { CallContext } from './call-context.ts'
import { removeParticipant } from './enrollment.ts'

/**
 * The admin bars an address from enrolling; an enrolled one leaves as by opt-out. Error: 200
 * [dual-stacking 4.4].
 */
export function addBlacklisted(tx: CallContext, address: Principal): void {
  tx.requireAdmin()
  const row = tx.state.row(address)
  if (row !== undefined) removeParticipant(tx, address)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    ...(row && {
      'reward-address': some(row.rewarded),
      'stacking-address': some(row.stacking),
      'tracking-address': some(row.tracking),
    }),
    'enrolled-address': address,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'blacklisted',
  })
  tx.state.blacklist.set(address, true)
}

/**
 * The admin lifts the bar; the address is not enrolled again by it. Errors: 200, 116 [dual-stacking
 * 4.4].
 */
export function removeBlacklisted(tx: CallContext, address: Principal): void {
  tx.requireAdmin()
  refuseUnless(tx.state.blacklist.has(address), 116)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'enrolled-address': address,
    'cycle-id': tx.variables.cycleId,
    'function-name': 'unblacklisted',
  })
  tx.state.blacklist.delete(address)
}

/**
 * The admin exempts a tracking address from the ratio: its sBTC always has full boost. Errors: 200,
 * 114 [dual-stacking 4.4].
 */
export function whitelistDefiTracking(tx: CallContext, address: Principal): void {
  tx.requireAdmin()
  refuseUnless(!tx.state.whitelist.has(address), 114)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'whitelisted-address': address,
    'function-name': 'whitelisted-defi-tracking-address',
  })
  tx.state.whitelist.set(address, true)
}

/** The admin ends that exemption, at once. Errors: 200, 115 [dual-stacking 4.4]. */
export function removeWhitelistedDefiTracking(tx: CallContext, address: Principal): void {
  tx.requireAdmin()
  refuseUnless(tx.state.whitelist.has(address), 115)
  tx.print({
    'bitcoin-block-height': tx.chain.burnHeight,
    'removed-whitelisted-address': address,
    'function-name': 'remove-whitelisted-defi-tracking-address',
  })
  tx.state.whitelist.delete(address)
}

/**
 * One of the single functions above for each address, alone: a refused one leaves the others.
 * Error: 200 [dual-stacking 4.4].
 */
export function applyToEach(
  tx: CallContext,
  single: (tx: CallContext, address: Principal) => void,
  addresses: readonly Principal[],
): ContractValue {
  tx.requireAdmin()
  return addresses.map((address) => tx.attempt(() => single(tx, address)))
}
