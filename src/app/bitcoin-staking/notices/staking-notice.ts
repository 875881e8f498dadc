import * as v from 'valibot'
import { uint } from '../../../chain/uint.ts'

const address = v.string()
const manager = v.string()

/**
 * What a holder may want to be notified of. Sats, microSTX, basis points; `blocks` are Bitcoin
 * blocks, `cycle` is the one that the notice is about.
 */
export const stakingNotice = v.variant('kind', [
  v.object({ kind: v.literal('claimable'), address, sats: uint }),
  v.object({ kind: v.literal('landed'), address, cycle: uint, sats: uint }),
  v.object({ kind: v.literal('payout-accepted'), address, cycle: uint, sats: uint }),
  v.object({
    kind: v.literal('payout-rejected'),
    address,
    cycle: uint,
    sats: uint,
    manager,
    request: uint,
  }),
  v.object({ kind: v.literal('half-late'), address, cycle: uint, blocks: v.number() }),
  v.object({
    kind: v.literal('fee-rises'),
    address,
    manager,
    bips: uint,
    laterBips: uint,
    cycle: uint,
  }),
  v.object({ kind: v.literal('fee-rose'), address, manager, bips: uint, beforeBips: uint }),
  v.object({
    kind: v.literal('manager-below'),
    address,
    manager,
    microStx: uint,
    cycle: uint,
  }),
  v.object({
    kind: v.literal('last-chance'),
    address,
    microStx: uint,
    cycle: uint,
    blocks: v.number(),
  }),
  v.object({ kind: v.literal('stake-ended'), address, microStx: uint }),
  v.object({ kind: v.literal('unstaked'), address, microStx: uint }),
  v.object({ kind: v.literal('bond-ended'), address, bond: uint, sats: uint }),
])
export type StakingNotice = v.InferOutput<typeof stakingNotice>
export type StakingNoticeKind = StakingNotice['kind']

/** A notice in the ledger, as views show it. */
export const shownStakingNotice = v.object({
  key: v.string(),
  notice: stakingNotice,
  at: v.number(),
})
export type ShownStakingNotice = v.InferOutput<typeof shownStakingNotice>
