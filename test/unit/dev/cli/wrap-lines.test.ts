import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wrapLines } from '../../../../src/dev/cli/wrap-lines.ts'

it('keeps every word in its order, in lines up to the limit', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (given, width) => {
      const lines = wrapLines(given.join(' '), width, '  ').split('\n')
      expect(lines.join(' ').split(/\s+/)).toEqual(given)
      for (const [at, line] of lines.entries()) {
        expect(line.trim().length).toBeLessThanOrEqual(width)
        // The next line's first word did not fit.
        const next = lines[at + 1]?.trim().split(' ')[0]
        if (next !== undefined) expect(`${line} ${next}`.length).toBeGreaterThan(width)
      }
    }),
  )
})
