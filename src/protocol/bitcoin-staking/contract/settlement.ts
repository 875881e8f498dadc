import type { Principal } from '../../clarity/principal.ts'
import { earnedSats } from '../math/shares.ts'
import { legKey, type Leg } from './leg.ts'
import type { PoxState } from './pox-state.ts'

/** A manager's part in a cycle and leg. */
export interface SignerShare {
  readonly signer: Principal
  readonly cycle: bigint
  readonly leg: Leg
}

/** A holder's part in it. */
export interface StakerShare extends SignerShare {
  readonly staker: Principal
}

/** Sats that a manager can pull for a cycle and leg [bitcoin-staking 6.3]. */
export function signerEarned(state: PoxState, { signer, cycle, leg }: SignerShare): bigint {
  const key = [signer, cycle, legKey(leg)] as const
  return earnedSats({
    shares: state.signerShares.of(...key),
    perShareNow: state.perShare.of(cycle, legKey(leg)),
    perSharePaid: state.signerPaid.of(...key),
    pendingSats: state.signerUnclaimed.of(...key),
  })
}

/** Sats that a manager owes a holder, fee included [bitcoin-staking 6.3]. */
export function stakerEarned(state: PoxState, share: StakerShare): bigint {
  const { signer, cycle, leg, staker } = share
  const key = [signer, cycle, legKey(leg), staker] as const
  return earnedSats({
    shares: state.stakerShares.of(...key),
    perShareNow: state.signerPerShare.of(signer, cycle, legKey(leg)),
    perSharePaid: state.stakerPaid.of(...key),
    pendingSats: state.stakerUnclaimed.of(...key),
  })
}

/** Writes what a manager has earned; answers it and the rewards per share it is paid up to. */
export function settleSigner(state: PoxState, share: SignerShare): Settled {
  const { signer, cycle, leg } = share
  const key = [signer, cycle, legKey(leg)] as const
  const earned = signerEarned(state, share)
  const perShare = state.perShare.of(cycle, legKey(leg))
  state.signerUnclaimed.write(earned, ...key)
  state.signerPaid.write(perShare, ...key)
  if (state.signerShares.of(...key) > 0n) state.signerPerShare.write(perShare, ...key)
  return { earned, 'rewards-per-token': perShare }
}

/** Writes what a holder has earned; answers it and the rewards per share it is paid up to. */
export function settleStaker(state: PoxState, share: StakerShare): Settled {
  const { signer, cycle, leg, staker } = share
  const key = [signer, cycle, legKey(leg), staker] as const
  const earned = stakerEarned(state, share)
  const perShare = state.signerPerShare.of(signer, cycle, legKey(leg))
  state.stakerUnclaimed.write(earned, ...key)
  state.stakerPaid.write(perShare, ...key)
  return { earned, 'rewards-per-token': perShare }
}

/** What a settlement answers; sats, and sats per share · 10^18. */
export type Settled = {
  readonly earned: bigint
  readonly 'rewards-per-token': bigint
}
