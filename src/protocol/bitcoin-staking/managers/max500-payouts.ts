import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { optional } from '../../clarity/contract-value.ts'
import type { ParameterValues } from '../../clarity/parameter-types.ts'
import { add, sub } from '../../clarity/u128.ts'
import { WITHDRAWAL_DUST_SATS } from '../constants.ts'
import { claimStakerRewardsForSigner } from '../contract/claim-rewards.ts'
import { legKey, legOf } from '../contract/leg.ts'
import { bondIndex, bondPeriods } from '../contract/parameters.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { splitOffFee } from './fees.ts'
import { managerErrors } from './manager-errors.ts'
import { configOf } from './max500-config.ts'
import { activeBips, type Max500Frame } from './max500-fees.ts'
import { payOnBitcoin } from './payout.ts'
import { pullRewards } from './reference-claims.ts'

const claim = { staker: 'principal', 'reward-cycle': 'uint', 'bond-index': bondIndex } as const

/** Pulls a cycle's rewards from pox-5 into a bucket for each leg [bitcoin-staking 7.5]. */
export const max500ClaimRewards = contractFunction(
  'claim-rewards',
  { 'bond-periods': bondPeriods, 'reward-cycle': 'uint' },
  (frame: Max500Frame, args) => {
    const { buckets } = frame.state
    const cycle = args['reward-cycle']
    const claimed = pullRewards(frame, args, activeBips(frame))
    buckets.raise(claimed['stx-rewards'].earned, cycle, legKey(undefined))
    for (const bond of claimed['bond-rewards'])
      buckets.raise(bond.earned, cycle, legKey(bond['bond-index']))
    return claimed
  },
)

/** Banks what a holder earned in a cycle and leg; answers the net sats [bitcoin-staking 7.5]. */
export const settleStakerRewards = contractFunction(
  'settle-staker-rewards',
  claim,
  (frame: Max500Frame, args) => settle(frame, args),
)

/** Pays a holder all that is banked [bitcoin-staking 7.5]. */
export const payout = contractFunction(
  'payout',
  { staker: 'principal' },
  (frame: Max500Frame, { staker }) => payBank(frame, staker),
)

/**
 * Both. Its answer is that of a payout, a third form next to those of the reference and of Xverse
 * [bitcoin-staking 7.5, 7.7].
 */
export const max500ClaimStakerRewards = contractFunction(
  'claim-staker-rewards',
  claim,
  (frame: Max500Frame, args) => {
    settle(frame, args)
    return payBank(frame, args.staker)
  },
)

function settle(frame: Max500Frame, args: ParameterValues<typeof claim>): bigint {
  const { state } = frame
  const { staker, 'reward-cycle': cycle } = args
  const leg = legOf(args['bond-index'])
  const settled = frame.call(frame.chain.pox, claimStakerRewardsForSigner, { ...args })
  const { grossSats, feeSats, netSats } = splitOffFee(state, settled.earned, { cycle, leg })
  refuseUnless(netSats > 0n, managerErrors.NO_CLAIMABLE_REWARDS)
  const bucket = state.buckets.of(cycle, legKey(leg))
  refuseUnless(bucket >= grossSats, managerErrors.NO_CLAIMABLE_REWARDS)
  state.buckets.write(sub(bucket, grossSats), cycle, legKey(leg))
  state.unclaimed.set(sub(state.unclaimed.value, grossSats))
  state.earnedFees.set(add(state.earnedFees.value, feeSats))
  state.pendingPayouts.raise(netSats, staker)
  state.totalPendingPayouts.set(add(state.totalPendingPayouts.value, netSats))
  frame.print({
    topic: 'settle-staker-rewards',
    staker,
    'reward-cycle': cycle,
    'bond-index': args['bond-index'],
    earned: netSats,
    fees: feeSats,
    'pending-payout': state.pendingPayouts.of(staker),
  })
  return netSats
}

function payBank(frame: Max500Frame, staker: string) {
  const { state } = frame
  const sats = state.pendingPayouts.of(staker)
  const settings = state.settings.get(staker)
  refuseUnless(sats > 0n, managerErrors.NO_PENDING_PAYOUT)
  state.pendingPayouts.write(0n, staker)
  state.totalPendingPayouts.set(sub(state.totalPendingPayouts.value, sats))
  let request: bigint | undefined
  if (settings === undefined) frame.sendSbtc(staker, sats)
  else {
    const isOwn = frame.txSender === staker
    refuseUnless(isOwn || sats >= settings.minClaimSats, managerErrors.BELOW_MIN_CLAIM)
    const least = add(settings.maxFeeSats, WITHDRAWAL_DUST_SATS)
    refuseUnless(sats > least, managerErrors.BELOW_DUST_LIMIT)
    request = payOnBitcoin(frame, staker, { sats, settings })
  }
  const withdrawal =
    settings === undefined || request === undefined
      ? undefined
      : {
          ...configOf(settings),
          'withdrawal-request': request,
          amount: sats - settings.maxFeeSats,
        }
  frame.print({
    topic: 'payout',
    'amount-sats': sats,
    'l1-withdrawal': optional(withdrawal),
    staker,
  })
  return { amount: sats, 'withdrawal-request': optional(request) }
}
