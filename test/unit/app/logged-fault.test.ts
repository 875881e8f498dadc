import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  appendFault,
  describeFault,
  diagnosticsText,
  redact,
} from '../../../src/app/logged-fault.ts'

const address = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const dusk =
  'oCqYsUMRqpRn2kSabH52Gt6FQCwH5JXj5MtRdYVtjMSJ73AFvdbPf98p3gz98fQwNy9ZBiDem6m9BivzURKFSKLYWP3N9JahSPZs9PnZ996P18rTGAjQTNFsxtbrKx79yWu'
const secrets = [
  address,
  `${address}.my-vault`,
  dusk,
  `0x${'ab'.repeat(32)}`,
  'cd'.repeat(32),
  '25000000',
  '25,000,000.5',
  '123456',
  'hiro-0123456789abcdef0123456789abcdef',
  'https://node.example/v2/accounts?key=abc',
  'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
]

describe('what the log keeps', () => {
  it.each(secrets)('has no trace of %s', (secret) => {
    const text = redact(`Cannot read ${secret} of "${secret}" (${secret})`)
    expect(text).not.toContain(secret)
    expect(text).not.toContain(secret.slice(0, 12))
    expect(text).toMatch(/^Cannot read </)
  })

  it('has no long run of letters and digits, whatever was thrown', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const kept = redact(text)
        expect(kept).not.toMatch(/[0-9]{2}|[a-f]{16}/)
        expect(kept.length).toBeLessThanOrEqual(300)
      }),
    )
  })

  it('still says what went wrong', () => {
    const fault = describeFault('command enroll', new TypeError('x.map is not a function'), 7)
    expect(fault).toEqual({
      at: 7,
      boundary: 'command enroll',
      name: 'TypeError',
      message: 'x.map is not a function',
    })
    expect(describeFault('alarm', 'a text', 7)).toMatchObject({ name: 'string', message: 'a text' })
    expect(describeFault('alarm', undefined, 7)).toMatchObject({ message: 'undefined' })
  })

  it('are the newest fifty, a repeated one once with its last time', () => {
    let log = [describeFault('a', new Error('same'), 1)]
    log = appendFault(log, describeFault('a', new Error('same'), 2))
    expect(log).toEqual([describeFault('a', new Error('same'), 2)])
    const word = (index: number) =>
      'abcdefghij'[index % 10]! + 'abcdefghij'[Math.floor(index / 10)]!
    for (let index = 0; index < 80; index += 1)
      log = appendFault(log, describeFault('a', new Error(word(index)), index))
    expect(log).toHaveLength(50)
    expect(log.at(-1)).toMatchObject({ message: word(79) })
  })
})

it('diagnostics name version, browser, network and faults, a line each', () => {
  const text = diagnosticsText({
    version: '1.2.3',
    browser: 'Firefox 140',
    network: 'mainnet-v3',
    faults: [describeFault('alarm refresh', new Error('no answer'), 0)],
  })
  expect(text.split('\n')).toEqual([
    'Twinstack 1.2.3',
    'Firefox 140',
    'network: mainnet-v3',
    'faults: 1',
    '1970-01-01T00:00:00.000Z alarm refresh: Error: no answer',
  ])
})
