import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { listOf, takeDropped } from '../../../src/chain/list-of.ts'

const entry = v.object({ id: v.pipe(v.string(), v.maxLength(3)) })
const bad = [null, 7, 'text', [], {}, { id: 5 }, { id: 'four' }]
const good = [{ id: 'a' }, { id: 'b' }]

describe('a list from elsewhere', () => {
  it.each(bad.map((each) => [JSON.stringify(each), each] as const))(
    'loses the bad entry alone: %s',
    (_text, each) => {
      takeDropped()
      const list = listOf(entry, { most: 3 })
      expect(v.parse(list, [good[0], each, good[1]])).toEqual(good)
      expect(takeDropped()).toEqual([expect.stringMatching(/^1\./)])
      expect(takeDropped()).toEqual([])
    },
  )

  it('keeps the place of a bad entry where places count', () => {
    const list = listOf(entry, { most: 3, instead: { id: '' } })
    expect(v.parse(list, [good[0], null, good[1]])).toEqual([good[0], { id: '' }, good[1]])
  })

  it('is no answer when every entry is bad', () => {
    expect(v.safeParse(listOf(entry, { most: 3 }), [null, null]).success).toBe(false)
    expect(v.parse(listOf(entry, { most: 3 }), [])).toEqual([])
  })

  it('is no answer, or cut, when it is longer than was asked for', () => {
    const long = Array.from({ length: 4 }, () => good[0])
    expect(v.safeParse(listOf(entry, { most: 3 }), long).success).toBe(false)
    expect(v.parse(listOf(entry, { most: 3, cut: true }), long)).toHaveLength(3)
    expect(v.safeParse(listOf(entry, { most: 3 }), { length: 1, 0: good[0] }).success).toBe(false)
  })

  it('remembers a few places, however many are bad', () => {
    takeDropped()
    v.safeParse(listOf(entry, { most: 1000 }), Array(1000).fill(null))
    expect(takeDropped().length).toBeLessThanOrEqual(20)
  })
})
