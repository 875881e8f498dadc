import { expect, it } from 'vitest'
import { paymentOfClaim } from '../../../../../src/app/bitcoin-staking/rewards/payment-of-claim.ts'
import { known } from '../../../../../src/chain/known.ts'
import { rewards } from '../../../../../src/dev/gallery/staking-fixtures.ts'

const [claim] = rewards.claims as [(typeof rewards.claims)[0]]

it('what a manager keeps is no payment before it is paid, and then one of that day', () => {
  expect(paymentOfClaim({ ...claim, payout: { kind: 'banked' } })).toBeNull()
  const later = { burnHeight: known(977_000), blockTime: known(1_780_000_000) }
  const by = { txid: `0x${'5d'.repeat(32)}`, sats: 37_973n, claims: 2, ...later }
  expect(paymentOfClaim({ ...claim, payout: { kind: 'sbtc', by } })).toMatchObject({
    key: claim.key,
    sats: claim.netSats,
    txid: by.txid,
    ...later,
  })
})
