import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { gzipped, withImports } from '../../src/dev/cli/bench/gzipped.ts'
import { locales } from '../../src/words/locales.ts'

const assets = 'dist/extension/assets/'

it('the popup needs at most 75 kB of code, gzipped, before any wallet code', () => {
  for (const locale of locales) {
    const first = ['popup.js', `start-${locale}.js`]
    const files = withImports(assets, first)
    expect(files.length).toBeGreaterThan(2)
    expect(gzipped(assets, first), locale).toBeLessThanOrEqual(75_000)
    // What knows of wallets, of signatures or of the virtual machine's values stays away until it
    // is needed.
    expect(
      files.some((file) =>
        /secp256k1|walletconnect\.org|ClarityType/.test(readFileSync(assets + file, 'utf8')),
      ),
    ).toBe(false)
  }
})
