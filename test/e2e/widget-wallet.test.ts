import { Cl } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Chromium } from '../../src/dev/browser/chromium/chromium.ts'
import { WalletUser } from '../../src/dev/browser/chromium/wallet.ts'
import { partnerPage, serveSite, type Site } from '../../src/dev/browser/partner-site.ts'
import { heard, shows } from '../../src/dev/browser/plain.ts'
import { readBack } from '../../src/dev/cli/start/read-back.ts'
import { initial } from '../../src/dev/demo-wallet/settings.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'

const { address } = userAccounts[0]!
let network: Network
let chromium: Chromium
let wallet: WalletUser
let site: Site
const names = [
  'boost-ready',
  'boost-change',
  'wallet-connect',
  'transaction-submitted',
  'transaction-confirmed',
  'reward-landed',
  'widget-error',
]
/**
 * Keeps events that reach the window, and long waits until `pass` is called, as if their time had
 * gone by.
 */
const init = `window.heard = []; for (const name of ${JSON.stringify(names)}) addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))
  let passed = 0
  const [now, wait, waits] = [Date.now, setTimeout, []]
  Date.now = () => now() + passed
  window.setTimeout = (run, ms, ...more) => (ms > 60_000 ? waits.push(run) : wait(run, ms, ...more))
  window.waits = waits
  window.pass = () => { passed += 600_000; waits.splice(0).forEach((run) => run()) }`

beforeAll(async () => {
  ;[network, chromium, site] = await Promise.all([
    createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false }),
    Chromium.launch(),
    serveSite(),
  ])
  wallet = await WalletUser.open(chromium)
})
afterAll(async () => {
  await chromium?.close()
  await Promise.all([network?.close(), site?.close()])
})
beforeEach(() => wallet.reset({ ...initial, api: network.url }))

