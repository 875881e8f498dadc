import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { sub } from '../../clarity/u128.ts'
import { BASIS_POINTS } from '../constants.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { managerErrors } from './manager-errors.ts'
import { requireAdmin, type ManagerFrame } from './manager-frame.ts'
import type { PayingManagerState, PayoutSettings } from './manager-state.ts'

const enablement = { admin: 'principal', enabled: 'bool' } as const

/** Gives or takes the right to administer [bitcoin-staking 7.2]. */
export const updateManagerAdmin = contractFunction(
  'update-admin',
  enablement,
  (frame: ManagerFrame, { admin, enabled }) => {
    requireAdmin(frame)
    return writeAdmin(frame, admin, enabled)
  },
)

/** The same in max500, where no one can disable themselves [bitcoin-staking 7.5]. */
export const updateMax500Admin = contractFunction(
  'update-admin',
  enablement,
  (frame: ManagerFrame, { admin, enabled }) => {
    requireAdmin(frame)
    refuseUnless(enabled || admin !== frame.txSender, managerErrors.CANNOT_REMOVE_SELF)
    return writeAdmin(frame, admin, enabled)
  },
)

/** Changes the fee of cycles for which none is fixed yet [bitcoin-staking 7.2]. */
export const updateManagerFees = contractFunction(
  'update-fees',
  { 'fees-bips': 'uint' },
  (frame: ManagerFrame, args) => {
    requireAdmin(frame)
    const bips = args['fees-bips']
    refuseUnless(bips < BASIS_POINTS, managerErrors.INVALID_FEES_BIPS)
    frame.print({
      topic: 'update-fees',
      'old-fees': frame.state.feesBips.value,
      'new-fees': bips,
    })
    frame.state.feesBips.set(bips)
    return true
  },
)

/** Pays earned fees out [bitcoin-staking 7.2]. */
export const withdrawFees = contractFunction(
  'withdraw-fees',
  { amount: 'uint', recipient: 'principal' },
  (frame: ManagerFrame, { amount, recipient }) => {
    requireAdmin(frame)
    const { earnedFees } = frame.state
    refuseUnless(amount <= earnedFees.value, managerErrors.INSUFFICIENT_FEES)
    earnedFees.set(sub(earnedFees.value, amount))
    frame.sendSbtc(recipient, amount)
    return amount
  },
)

/** Pays out what belongs to no one, by `unattributed` [bitcoin-staking 7.2, 7.5]. */
export const sweepFeeRefunds = <S extends PayingManagerState<PayoutSettings>>(
  unattributed: (frame: ContractFrame<S>) => bigint,
) =>
  contractFunction(
    'sweep-fee-refunds',
    { recipient: 'principal' },
    (frame: ContractFrame<S>, { recipient }) => {
      requireAdmin(frame)
      const sats = unattributed(frame)
      refuseUnless(sats > 0n, managerErrors.NO_REFUNDS)
      frame.sendSbtc(recipient, sats)
      frame.print({ topic: 'sweep-fee-refunds', 'amount-sats': sats, recipient })
      return sats
    },
  )

function writeAdmin(frame: ManagerFrame, admin: string, enabled: boolean): string {
  if (enabled) frame.state.admins.set(admin, true)
  else frame.state.admins.delete(admin)
  frame.print({ topic: 'update-admin', admin, enabled })
  return admin
}
