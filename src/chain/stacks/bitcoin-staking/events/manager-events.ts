import * as v from 'valibot'
import { cBareOrOptional, cOptional, cUint } from '../../clarity.ts'
import {
  addedUintAt,
  boolAt,
  bytesField,
  eventDecoder,
  legAt,
  principalAt,
  printedEvent,
  uintAt,
  type EventReader,
} from './printed-event.ts'

const bytes = v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/))

/** Where a holder is paid on Bitcoin, and its budget for the fee in sats. */
const payoutFields = {
  'pox-addr': v.object({ version: bytes, hashbytes: bytes }),
  'max-fee': cUint,
  // Only max500 has it.
  'min-claim': v.optional(v.nullable(cUint), null),
}
const payoutConfig = v.pipe(
  v.object(payoutFields),
  v.transform((config) => ({
    version: config['pox-addr'].version,
    hash: config['pox-addr'].hashbytes,
    maxFeeSats: config['max-fee'],
    minClaimSats: config['min-claim'],
  })),
)
/** `sats`: what is asked to be paid on Bitcoin, the budget for its fee taken off. */
const withdrawal = v.pipe(
  v.object({ ...payoutFields, 'withdrawal-request': cBareOrOptional(cUint), amount: cUint }),
  v.transform((request) => ({
    request: request['withdrawal-request'],
    sats: request.amount,
    version: request['pox-addr'].version,
    hash: request['pox-addr'].hashbytes,
    maxFeeSats: request['max-fee'],
    minClaimSats: request['min-claim'],
  })),
)

const staker = principalAt('staker')
const claim = { staker, cycle: uintAt('reward-cycle'), bond: legAt('bond-index') } as const
const onBitcoin = ['l1-withdrawal', cOptional(withdrawal)] as const

/** What managers print under their topics [bitcoin-staking 7]. */
const readers = [
  printedEvent('settle-staker-rewards', {
    ...claim,
    netSats: uintAt('earned'),
    feeSats: uintAt('fees'),
    pendingSats: uintAt('pending-payout'),
  }),
  printedEvent('payout', { staker, sats: uintAt('amount-sats'), onBitcoin }),
  printedEvent('set-payout-config', { staker, config: ['config', payoutConfig] }),
  printedEvent('clear-payout-config', { staker }),
  printedEvent('claim-refund', { staker, sats: uintAt('amount-sats') }),
  printedEvent('reclaim-failed-withdrawal', {
    staker,
    request: uintAt('request-id'),
    sats: uintAt('amount-sats'),
  }),
  printedEvent('settle-accepted-withdrawal', {
    staker,
    request: uintAt('request-id'),
    releasedSats: uintAt('liability-released'),
    refundSats: addedUintAt('fee-refund'),
  }),
  printedEvent('update-admin', { admin: principalAt('admin'), isEnabled: boolAt('enabled') }),
  printedEvent('update-fees', {
    oldBips: uintAt('old-fees'),
    newBips: uintAt('new-fees'),
    // Null: at once.
    activationCycle: addedUintAt('activation-cycle'),
  }),
  printedEvent('sweep-fee-refunds', {
    sats: uintAt('amount-sats'),
    recipient: principalAt('recipient'),
  }),
  printedEvent('register-self', { key: bytesField('signer-key') }),
  printedEvent('claim-rewards', { cycle: uintAt('reward-cycle'), sats: uintAt('total-rewards') }),
] as const

const claimed = printedEvent('claim-staker-rewards', {
  ...claim,
  netSats: uintAt('amount-sats'),
  onBitcoin,
})
/** The native manager prints no leg, and takes no fee [bitcoin-staking 7.6]. */
const claimedNatively = printedEvent('claim-staker-rewards', {
  staker,
  cycle: uintAt('reward-cycle'),
  netSats: uintAt('earned'),
})

type Claimed = NonNullable<ReturnType<typeof claimed.read>>
type ClaimedNatively = NonNullable<ReturnType<typeof claimedNatively.read>>

/** A print event of a signer manager; amounts in sats. */
export type ManagerEvent =
  | NonNullable<ReturnType<(typeof readers)[number]['read']>>
  | Claimed
  | ClaimedNatively

const anyClaim: EventReader<Claimed | ClaimedNatively> = {
  topic: claimed.topic,
  read: (print) => claimed.read(print) ?? claimedNatively.read(print),
}

/** Decodes a plain Clarity value that a signer manager printed [bitcoin-staking 7]. */
export const decodeManagerEvent = eventDecoder<ManagerEvent>([
  ...(readers as readonly EventReader<ManagerEvent>[]),
  anyClaim,
])