async function open(
  actions = 'enroll',
  attributes = '',
): Promise<{ page: Page; requests: string[] }> {
  site.pages.set(
    '/',
    partnerPage(
      `<dual-stacking-boost network="devnet" api-url="${network.url}" actions="${actions}" ${attributes}></dual-stacking-boost>`,
    ),
  )
  const page = await chromium.context.newPage()
  const requests: string[] = []
  page.on('request', (request) => void requests.push(request.url()))
  await page.addInitScript(init)
  await page.goto(`${site.url}/`)
  return { page, requests }
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

const said = async (page: Page) =>
  (await heard(page))
    .map(({ name }) => name)
    .filter((name) => name !== 'boost-change' && name !== 'boost-ready')
const failure = async (page: Page) =>
  (await heard(page)).find(({ name }) => name === 'widget-error')?.detail.code

describe('a visitor with a wallet', () => {
  it('enrolls, also while the widget is moved, and hears of the reward when it lands', async () => {
    const { page, requests } = await open()
    const button = page.getByRole('button', { name: 'Enroll with wallet' })
    await button.waitFor()
    // Clicks that no person made.
    await button.click({ trial: true })
    await page.evaluate(() =>
      document
        .querySelector('dual-stacking-boost')!
        .shadowRoot!.querySelectorAll<HTMLElement>('[part=actions] button')
        .forEach((each) => each.click()),
    )
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([])
    expect(requests.some((url) => url.includes('wallet.js') || url.includes('chain.js'))).toBe(
      false,
    )
    await button.click()
    await wallet.approve()
    await shows(page, 'status', 'Nothing of yours moves.')
    await wallet.approve()

    await shows(page, 'status', 'Sent.')
    await page.evaluate(() =>
      document.body
        .appendChild(document.createElement('main'))
        .append(document.querySelector('dual-stacking-boost')!),
    )
    await network.control.mine()
    await shows(page, 'status', 'Confirmed.')
    const submitted = (await heard(page)).find(({ name }) => name === 'transaction-submitted')!
    expect(await said(page)).toEqual([
      'wallet-connect',
      'transaction-submitted',
      'transaction-confirmed',
    ])
    expect(submitted.detail).toMatchObject({ action: 'enroll', address })
    expect(network.node.ledger.transaction(String(submitted.detail.txid))).toMatchObject({
      status: 'success',
    })
    expect(
      await readBack(network.url, network.contracts.dualStacking)('is-enrolled-in-next-cycle', [
        Cl.principal(address),
      ]),
    ).toBe(true)
    expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0.25')

    // What had landed before is no news; what lands from now on is.
    await page.waitForFunction(() => (window as unknown as { waits: unknown[] }).waits.length > 0)
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('finalize-reward-distribution')
    await page.evaluate(() => (window as unknown as { pass(): void }).pass())
    await shows(
      page,
      'status',
      /^A reward of [\d,.]+ sats landed\.$|^A reward of [\d,.]+ sBTC landed\.$/,
    )
    const landed = (await heard(page)).filter(({ name }) => name === 'reward-landed')
    const cycle = Number(
      await readBack(network.url, network.contracts.dualStacking)('get-current-cycle-id', []),
    )
    const paid = await readBack(network.url, network.contracts.dualStacking)(
      'reward-amount-for-cycle-and-address',
      [Cl.uint(cycle), Cl.principal(address)],
    )
    expect(landed.map(({ detail }) => detail)).toMatchObject([
      { address, sats: String(paid), cycle },
    ])
    await page.close()
  })

  it('is told before signing what would only cost a fee', async () => {
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await shows(page, 'status', 'enrolled already')
    expect(await said(page)).toEqual(['wallet-connect', 'widget-error'])
    expect(await failure(page)).toBe('already-enrolled')
    await wallet.reset({ ...initial, api: network.url, keys: [userAccounts[2]!.key] })
    await page.reload()
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await shows(page, 'status', /Enrolling needs .+; this address has 0 sats/)
    expect(await failure(page)).toBe('below-minimum')
    await page.close()
  })

  it('changes the reward address, and opts out through a wallet that tells no more than a transaction’s id', async () => {
    const { page } = await open('all')
    await page.getByLabel('Reward address').fill('nobody')
    await press(page, 'Change reward address')
    await shows(page, 'status', 'not an address')
    await page.getByLabel('Reward address').fill(network.contracts.dualStacking)
    await press(page, 'Change reward address')
    await shows(page, 'status', 'the contract itself')
    await page.getByLabel('Reward address').fill(userAccounts[1]!.address)
    await press(page, 'Change reward address')
    await wallet.approve()
    await wallet.approve()
    await shows(page, 'status', 'Sent.')
    await network.control.mine()
    await shows(page, 'status', 'Confirmed.')
    expect((await heard(page)).find(({ name }) => name === 'transaction-confirmed')).toMatchObject({
      detail: { action: 'change-reward-address', address },
    })
    await page.close()
    await wallet.set({ behaviour: 'txid-only', silent: true })
    const { page: another } = await open('all')
    await press(another, 'Opt out')
    await shows(another, 'status', 'Sent.')
    await network.control.mine()
    await shows(another, 'status', 'Confirmed.')
    expect(await said(another)).toEqual([
      'wallet-connect',
      'transaction-submitted',
      'transaction-confirmed',
    ])
    await another.close()
    expect(
      await readBack(network.url, network.contracts.dualStacking)('is-enrolled-in-next-cycle', [
        Cl.principal(address),
      ]),
    ).toBe(false)
  })

  it('is told when nothing was signed, and can try again', async () => {
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await wallet.reject()
    await shows(page, 'status', 'Nothing was signed.')
    expect(await failure(page)).toBe('rejected')
    expect(await page.getByRole('button', { name: 'Enroll with wallet' }).isEnabled()).toBe(true)
    await page.close()
  })

  it('is warned when the wallet signed something else than was asked', async () => {
    await wallet.set({ behaviour: 'other-function', silent: true })
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await shows(page, 'status', 'another transaction')
    expect(await said(page)).toEqual(['wallet-connect', 'widget-error'])
    await page.close()
  })

  it('is kept from pressing what something covers, until nothing does', async () => {
    const { page, requests } = await open()
    await page.evaluate(() => {
      const picture = document.createElement('div')
      picture.id = 'picture'
      Object.assign(picture.style, {
        position: 'fixed',
        inset: '0',
        background: '#fff',
        pointerEvents: 'none',
      })
      document.body.append(picture)
    })
    const button = page.getByRole('button', { name: 'Enroll with wallet' })
    await button.click()
    await shows(page, 'status', 'covers this button')
    expect(await failure(page)).toBe('covered')
    // It vanishes in the moment of the click: too late.
    await page.evaluate(() =>
      addEventListener('mousedown', () => document.getElementById('picture')!.remove(), {
        once: true,
      }),
    )
    await button.click()
    expect(await said(page)).toEqual(['widget-error', 'widget-error'])
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
    await wallet.set({ silent: true, behaviour: 'error' })
    await expect
      .poll(
        async () => {
          await button.click()
          return requests.some((url) => url.includes('wallet.js'))
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBe(true)
    await page.close()
  })
})

it('goes where the element says at that moment, not where it said at first', async () => {
  await wallet.set({ silent: true })
  const { page, requests } = await open('enroll')
  await page.getByRole('button', { name: 'Enroll with wallet' }).waitFor()
  await page.evaluate(() =>
    document.querySelector('dual-stacking-boost')!.setAttribute('network', 'nowhere'),
  )
  await press(page, 'Enroll with wallet')
  await shows(page, 'status', 'could not do it')
  expect(requests.some((url) => url.startsWith(network.url))).toBe(false)
  await page.close()
})

it('says so where no wallet is installed', async () => {
  await wallet.set({ shapes: [] })
  const { page } = await open()
  await press(page, 'Enroll with wallet')
  await shows(page, 'status', 'No Stacks wallet was found')
  expect((await heard(page)).at(-1)).toMatchObject({
    name: 'widget-error',
    detail: { code: 'no-wallet' },
  })
  await page.close()
})

it('reads golden ratio and holdings from the network when an address is given', async () => {
  await network.control.runTo('advance-to-next-cycle')
  const { page } = await open('none', `address="${address}"`)
  await shows(page, 'source', 'golden ratio of cycle')
  await shows(page, 'boost', '×')
  expect(await page.locator('dual-stacking-boost input').first().inputValue()).toMatch(/^0\.25/)
  await page.close()
})
