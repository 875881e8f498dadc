import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createRowTable } from '../../../../../src/extension/console/worker/row-table.ts'

const row = fc.record({
  address: fc.stringMatching(/^S[A-Z]{3}$/),
  sats: fc.bigInt({ min: 0n, max: 9n }),
  boost: fc.option(fc.bigInt({ min: 0n, max: 9n })),
})

it('the parts of a sorted and searched table are the matching rows, the unknown last', () => {
  fc.assert(
    fc.property(
      fc.array(row),
      fc.constantFrom('sats' as const, 'boost' as const, 'address' as const),
      fc.boolean(),
      fc.stringMatching(/^[a-c]?$/),
      (rows, by, down, search) => {
        const table = createRowTable<(typeof rows)[number]>()
        table.set(rows)
        const query = { search, sort: { by, down } }
        const { count } = table.part(query, 0, 0)
        const found = [...table.part(query, 0, 2).rows, ...table.part(query, 2, count).rows]
        const matching = rows.filter(({ address }) => address.includes(search.toUpperCase()))
        expect(count).toBe(matching.length)
        expect(new Set(found)).toEqual(new Set(matching))
        const values = found.map((each) => each[by])
        const known = values.filter((value) => value !== null)
        expect(values.slice(0, known.length)).toEqual(known)
        for (const [at, value] of known.slice(1).entries())
          expect(down ? known[at]! >= value : known[at]! <= value).toBe(true)
      },
    ),
  )
})

it('without a sort rows keep their order, and new rows take the place of the old', () => {
  const table = createRowTable<{ address: string }>()
  const query = { search: '', sort: null }
  table.set([{ address: 'SB' }, { address: 'SA' }])
  expect(table.part(query, 0, 9).rows.map(({ address }) => address)).toEqual(['SB', 'SA'])
  table.set([{ address: 'SC' }])
  expect(table.part(query, 0, 9)).toEqual({ count: 1, rows: [{ address: 'SC' }] })
})
