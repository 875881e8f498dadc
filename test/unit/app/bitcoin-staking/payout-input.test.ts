import { describe, expect, it } from 'vitest'
import { leastPaidSats } from '../../../../src/app/bitcoin-staking/least-paid-sats.ts'
import {
  parsePayout,
  payoutInputOf,
  type PayoutInput,
} from '../../../../src/app/bitcoin-staking/payout-input.ts'
import type { PayoutSetting } from '../../../../src/chain/stacks/bitcoin-staking/read-payout-setting.ts'

// The examples of BIP-173.
const ADDRESS = 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'
const TEST_ADDRESS = 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx'
const HASH = '0x751e76e8199196d454941c45d1b3a323f1433bd6'

const stored: PayoutSetting = {
  version: '0x04',
  hash: HASH,
  maxFeeSats: 900n,
  minClaimSats: 9_000n,
}
const typed = (change: Partial<PayoutInput> = {}): PayoutInput => ({
  kind: 'bitcoin',
  address: ADDRESS,
  feeSats: '3000',
  leastSats: '',
  ...change,
})
const asked = { network: 'mainnet', family: 'reference', stored: null, locale: 'en' } as const

describe('fields of a payout', () => {
  it('begin with what the manager has stored, and with sBTC without it', () => {
    expect(payoutInputOf(stored, 'mainnet')).toEqual({
      kind: 'bitcoin',
      address: ADDRESS,
      feeSats: '900',
      leastSats: '9000',
    })
    expect(payoutInputOf({ ...stored, minClaimSats: null }, 'testnet')).toMatchObject({
      address: TEST_ADDRESS,
      leastSats: '',
    })
    expect(payoutInputOf(null, 'mainnet')).toMatchObject({ kind: 'sbtc', address: '' })
  })

  it('begin with sBTC where what is stored is no address', () => {
    expect(payoutInputOf({ ...stored, hash: '0x00' }, 'mainnet').kind).toBe('sbtc')
  })
})

describe('the setting that a call sends', () => {
  it('is none for sBTC, whatever the other fields say', () => {
    expect(parsePayout(typed({ kind: 'sbtc', address: 'x' }), asked)).toEqual({
      ok: true,
      payout: null,
    })
  })

  it('is the address as managers keep it', () => {
    expect(
      parsePayout(typed({ address: ` ${ADDRESS.slice(0, 9)}\n${ADDRESS.slice(9)} ` }), asked),
    ).toEqual({
      ok: true,
      payout: { version: '0x04', hash: HASH, maxFeeSats: 3_000n, minClaimSats: null },
    })
  })

  it.each([
    ['is none', { address: 'bc1q' }, 'address'],
    ['is of another network', { address: TEST_ADDRESS }, 'address'],
    ['has a budget that is no whole number', { feeSats: '1.5' }, 'fee'],
    ['has no budget', { feeSats: '' }, 'fee'],
  ] as const)('is refused where it %s', (_, change, problem) => {
    expect(parsePayout(typed(change), asked)).toEqual({ ok: false, problem })
  })

  it('tells max500 from when on others may pay out, 547 sats above the budget at least', () => {
    const max500 = { ...asked, family: 'max500' } as const
    expect(parsePayout(typed({ leastSats: '3546' }), max500)).toEqual({
      ok: false,
      problem: 'least',
    })
    expect(parsePayout(typed({ leastSats: '3547' }), max500)).toMatchObject({
      payout: { minClaimSats: 3_547n },
    })
    // The reference manager would refuse the field.
    expect(parsePayout(typed({ leastSats: '3547' }), asked)).toMatchObject({
      payout: { minClaimSats: null },
    })
  })

  it.each(['0x01', '0x02', '0x03'])('stays byte for byte what was stored: kind %s', (version) => {
    // These kinds look the same on Bitcoin: parsed anew, all would become the first.
    const kept = { ...stored, version, minClaimSats: null }
    const context = { ...asked, stored: kept }
    expect(parsePayout(payoutInputOf(kept, 'mainnet'), context)).toEqual({ ok: true, payout: kept })
  })

  it('keeps the bound of a manager whose family is not known yet', () => {
    const context = { ...asked, family: null, stored }
    expect(parsePayout(payoutInputOf(stored, 'mainnet'), context)).toEqual({
      ok: true,
      payout: stored,
    })
  })
})

it('the least that is paid is what the sBTC contract lets out beside the budget', () => {
  expect(leastPaidSats(stored)).toBe(1_447n)
})
