import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, it } from 'vitest'

const folder = 'dist/extension'
const read = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')
const mentions = (file: string): boolean => /relay\.walletconnect|w3m-modal/.test(read(file))

/** A page's scripts that load with it: its own and all that they import at once. */
function loadedWith(page: string): string[] {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, imported] of read(file).matchAll(
      /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g,
    ))
      visit(posix.join(posix.dirname(file), imported!))
  }
  for (const [, script] of read(page).matchAll(/src="([^"]+\.js)"/g))
    visit(posix.join(posix.dirname(page), script!))
  return [...seen]
}

it('loads WalletConnect later, from its own page: in no script, at once on no page', () => {
  for (const script of ['background.js', 'bridge.js', 'panel.js', 'relay.js'])
    expect([script, mentions(script)]).toEqual([script, false])
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  )
  expect(pages.map((page) => page.split('/').at(-1))).toEqual(
    expect.arrayContaining(['popup.html', 'walletconnect.html']),
  )
  for (const page of pages) {
    const scripts = loadedWith(page)
    expect(scripts.length).toBeGreaterThan(0)
    expect([page, scripts.filter(mentions)]).toEqual([page, []])
  }
  // It exists nevertheless.
  const later = 'walletconnect/assets'
  expect(
    readdirSync(`${folder}/${later}`).some(
      (file) => file.endsWith('.js') && mentions(`${later}/${file}`),
    ),
  ).toBe(true)
})

it('lets its page reach the relay alone: no list of wallets, no telemetry', () => {
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"\s*\/?>/.exec(
    read('walletconnect/walletconnect.html'),
  )!
  expect(policy).toBe('connect-src wss://relay.walletconnect.org')
})
