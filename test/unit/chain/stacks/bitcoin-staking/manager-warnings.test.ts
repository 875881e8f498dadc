import { describe, expect, test } from 'vitest'
import { known, unknown } from '../../../../../src/chain/known.ts'
import { managerCodeOf } from '../../../../../src/chain/stacks/bitcoin-staking/known-manager-code.ts'
import {
  managerWarnings,
  type ManagerWarning,
} from '../../../../../src/chain/stacks/bitcoin-staking/manager-warnings.ts'
import type { ManagerReading } from '../../../../../src/chain/stacks/bitcoin-staking/read-manager.ts'
import { contract, STX } from '../../../../support/staking-bench.ts'

const reading = (changes: Partial<ManagerReading> = {}): ManagerReading => ({
  manager: contract('m1'),
  shape: known({ family: 'max500', paysBitcoin: true, fee: 'max500', fixesFees: true }),
  code: known('max500'),
  fee: known({ bips: 450n, pending: null }),
  takesStakes: known(true),
  delegatedMicroStx: known(50_000n * STX),
  pendingMicroStx: known(50_000n * STX),
  ...changes,
})
const variable = known({
  family: 'reference',
  paysBitcoin: true,
  fee: 'variable',
  fixesFees: true,
} as const)

describe('warnings about a manager', () => {
  test('are none where all is as usual', () => {
    expect(managerWarnings(reading())).toEqual([])
  })

  const rows: Array<[string, Partial<ManagerReading>, ManagerWarning]> = [
    [
      'a fee of 10 % or more',
      { fee: known({ bips: 1_000n, pending: null }) },
      { code: 'unusual-fee', bips: 1_000n },
    ],
    [
      'a rise that is announced',
      { fee: known({ bips: 0n, pending: { bips: 450n, fromCycle: 9n } }) },
      { code: 'fee-rises', bips: 450n, fromCycle: 9n },
    ],
    ['a fee that can change at once', { shape: variable }, { code: 'fee-can-change', bips: 450n }],
    ['a fee that is unknown', { fee: unknown('not-offered') }, { code: 'fee-unknown' }],
    ['code that nobody has read', { code: known(null) }, { code: 'unknown-code' }],
    ['a grant that is gone', { takesStakes: known(false) }, { code: 'takes-no-stakes' }],
    [
      'a microSTX below 50,000 STX',
      { delegatedMicroStx: known(50_000n * STX - 1n) },
      { code: 'below-minimum', delegatedMicroStx: 50_000n * STX - 1n },
    ],
    [
      'claims by the holder alone',
      { shape: known({ family: 'native', paysBitcoin: false, fee: null, fixesFees: false }) },
      { code: 'holder-only' },
    ],
    [
      'no claims of holders',
      { shape: known({ family: 'closed', paysBitcoin: false, fee: null, fixesFees: false }) },
      { code: 'no-holder-claims' },
    ],
  ]
  test.each(rows)('name %s', (_, changes, warning) => {
    expect(managerWarnings(reading(changes))).toEqual([warning])
  })

  test('leave a fall that is announced alone', () => {
    const fee = known({ bips: 450n, pending: { bips: 100n, fromCycle: 9n } })
    expect(managerWarnings(reading({ fee }))).toEqual([])
  })
})

test('a source is recognised by its hash, with or without 0x', () => {
  const hash = `e80395f4${'0'.repeat(56)}`
  expect(managerCodeOf({ exact: hash, plain: '' })).toBe('max500')
  expect(managerCodeOf({ exact: `0x${hash}`, plain: '' })).toBe('max500')
  expect(managerCodeOf({ exact: `f${hash.slice(1)}`, plain: hash })).toBeUndefined()
})
