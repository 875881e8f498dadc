import { deserializeCV } from '@stacks/transactions'
import { expect, it } from 'vitest'
import { decodeClarity } from '../../../../../src/chain/stacks/clarity.ts'
import {
  encodeArguments,
  signaturesOf,
} from '../../../../../src/chain/stacks/console/signatures.ts'
import { deployer, userAccounts } from '../../../../../src/dev/network/accounts.ts'
import { adminGroups } from '../../../../../src/extension/console/views/admin.tsx'
import { publicSignatures } from '../../../../../src/protocol/dual-stacking/contract/abi.ts'
import { keeperChecks } from '../../../../../src/protocol/dual-stacking/planner/index.ts'

const [one, two] = userAccounts.map(({ address }) => address) as [string, string]

it('arguments of every type come back unchanged', () => {
  const rows = [
    {
      'defi-contract': one,
      'rewarded-address': two,
      'stacking-address': null,
      'tracking-address': one,
    },
    {
      'defi-contract': `${deployer.address}.vault`,
      'rewarded-address': one,
      'stacking-address': { some: two },
      'tracking-address': two,
    },
  ]
  expect(
    encodeArguments(publicSignatures['enroll-defi-batch'], [rows]).map((hex) => decodeClarity(hex)),
  ).toEqual([rows])
  expect(
    encodeArguments(publicSignatures['emergency-withdraw-sbtc'], [7n, one]).map((hex) =>
      decodeClarity(hex),
    ),
  ).toEqual([7n, one])
  expect(
    encodeArguments(publicSignatures['set-liquid-stacking'], [true]).map(
      (hex) => deserializeCV(hex).type,
    ),
  ).toEqual(['true'])
})

it('a function with an argument of no form field is left out, the rest keeps its order', () => {
  const of = (name: string, type: unknown) => ({
    name,
    access: 'read_only' as const,
    args: [{ name: 'a', type }],
    outputs: { type: 'bool' },
  })
  const contract = {
    functions: [
      of('plain', 'uint128'),
      of('buffer', { buffer: { length: 4 } }),
      of('list', { list: { type: 'principal', length: 3 } }),
    ],
    variables: [],
    maps: [],
    epoch: '',
    clarity_version: '',
  }
  expect(signaturesOf(contract, 'read_only')).toEqual({
    plain: { a: 'uint' },
    list: { a: { list: 'principal', max: 3 } },
  })
})

it('every admin-only function is in one group, and no other is', () => {
  const grouped = adminGroups(publicSignatures).flatMap(({ functions }) => Object.keys(functions))
  expect(new Set(grouped).size).toBe(grouped.length)
  expect(grouped).toHaveLength(
    Object.keys(publicSignatures).length - Object.keys(keeperChecks).length - 3,
  )
  for (const name of ['enroll', 'opt-out', 'distribute-rewards', 'propose-golden-ratio'])
    expect(grouped).not.toContain(name)
  expect(grouped).toEqual(
    expect.arrayContaining([
      'update-APR',
      'emergency-withdraw-sbtc',
      'enroll-defi-batch',
      'update-initialize-block',
    ]),
  )
})
