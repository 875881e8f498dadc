import { describe, expect, test } from 'vitest'
import {
  checkCollection,
  checkPayoutChange,
} from '../../../../../src/protocol/bitcoin-staking/blockers/check-payout.ts'
import type { ManagerFacts } from '../../../../../src/protocol/bitcoin-staking/blockers/holder-facts.ts'

const payout = {
  version: '0x04',
  hash: `0x${'ab'.repeat(20)}`,
  maxFeeSats: 3_000n,
  minClaimSats: 10_000n,
}
const facts = (change: Partial<ManagerFacts> = {}): ManagerFacts => ({
  manager: 'SP000000000000000000002Q6VF78.max',
  family: 'max500',
  takesStakes: true,
  paysBitcoin: true,
  feeBips: 400n,
  delegatedMicroStx: 1n,
  storedPayout: payout,
  ...change,
})
const codes = (found: readonly { kind: string; code: string }[]) =>
  found.map(({ kind, code }) => `${kind} ${code}`)

describe('another payout setting without a stake', () => {
  test('wants the new address agreed to, and the end of the old one', () => {
    const other = { ...payout, hash: `0x${'cd'.repeat(20)}` }
    expect(codes(checkPayoutChange(facts(), other))).toEqual(['consent payout-kept'])
    expect(codes(checkPayoutChange(facts(), null))).toEqual(['consent payout-deleted'])
    const unread = facts({ storedPayout: undefined })
    expect(codes(checkPayoutChange(unread, null))).toEqual(['consent payout-unknown'])
  })

  test.each([
    ['the same', payout, payout],
    ['one whose bound is left to the manager', { ...payout, minClaimSats: null }, payout],
    ['sBTC', null, null],
  ])('that is %s already is not paid for', (_, wanted, storedPayout) => {
    expect(codes(checkPayoutChange(facts({ storedPayout }), wanted))).toContain(
      'refused payout-unchanged',
    )
  })

  test('is refused by managers that take one with a stake only, and by unknown ones', () => {
    const none = { storedPayout: null }
    expect(codes(checkPayoutChange(facts({ family: 'reference', ...none }), payout))).toContain(
      'refused payout-with-stake',
    )
    expect(codes(checkPayoutChange(facts({ family: null, ...none }), payout))).toContain(
      'refused unknown',
    )
  })

  test('is refused where the manager would refuse it', () => {
    const low = { ...payout, minClaimSats: payout.maxFeeSats + 546n }
    expect(codes(checkPayoutChange(facts(), low))).toContain('refused payout-invalid')
  })
})

describe('collecting what a manager keeps', () => {
  test.each([
    ['nothing', 0n, payout, ['refused claim-refused']],
    ['what is dust after the budget', 3_546n, payout, ['refused claim-refused']],
    ['what is worth a payout', 3_547n, payout, []],
    ['a sat as sBTC', 1n, null, []],
  ])('of %s', (_, sats, storedPayout, expected) => {
    expect(codes(checkCollection(facts({ storedPayout }), sats))).toEqual(expected)
  })

  test('is of max500 only', () => {
    expect(codes(checkCollection(facts({ family: 'reference' }), 9n))).toEqual([
      'refused claim-refused',
    ])
    expect(codes(checkCollection(facts({ family: null }), 9n))).toEqual(['refused unknown'])
  })
})
