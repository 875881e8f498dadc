import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const assets = 'dist/extension/assets/'

/** A script and everything that it imports at once. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, name] of readFileSync(assets + file, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) withImports(name!, seen)
  return seen
}

it('the popup needs at most 60 kB of code, gzipped, before any wallet code', () => {
  const files = [...new Set(['popup.js', 'start-en.js'].flatMap((file) => [...withImports(file)]))]
  const code = files.map((file) => readFileSync(assets + file))
  expect(files.length).toBeGreaterThan(2)
  expect(code.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0)).toBeLessThanOrEqual(60_000)
  // What knows of wallets, of signatures or of the virtual machine's values stays away until it is needed.
  expect(code.some((each) => /secp256k1|walletconnect\.org|ClarityType/.test(each.toString()))).toBe(false)
})
