import * as v from 'valibot'
import type { PayoutSetting } from '../../../chain/stacks/bitcoin-staking/read-payout-setting.ts'
import { uint } from '../../../chain/uint.ts'
import { managerId as manager } from './manager-id.ts'

/** A payout on Bitcoin as a manager keeps it. */
export const payoutSetting = v.object({
  version: v.pipe(v.string(), v.regex(/^0x(?:[0-9a-f]{2}){0,4}$/)),
  hash: v.pipe(v.string(), v.regex(/^0x(?:[0-9a-f]{2}){0,64}$/)),
  maxFeeSats: uint,
  minClaimSats: v.nullable(uint),
}) satisfies v.GenericSchema<unknown, PayoutSetting>

const payout = v.nullable(payoutSetting)

/**
 * What a holder wants of Bitcoin Staking: sats, microSTX, cycles. `change` adds to a stake, extends
 * it, moves it to another manager or takes its end back; `payout` null: rewards come as sBTC.
 * `set-payout` and `collect` are max500's: how it pays from now on, and what it keeps for the
 * holder.
 */
export const stakingCall = v.variant('kind', [
  v.object({ kind: v.literal('stake'), manager, microStx: uint, cycles: uint, payout }),
  v.object({
    kind: v.literal('change'),
    manager,
    addedMicroStx: uint,
    addedCycles: uint,
    payout,
  }),
  v.object({ kind: v.literal('unstake') }),
  v.object({ kind: v.literal('claim'), cycle: uint, bond: v.nullable(uint) }),
  v.object({ kind: v.literal('withdraw'), sats: uint }),
  v.object({
    kind: v.literal('enter-bond'),
    bond: uint,
    manager,
    sats: uint,
    microStx: uint,
    payout,
  }),
  v.object({ kind: v.literal('move-bond'), manager, payout }),
  v.object({ kind: v.literal('set-payout'), manager, payout }),
  v.object({ kind: v.literal('collect'), manager }),
])
export type StakingCall = v.InferOutput<typeof stakingCall>
export type StakingCallKind = StakingCall['kind']

/** What a request was about, for the person who made it. */
export const stakingPurpose = v.object({
  call: stakingCall,
  /** Codes of what the person was told and agreed to. */
  accepted: v.array(v.pipe(v.string(), v.maxLength(40))),
  /** Sats that a claim or a withdrawal pays; null: it pays none. */
  sats: v.nullable(uint),
  /** Bitcoin height at which the STX unlock after it; null: it changes nothing of that. */
  unlockHeight: v.nullable(uint),
})
export type StakingPurpose = v.InferOutput<typeof stakingPurpose>
