import { Cl } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { userAccounts } from '../../src/network/accounts.ts'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import { readBack } from '../../src/cli/start/read-back.ts'
import { initial } from '../support/demo-wallet/settings.ts'
import { Chromium } from '../support/browser/chromium.ts'
import { WalletUser } from '../support/browser/wallet.ts'
import { heard, shows } from '../support/widget/browser.ts'
import { partnerPage, serveSite } from '../support/widget/site.ts'
import type { Site } from '../support/widget/site.ts'

const { address } = userAccounts[0]!
let network: Network
let chromium: Chromium
let wallet: WalletUser
let site: Site
const keep = `window.heard = []; for (const name of ['wallet-connect', 'transaction-submitted', 'transaction-confirmed', 'widget-error', 'boost-change'])
  addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))`

beforeAll(async () => {
  ;[network, chromium, site] = await Promise.all([createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false }), Chromium.launch(), serveSite()])
  wallet = await WalletUser.open(chromium)
})
afterAll(async () => {
  await chromium?.close()
  await Promise.all([network?.close(), site?.close()])
})
beforeEach(() => wallet.reset({ ...initial, api: network.url }))

async function open(actions = 'enroll', attributes = ''): Promise<{ page: Page; requests: string[] }> {
  site.pages.set('/', partnerPage(`<dual-stacking-boost network="devnet" api-url="${network.url}" actions="${actions}" ${attributes}></dual-stacking-boost>`))
  const page = await chromium.context.newPage()
  const requests: string[] = []
  page.on('request', (request) => void requests.push(request.url()))
  await page.addInitScript(keep)
  await page.goto(`${site.url}/`)
  return { page, requests }
}
const press = (page: Page, name: string) => page.getByRole('button', { name }).click()

describe('a visitor with a wallet', () => {
  it('enrolls: connected, signed, confirmed on the chain, with the account’s own figures from then on', async () => {
    const { page, requests } = await open()
    await page.getByRole('button', { name: 'Enroll with wallet' }).waitFor()
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([])
    expect(requests.some((url) => url.includes('wallet.js') || url.includes('chain.js'))).toBe(false)
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await wallet.approve()
    await shows(page, 'status', 'Sent.')
    await network.control.mine()
    await shows(page, 'status', 'Confirmed.')
    const events = await heard(page)
    const submitted = events.find(({ name }) => name === 'transaction-submitted')!
    expect(events.map(({ name }) => name).filter((name) => name !== 'boost-change')).toEqual(['wallet-connect', 'transaction-submitted', 'transaction-confirmed'])
    expect(submitted.detail).toMatchObject({ action: 'enroll', address })
    expect(network.node.ledger.transaction(String(submitted.detail.txid))).toMatchObject({ status: 'success' })
    expect(await readBack(network.url, network.contracts.dualStacking)('is-enrolled-in-next-cycle', [Cl.principal(address)])).toBe(true)
    expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0.25')
    await page.close()
  })

  it('is told when nothing was signed, and can try again', async () => {
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await wallet.reject()
    await shows(page, 'status', 'Nothing was signed.')
    expect(await page.getByRole('button', { name: 'Enroll with wallet' }).isEnabled()).toBe(true)
    await page.close()
  })

  it('is warned when the wallet signed something else than was asked', async () => {
    await wallet.set({ behaviour: 'other-function', silent: true })
    const { page } = await open('all')
    await press(page, 'Opt out')
    await shows(page, 'status', 'another transaction')
    expect((await heard(page)).some(({ name }) => name === 'transaction-submitted')).toBe(false)
    await page.close()
  })

  it('cannot be clicked for by the page', async () => {
    const { page, requests } = await open()
    await page.getByRole('button', { name: 'Enroll with wallet' }).waitFor()
    await page.evaluate(() => document.querySelector('dual-stacking-boost')!.shadowRoot!.querySelector('button')!.click())
    await page.evaluate(() => document.querySelector('dual-stacking-boost')!.shadowRoot!.querySelectorAll('button').forEach((button) => button.click()))
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
    await page.close()
  })
})

it('says so where no wallet is installed', async () => {
  await wallet.set({ shapes: [] })
  const { page } = await open()
  await press(page, 'Enroll with wallet')
  await shows(page, 'status', 'No Stacks wallet was found')
  expect((await heard(page)).at(-1)).toMatchObject({ name: 'widget-error', detail: { code: 'no-wallet' } })
  await page.close()
})

it('reads golden ratio and holdings from the network when an address is given', async () => {
  await network.control.runTo('advance-to-next-cycle')
  const { page } = await open('none', `address="${address}"`)
  await shows(page, 'source', 'golden ratio of cycle')
  await shows(page, 'boost', '×')
  expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0.25')
  await page.close()
})
