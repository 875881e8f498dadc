import { describe, expect, it } from 'vitest'
import { checkAddress } from '../../../../src/chain/stacks/check-address.ts'
import { ME, OTHER } from '../../../../src/dev/gallery/fixtures.ts'
import { publicSignatures } from '../../../../src/protocol/dual-stacking/contract/abi.ts'
import { checkBounds, describeArgument } from '../../../../src/ui/console/check-bounds.ts'
import { parseArgument } from '../../../../src/ui/console/parse-argument.ts'
import { createFormat } from '../../../../src/words/format/format.ts'

const check = (text: string) => checkAddress(text, 'mainnet')
const parse = (type: Parameters<typeof parseArgument>[0], text: string) =>
  parseArgument(type, text, check)
const principals = publicSignatures['add-blacklisted-batch'].addresses
const changes = publicSignatures['change-addresses-defi-batch']['defi-contracts']

describe('an argument as typed', () => {
  it('is a whole number of 128 bits, however it is grouped', () => {
    for (const text of ['5,000,000', '5000000', '5.000.000', '5 000 000'])
      expect(parse('uint', text), text).toEqual({ ok: true, value: 5_000_000n })
    expect(parse('uint', (2n ** 128n - 1n).toString())).toMatchObject({ ok: true })
    for (const text of [
      '',
      '-1',
      '1e3',
      '0x1',
      (2n ** 128n).toString(),
      'abc',
      '0.5',
      '6.25',
      '1,5',
    ])
      expect(parse('uint', text), text).toEqual({ ok: false, problem: { code: 'number' } })
  })

  it('is an address of the network, or none where that is allowed', () => {
    expect(parse('principal', ` ${ME} `)).toEqual({ ok: true, value: ME })
    expect(parse('principal', ME.replace('V', 'W'))).toEqual({
      ok: false,
      problem: { code: 'address', problem: 'bad-checksum' },
    })
    expect(parse({ optional: 'principal' }, '')).toEqual({ ok: true, value: null })
    expect(parse({ optional: 'principal' }, ME)).toEqual({ ok: true, value: { some: ME } })
    expect(parse('bool', 'true')).toEqual({ ok: true, value: true })
    expect(parse('bool', '')).toEqual({ ok: true, value: false })
  })

  it('is a list, one entry per line; problems name their line', () => {
    expect(parse(principals, `${ME}\n\n${OTHER}\r\n`)).toMatchObject({
      ok: true,
      value: [ME, OTHER],
    })
    expect(parse(principals, '')).toEqual({ ok: false, problem: { code: 'list-empty' } })
    const wrong = parse(principals, `${ME}\nSP123\n${ME}`)
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'address' } })
    expect(wrong.rows?.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [1, undefined],
      [2, 'address'],
      [3, 'duplicate'],
    ])
    expect(parse({ list: 'uint', max: 2 }, '1\n2\n3')).toMatchObject({
      ok: false,
      problem: { code: 'list-too-long', max: 2, count: 3 },
    })
  })

  it('is rows of cells, in the order of the contract or of a header', () => {
    const row = {
      'defi-contract': ME,
      'rewarded-address': { some: OTHER },
      'stacking-address': null,
      'tracking-address': null,
    }
    expect(parse(changes, `${ME}, ${OTHER}`)).toMatchObject({ ok: true, value: [row] })
    expect(parse(changes, `${ME}\t${OTHER}\t\t`)).toMatchObject({ ok: true, value: [row] })
    expect(parse(changes, `rewarded-address;defi-contract\n"${OTHER}";${ME}`)).toMatchObject({
      ok: true,
      value: [row],
    })
    expect(parse(changes, `${ME},${OTHER},,,x`)).toMatchObject({
      ok: false,
      problem: { code: 'columns', wanted: 4, found: 5 },
    })
  })
})

describe('bounds of admin calls', () => {
  const context = { poolSats: 100n, blocksPerYear: 52_500n, cycleBlocks: 2100n }
  const codes = (name: string, ...args: Parameters<typeof checkBounds>[1]) =>
    checkBounds(name, args, context).map(({ code }) => code)
  it('are the contract’s, by its error numbers', () => {
    expect(
      [999_999n, 1_000_000n, 20_000_000n, 20_000_001n].map((apr) => codes('update-APR', apr)[0]),
    ).toEqual([210, undefined, undefined, 211])
    expect(
      [0n, 1n, 20n, 21n].map((multiplier) => codes('update-yield-boost-multiplier', multiplier)[0]),
    ).toEqual([212, undefined, undefined, 213])
    expect(
      [0n, 100n, 101n].map((amount) => codes('emergency-withdraw-sbtc', amount, ME)[0]),
    ).toEqual([240, 'irreversible', 240])
  })
  it('warn of what the contract accepts and what breaks the cycle', () => {
    expect(codes('update-cycle-data', 0n, 150n)).toEqual(['stalls'])
    expect(codes('update-cycle-data', 400n, 150n)).toEqual(['cycle-longer-than-year'])
    expect(codes('update-cycle-data', 14n, 150n)).toEqual([])
    expect(codes('update-bitcoin-blocks-per-year', 2099n)).toEqual(['cycle-longer-than-year'])
    expect(codes('update-admin', ME)).toEqual(['irreversible'])
  })
})

it('a bare number is shown in familiar units', () => {
  const f = createFormat('en', 'sats')
  expect(describeArgument('update-APR', 5_000_000n, f)).toBe('5.00%')
  expect(describeArgument('set-max-percentage-above-ratio', 500n, f)).toBe('5.00%')
  expect(describeArgument('update-min-sbtc-hold-required-for-enrollment', 10_000n, f)).toBe(
    '10,000 sats',
  )
  expect(describeArgument('update-yield-boost-multiplier', 9n, f)).toBe('10×')
  expect(describeArgument('propose-golden-ratio', 184_200_000_000n, f)).toBe('184,200.00 STX/BTC')
  expect(describeArgument('advance-to-next-cycle', 5n, f)).toBeNull()
})
