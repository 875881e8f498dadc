import * as v from 'valibot'
import { knownOf } from '../../../../chain/known.ts'
import type { OpenPayouts } from '../../../../chain/stacks/bitcoin-staking/operator/read-open-payouts.ts'
import type { OperatedManager } from '../../../../chain/stacks/bitcoin-staking/operator/read-operated-manager.ts'

const amount = v.bigint()
const knownAmount = knownOf(amount)

/** A signer manager as its operator has to know it. */
export const operatedManagerAnswer = v.object({
  manager: v.string(),
  family: v.picklist(['reference', 'max500', 'native', 'closed']),
  fee: knownOf(
    v.object({
      bips: v.bigint(),
      pending: v.nullable(v.object({ bips: v.bigint(), fromCycle: v.bigint() })),
    }),
  ),
  takesStakes: knownOf(v.boolean()),
  funds: v.object({
    balanceSats: knownAmount,
    feesSats: knownAmount,
    unclaimedSats: knownAmount,
    liabilitySats: knownAmount,
    bankedSats: knownAmount,
    refundsSats: knownAmount,
  }),
  cycleMicroStx: knownAmount,
  nextMicroStx: knownAmount,
  isAdmin: knownOf(v.boolean()),
}) satisfies v.GenericSchema<unknown, OperatedManager>

const payouts = v.object({
  payouts: v.array(
    v.object({
      request: v.bigint(),
      staker: v.string(),
      sats: amount,
      state: v.picklist(['pending', 'accepted', 'rejected']),
    }),
  ),
  missingSats: amount,
}) satisfies v.GenericSchema<unknown, OpenPayouts>

/** Its payouts on Bitcoin, and what getting one back cost last, microSTX. */
export const openPayoutsAnswer = v.object({
  ...payouts.entries,
  feeMicroStx: v.nullable(amount),
})
export type OpenPayoutsAnswer = v.InferOutput<typeof openPayoutsAnswer>
