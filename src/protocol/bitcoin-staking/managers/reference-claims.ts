import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { optional } from '../../clarity/contract-value.ts'
import { add, sub } from '../../clarity/u128.ts'
import { claimRewards, claimStakerRewardsForSigner } from '../contract/claim-rewards.ts'
import { legOf } from '../contract/leg.ts'
import { bondIndex, bondPeriods } from '../contract/parameters.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { fixFees, splitOffFee } from './fees.ts'
import { managerErrors } from './manager-errors.ts'
import type { ManagerFrame } from './manager-frame.ts'
import { payOnBitcoin } from './payout.ts'

/** Pulls a cycle's rewards from pox-5, for anyone [bitcoin-staking 7.2]. */
export const referenceClaimRewards = contractFunction(
  'claim-rewards',
  { 'bond-periods': bondPeriods, 'reward-cycle': 'uint' },
  (frame: ManagerFrame, args) => pullRewards(frame, args, frame.state.feesBips.value),
)

/** Pulls rewards and fixes the fee of each listed leg; answers what pox-5 answers. */
export function pullRewards(
  frame: ManagerFrame,
  args: { 'bond-periods': readonly bigint[]; 'reward-cycle': bigint },
  bips: bigint,
) {
  const { state } = frame
  const claimed = frame.call(frame.chain.pox, claimRewards, args)
  state.unclaimed.set(add(state.unclaimed.value, claimed['total-rewards']))
  fixFees(state, args['reward-cycle'], { legs: [undefined, ...args['bond-periods']], bips })
  return claimed
}

const claim = { staker: 'principal', 'reward-cycle': 'uint', 'bond-index': bondIndex } as const

/** Pays a holder what it has earned in a cycle and leg, for anyone [bitcoin-staking 7.2]. */
export const referenceClaimStakerRewards = contractFunction(
  'claim-staker-rewards',
  claim,
  (frame: ManagerFrame, args) => payHolder(frame, args),
)

/** The same in Xverse's revision, which answers the net sats alone [bitcoin-staking 7.4]. */
export const xverseClaimStakerRewards = contractFunction(
  'claim-staker-rewards',
  claim,
  (frame: ManagerFrame, args) => payHolder(frame, args).earned,
)

interface HolderClaim {
  readonly staker: string
  readonly 'reward-cycle': bigint
  readonly 'bond-index': { readonly some: bigint } | null
}

function payHolder(frame: ManagerFrame, args: HolderClaim) {
  const { state, self, chain } = frame
  const { staker, 'reward-cycle': cycle } = args
  const settled = frame.call(chain.pox, claimStakerRewardsForSigner, { ...args })
  const reward = splitOffFee(state, settled.earned, { cycle, leg: legOf(args['bond-index']) })
  const { grossSats, feeSats, netSats } = reward
  refuseUnless(netSats > 0n, managerErrors.NO_CLAIMABLE_REWARDS)
  refuseUnless(state.unclaimed.value >= grossSats, managerErrors.NO_CLAIMABLE_REWARDS)
  refuseUnless(chain.sbtc.balance(self) > 0n, managerErrors.NO_CLAIMABLE_REWARDS)
  state.unclaimed.set(sub(state.unclaimed.value, grossSats))
  state.earnedFees.set(add(state.earnedFees.value, feeSats))
  const settings = state.settings.get(staker)
  let request: bigint | undefined
  if (settings === undefined) frame.sendSbtc(staker, netSats)
  else {
    refuseUnless(netSats >= settings.maxFeeSats, managerErrors.NO_CLAIMABLE_REWARDS)
    request = payOnBitcoin(frame, staker, { sats: netSats, settings })
  }
  const withdrawal =
    settings === undefined || request === undefined
      ? undefined
      : {
          'pox-addr': settings.address,
          'max-fee': settings.maxFeeSats,
          'withdrawal-request': request,
          amount: netSats - settings.maxFeeSats,
        }
  frame.print({
    topic: 'claim-staker-rewards',
    'amount-sats': netSats,
    'l1-withdrawal': optional(withdrawal),
    staker,
    'reward-cycle': cycle,
    'bond-index': args['bond-index'],
  })
  return { earned: netSats, 'withdrawal-request': optional(request) }
}
