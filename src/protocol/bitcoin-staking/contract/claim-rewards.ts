import { refuseUnless } from '../../clarity/contract-refusal.ts'
import { add, sub } from '../../clarity/u128.ts'
import { contractFunction } from '../simulation/contract-model.ts'
import { legKey, legOf, type Leg } from './leg.ts'
import { bondIndex, bondPeriods } from './parameters.ts'
import { poxErrors } from './pox-errors.ts'
import { requireNoCallback, type PoxFrame } from './pox-frame.ts'
import { settleSigner, settleStaker, type Settled, type SignerShare } from './settlement.ts'

/** Sends a manager what it has earned in a cycle and the listed bonds [bitcoin-staking 4.12]. */
export const claimRewards = contractFunction(
  'claim-rewards',
  { 'bond-periods': bondPeriods, 'reward-cycle': 'uint' },
  (frame: PoxFrame, args) => {
    const { state, contractCaller: signer } = frame
    const cycle = args['reward-cycle']
    const take = (leg: Leg): Settled => takeEarned(frame, { signer, cycle, leg })
    const stxRewards = take(undefined)
    const bondRewards = args['bond-periods'].map((bond) => ({
      ...take(bond),
      'bond-index': bond,
    }))
    const bondTotals = bondRewards.reduce((total, { earned }) => add(total, earned), 0n)
    const total = add(stxRewards.earned, bondTotals)
    refuseUnless(!state.variables.rewardsPaused, poxErrors.REWARDS_PAUSED)
    requireNoCallback(frame)
    refuseUnless(total > 0n, poxErrors.NO_CLAIMABLE_REWARDS)
    frame.sendSbtc(signer, total)
    state.set({ accountedSats: sub(state.variables.accountedSats, total) })
    const result = {
      'stx-rewards': stxRewards,
      'bond-rewards': bondRewards,
      'bond-totals': bondTotals,
      'total-rewards': total,
    }
    const context = { 'reward-cycle': cycle, 'signer-manager': signer }
    frame.print({ topic: 'claim-rewards', ...result, ...context })
    return result
  },
)

/** Settles a holder for its manager, which pays it; moves no money [bitcoin-staking 4.13]. */
export const claimStakerRewardsForSigner = contractFunction(
  'claim-staker-rewards-for-signer',
  { staker: 'principal', 'reward-cycle': 'uint', 'bond-index': bondIndex },
  (frame: PoxFrame, args) => {
    const { state, contractCaller: signer } = frame
    const { staker, 'reward-cycle': cycle } = args
    const leg = legOf(args['bond-index'])
    const settled = settleStaker(state, { signer, cycle, leg, staker })
    requireNoCallback(frame)
    state.stakerUnclaimed.write(0n, signer, cycle, legKey(leg), staker)
    frame.print({
      topic: 'claim-staker-rewards-for-signer',
      'signer-manager': signer,
      staker,
      'reward-cycle': cycle,
      'bond-index': args['bond-index'],
      'rewards-claimed': settled.earned,
    })
    return settled
  },
)

function takeEarned({ state }: PoxFrame, share: SignerShare): Settled {
  const settled = settleSigner(state, share)
  state.signerUnclaimed.write(0n, share.signer, share.cycle, legKey(share.leg))
  return settled
}
