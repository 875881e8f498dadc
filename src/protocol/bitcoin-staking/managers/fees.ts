import { mapKey } from '../../clarity/contract-map.ts'
import { sub } from '../../clarity/u128.ts'
import { legKey, type Leg } from '../contract/leg.ts'
import { stakerEarned, type StakerShare } from '../contract/settlement.ts'
import { managerFeeSats } from '../math/fee.ts'
import type { ManagerFrame } from './manager-frame.ts'
import type { PayingManagerState, PayoutSettings } from './manager-state.ts'

type State = PayingManagerState<PayoutSettings>

/** Basis points of a cycle and leg; 0 if they were never fixed [bitcoin-staking 7.3]. */
export const fixedFeeBips = ({ fixedFees }: State, cycle: bigint, leg: Leg): bigint =>
  fixedFees.get(mapKey(cycle, legKey(leg))) ?? 0n

/** Fixes the fee of a cycle for each leg for which it is not fixed yet. */
export function fixFees(
  { fixedFees }: State,
  cycle: bigint,
  { legs, bips }: { legs: readonly Leg[]; bips: bigint },
): void {
  for (const leg of legs) {
    const key = mapKey(cycle, legKey(leg))
    if (!fixedFees.has(key)) fixedFees.set(key, bips)
  }
}

/** A holder's reward in sats, split. */
export interface SplitReward {
  readonly grossSats: bigint
  readonly feeSats: bigint
  readonly netSats: bigint
}

/** Splits a gross reward by the fee of its cycle and leg. */
export function splitOffFee(
  state: State,
  grossSats: bigint,
  { cycle, leg }: { cycle: bigint; leg: Leg },
): SplitReward {
  const feeSats = managerFeeSats(grossSats, fixedFeeBips(state, cycle, leg))
  return { grossSats, feeSats, netSats: sub(grossSats, feeSats) }
}

/** What a holder could be paid now, were it settled. */
export const earnedReward = (
  frame: ManagerFrame,
  share: Omit<StakerShare, 'signer'>,
): SplitReward => {
  const gross = stakerEarned(frame.chain.poxState, { ...share, signer: frame.self })
  return splitOffFee(frame.state, gross, share)
}
