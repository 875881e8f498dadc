import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foreignName } from '../../../src/words/foreign-name.ts'

describe('a name that is not ours', () => {
  it.each([
    ['Leather', 'Leather'],
    ['  Two\n\tlines  ', 'Two lines'],
    ['Le\u202eather\u202c', 'Leather'],
    ['a\u200b\u200d\u2066b\u2069\ufeffc\u00ad', 'abc'],
    ['e\u0301', 'é'],
    ['e\u200d\u0301', 'é'],
    ['a\t\u0000\tb', 'a b'],
    [`x${'\u0336'.repeat(50)}`, 'x\u0336\u0336'],
    ['हिन्दी', 'हिन्दी'],
    ['محفظة', 'محفظة'],
    ['钱包', '钱包'],
    ['\ud83d\ude00 Wallet', '😀 Wallet'],
    ['\ud83d lone', 'lone'],
    ['Enter your recovery words at evil.example', 'Enter your recovery words at…'],
    ['\u3164\u2800\u115f', null],
    ['', null],
    [' \u0000 ', null],
    [null, null],
    [['x'], null],
  ])('%j is shown as %j', (said, shown) => expect(foreignName(said)).toBe(shown))

  it('is bounded, of one line, and hides nothing, whatever it is', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 500 })
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'grapheme', maxLength: 500 })), (said) => {
        const shown = foreignName(said)
        if (shown === null) return
        expect([...shown].length).toBeLessThanOrEqual(30)
        expect(shown).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\n]|\p{M}{3}/u)
        expect(foreignName(shown)).toBe(shown)
      }),
      { numRuns: 3000 },
    )
  })

  it('is read from its beginning alone, however long the text', () => {
    const unseen = '\u202e'.repeat(1_000_000)
    expect(foreignName(`${unseen}Leather`)).toBeNull()
    expect(foreignName(`Leather${unseen}Xverse`)).toBe('Leather')
  })
})
