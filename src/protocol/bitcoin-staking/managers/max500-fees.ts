import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { add } from '../../clarity/u128.ts'
import { rewardCycleAt } from '../cycle-clock.ts'
import type { ContractFrame } from '../simulation/contract-frame.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { managerErrors } from './manager-errors.ts'
import { requireAdmin } from './manager-frame.ts'
import type { Max500State } from './manager-state.ts'

/** A running function of max500. */
export type Max500Frame = ContractFrame<Max500State>

const LARGEST_BIPS = 500n
/** Cycles until a higher fee holds. */
const NOTICE_CYCLES = 2n

/** The present cycle. */
export const poxCycle = ({ chain }: Max500Frame): bigint =>
  rewardCycleAt(chain.poxState.clock, chain.burnHeight)

/** The basis points that a claim would fix now [bitcoin-staking 7.5]. */
export function activeBips(frame: Max500Frame): bigint {
  const { feesBips, pendingBips, activationCycle } = frame.state
  return poxCycle(frame) >= activationCycle.value ? pendingBips.value : feesBips.value
}

/** Lowers the fee at once, or raises it two cycles later [bitcoin-staking 7.5]. */
export const updateMax500Fees = contractFunction(
  'update-fees',
  { 'fees-bips': 'uint' },
  (frame: Max500Frame, args) => {
    requireAdmin(frame)
    const bips = args['fees-bips']
    refuseUnless(bips <= LARGEST_BIPS, managerErrors.INVALID_FEES_BIPS)
    const active = activeBips(frame)
    const now = poxCycle(frame)
    const activation = bips <= active ? now : add(now, NOTICE_CYCLES)
    const { feesBips, pendingBips, activationCycle } = frame.state
    feesBips.set(bips <= active ? bips : active)
    pendingBips.set(bips)
    activationCycle.set(activation)
    frame.print({
      topic: 'update-fees',
      'old-fees': active,
      'new-fees': bips,
      'activation-cycle': activation,
    })
    return true
  },
)
