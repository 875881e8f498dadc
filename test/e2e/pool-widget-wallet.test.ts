import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { readEvents } from '../../src/dev/browser/plain-browser.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import type { WalletSettings } from '../../src/dev/demo-wallet/settings.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { namedContract } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { hyperstakingWallet as say } from '../../src/words/en/hyperstaking-wallet.ts'
import { addressGroups } from '../../src/words/format/address.ts'
import { sharedSession } from '../support/shared/session.ts'

const names = ['pool-wallet-connect', 'pool-transaction-submitted', 'pool-transaction-confirmed']
const listen = `window.heard = []
for (const name of ${JSON.stringify([...names, 'pool-error'])})
  addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))`
const AMOUNT = 100n

let site: PartnerSite
let network: DuskNetwork
let session: Session
let page: Page
beforeAll(async () => {
  ;[site, session] = await Promise.all([servePartnerSite(), sharedSession()])
})
afterAll(() => site?.close())
beforeEach(async () => {
  network = await createDuskNetwork({ seed: 'pool wallet', faultChance: 0 })
  const { alice } = network.people
  const wallet = { account: alice, api: network.url, chainId: 0 }
  await session.reset({}, { shapes: ['dusk'], dusk: wallet })
  site.pages.set(
    '/pool',
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Partner</title><script type="module" src="/widget/pool/pool.js"></script></head><body><hyperstaking-pool dusk="${AMOUNT}" network="local" pool="Liquid" node-url="${network.url}" actions="deposit"></hyperstaking-pool></body></html>`,
  )
  page = await session.chromium.context.newPage()
  await page.addInitScript(listen)
  await page.goto(`${site.url}/pool`)
})
afterEach(async () => {
  await page.close()
  await network.close()
})

const button = (name: string) =>
  page.locator('hyperstaking-pool').getByRole('button', { name, exact: true })
const press = (name: string): Promise<void> => pressInPlace(button(name))
const groups = (account: string): string => addressGroups(account).join(' ')
const said = async (): Promise<string[]> => (await readEvents(page)).map(({ name }) => name)
const failures = async (): Promise<unknown[]> =>
  (await readEvents(page))
    .filter(({ name }) => name === 'pool-error')
    .map(({ detail }) => detail['code'])
const held = (): bigint =>
  network.ledger.host.read(
    namedContract('liquid pool'),
    'balance_of',
    network.people.alice,
  ) as bigint
/** As much as is worth one deposit: the pool's fee is taken from it, and a block may bring more. */
function expectOneDeposit(): void {
  expect(held()).toBeGreaterThan(0n)
  expect(held()).toBeLessThan(dusk(AMOUNT + 1n))
}
const status = (text: string) =>
  page.locator('hyperstaking-pool [part="status"]').filter({ hasText: text }).waitFor()

/** Asks for a deposit of a wallet that behaves so, and decides at once as its user would. */
async function deposit(behaviour: WalletSettings['behaviour'], silent = true): Promise<void> {
  await session.wallet.set({ silent: true, behaviour: 'honest' })
  await press(say.deposit)
  await button(say.understood).waitFor()
  await session.wallet.set({ behaviour, silent })
  await press(say.understood)
}
/** Waits until the network has the deposit of a wallet that says nothing about it. */
const sent = () => expect.poll(held).toBeGreaterThan(0n)
/** Mines until what was sent is final. */
async function confirm(): Promise<void> {
  await status(say.executed)
  network.control.mine(12n)
  await status(say.confirmed)
}

describe('a wallet of the pool widget that', () => {
  it('is asked: who has to sign is named before and while it is', async () => {
    await session.wallet.set({ silent: true })
    await press(say.deposit)
    const signer = say.signer.replace('{account}', groups(network.people.alice))
    const asks = say.requestedBy.replace('{host}', new URL(site.url).host)
    await page.getByText(signer).waitFor()
    await page.getByText(asks).waitFor()
    await session.wallet.set({ silent: false })
    await press(say.understood)
    await button(say.stop).waitFor()
    await page.getByText(signer).waitFor()
    await page.getByText(asks).waitFor()
    await session.wallet.reject()
    await status(`${say['problem.rejected']} ${say['sent.nothing']}`)
  })

  it.each([
    ['refuses', 'error', 'problem.wallet'],
    ['never answers', 'dies', 'problem.stopped'],
    ['opens no window', 'no-window', 'problem.stopped'],
    ['answers with what it sent before', 'repeats', 'problem.old'],
  ] as const)('%s has its own sentence, and can be asked again', async (_, behaviour, problem) => {
    await deposit('honest')
    await confirm()
    const before = held()
    await deposit(behaviour)
    if (problem === 'problem.stopped') await button(say.stop).click()
    await status(`${say[problem]} ${say['sent.nothing']}`)
    expect(await failures()).toEqual([problem.replace('problem.', '')])
    await deposit('honest')
    await confirm()
    expect(held()).toBeGreaterThan(before)
  })

  it('is silent while it connects can be left', async () => {
    await session.wallet.set({ behaviour: 'no-window' })
    await press(say.deposit)
    await button(say.stop).click()
    await status(`${say['problem.stopped']} ${say['sent.never']}`)
  })

  it.each(['declines-after-sending', 'dies-after-sending', 'nonsense'] as const)(
    '%s: what it sent is followed, and not asked for again',
    async (behaviour) => {
      await deposit(behaviour)
      await sent()
      if (behaviour === 'dies-after-sending') await button(say.stop).click()
      await confirm()
      expect(await said()).toEqual([...names])
      expectOneDeposit()
    },
  )

  it('sent without an answer is not asked again before the network tells', async () => {
    await deposit('dies-after-sending')
    await sent()
    await button(say.stop).waitFor()
    // Mined while nobody can look.
    network.control.mine(2n)
    await page.route(`${network.url}/**`, (route) => route.abort())
    await button(say.stop).click()
    await status(`${say['problem.stopped']} ${say['sent.unknown']}`)
    await session.wallet.set({ behaviour: 'honest' })
    await press(say.deposit)
    await status(say['problem.cannot-look'])
    await page.unroute(`${network.url}/**`)
    await press(say.deposit)
    await confirm()
    expectOneDeposit()
    expect((await said()).filter((name) => name === 'pool-transaction-submitted')).toHaveLength(1)
  })

  it('offers far too much: its user looks at the fee before the call counts as sent', async () => {
    await deposit('costly')
    await page.getByText('far more than announced').waitFor()
    expect(await said()).toEqual(['pool-wallet-connect'])
    await press(say.feeAccepted)
    await confirm()
    expect(await said()).toEqual([...names])
  })

  it('signs with another account: both are named', async () => {
    await deposit('other-account')
    await status(
      say['problem.other-account']
        .replace('{signed}', groups(network.people.bob))
        .replace('{account}', groups(network.people.alice)),
    )
    expect(await failures()).toEqual(['other-account'])
  })

  it('has changed its account since is not asked to sign', async () => {
    await session.wallet.set({ silent: true })
    await press(say.deposit)
    await button(say.understood).waitFor()
    const { bob } = network.people
    await session.wallet.set({ dusk: { account: bob, api: network.url, chainId: 0 } })
    await press(say.understood)
    await status(
      say['problem.shows-other']
        .replace('{shown}', groups(bob))
        .replace('{account}', groups(network.people.alice)),
    )
    expect(held()).toBe(0n)
  })
})
