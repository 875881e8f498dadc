import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Chromium } from '../../src/dev/browser/chromium/chromium.ts'
import { quickClick } from '../../src/dev/browser/chromium/quick-click.ts'
import type { WalletUser } from '../../src/dev/browser/chromium/wallet-user.ts'
import { coverPage, findCentre } from '../../src/dev/browser/cover-page.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { readPart, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { initialWalletSettings } from '../../src/dev/demo-wallet/settings.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { stakingManagers } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { bitcoinStakingForms as forms } from '../../src/words/en/bitcoin-staking-forms.ts'
import { bitcoinStakingWallet as own } from '../../src/words/en/bitcoin-staking-wallet.ts'
import { bitcoinStakingWidget as say } from '../../src/words/en/bitcoin-staking-widget.ts'
import { dualStackingWallet as shared } from '../../src/words/en/dual-stacking-wallet.ts'
import { addressGroups } from '../../src/words/format/address.ts'
import { sharedSession } from '../support/shared/session.ts'

const TAG = 'bitcoin-staking-yield'
const [, { address }] = userAccounts as [unknown, { address: string }]
const manager = stakingManagers.reference

let network: Network
let chromium: Chromium
let wallet: WalletUser
let site: PartnerSite
beforeAll(async () => {
  ;[network, site] = await Promise.all([
    createNetwork({ demo: true, keeper: false, blockIntervalMs: 0 }),
    servePartnerSite(),
  ])
  ;({ chromium, wallet } = await sharedSession(network.url))
})
afterAll(async () => {
  await Promise.all([site?.close(), network?.close()])
})
beforeEach(() => wallet.reset({ ...initialWalletSettings, api: network.url, current: 1 }))

const events = ['wallet-connect', 'transaction-submitted', 'transaction-confirmed', 'error']
const init = `window.said = []
  for (const name of ${JSON.stringify(events.map((name) => `yield-${name}`))})
    addEventListener(name, ({ detail }) => window.said.push({ name, detail }))`
type Said = { name: string; detail: Record<string, unknown> }
const readSaid = (page: Page): Promise<Said[]> =>
  page.evaluate(() => (window as unknown as { said: Said[] }).said)

async function open(attributes = `manager="${manager}"`, script = ''): Promise<Page> {
  site.pages.set(
    '/',
    renderPartnerPage(
      `<${TAG} stx="60000" cycles="3" network="devnet" api-url="${network.url}" actions="all" ${attributes}></${TAG}>`,
    ).replace('/widget/boost.js', '/widget/yield/yield.js'),
  )
  const page = await chromium.context.newPage()
  await page.addInitScript(`${init};${script}`)
  await page.goto(`${site.url}/`)
  return page
}
const button = (page: Page, name: string) =>
  page.locator(TAG).getByRole('button', { name, exact: true })
const press = (page: Page, name: string) => pressInPlace(button(page, name))
const waitForStatus = (page: Page, text: string) => waitForPart(page, 'status', text, TAG)

/** A person reads what a call does, agrees, and the wallet signs; the network mines it. */
async function agree(page: Page): Promise<void> {
  await press(page, own.agree)
  await wallet.approve()
  await page.bringToFront()
  await waitForStatus(page, shared.submitted)
  await network.control.mine()
  await waitForStatus(page, shared.confirmed)
}

it('stakes with the site’s manager, sees the position, and claims to the sat', async () => {
  const page = await open()
  await press(page, own.stake)
  await wallet.approve()
  await page.bringToFront()
  await waitForPart(page, 'plan', own.signer.slice(0, 20), TAG)
  // The ids of contracts are longer than a telephone is wide.
  await page.setViewportSize({ width: 360, height: 800 })
  const isWider = (element: Element) => element.scrollWidth > element.clientWidth
  expect(await page.locator(`${TAG} [part="plan"]`).evaluate(isWider)).toBe(false)
  const plan = await readPart(page, 'plan', TAG)
  const ofSite = own.through.replace('{manager}', manager).replace(' {fee}.', '')
  for (const told of [addressGroups(address).join(' '), ofSite, '60,000 STX', '3 cycles'])
    expect(plan).toContain(told)
  expect(plan).toContain(forms['staking.undo.stake'])
  await agree(page)
  expect((await network.node.host.account(address)).locked).toBe(60_000_000_000n)
  await waitForPart(page, 'facts', `60,000 STX with ${manager}`, TAG)

  // A cycle begins; its first half brings income, is calculated, and the manager claims.
  await network.control.mineBurn(200)
  await network.stakingKeeper.work()
  await network.control.mineBurn(100)
  await network.stakingKeeper.work()
  await press(page, own.claim)
  await waitForPart(page, 'plan', own.payer.slice(0, 14), TAG)
  const paid = /pays you ([\d,]+) sats for cycle/.exec(await readPart(page, 'plan', TAG))![1]!
  expect(Number(paid.replaceAll(',', ''))).toBeGreaterThan(0)
  await agree(page)
  await waitForPart(page, 'facts', `${say.claimable}0 sats`, TAG)
  expect((await readSaid(page)).map(({ name, detail }) => [name, detail['action']])).toEqual([
    ['yield-wallet-connect', undefined],
    ['yield-transaction-submitted', 'stake'],
    ['yield-transaction-confirmed', 'stake'],
    ['yield-transaction-submitted', 'claim'],
    ['yield-transaction-confirmed', 'claim'],
  ])

  // There is one position for an address: a second stake is not signed.
  await press(page, own.stake)
  await waitForStatus(page, forms['staking.blocker.has-position'])
  await press(page, own.claim)
  await waitForStatus(page, own['problem.nothing'])
  await page.close()
})

it('counts no press on what something covers, and none by a script', async () => {
  const page = await open(undefined, coverPage)
  await button(page, own.stake).waitFor()
  await page.evaluate(() =>
    addEventListener('mousedown', () => document.getElementById('cover')?.remove()),
  )
  await quickClick(page, await findCentre(button(page, own.stake)))
  await waitForStatus(page, shared['problem.covered'])
  expect(await readSaid(page)).toMatchObject([{ detail: { code: 'covered' } }])
  await button(page, own.stake).evaluate((each) => (each as HTMLButtonElement).click())
  expect(await readSaid(page)).toHaveLength(1)
  await page.close()
})

it('opens no wallet without a manager, and says when a person declines', async () => {
  const page = await open('')
  await press(page, own.stake)
  await waitForStatus(page, own['problem.no-manager'])
  await page.evaluate(
    ([tag, of]) => {
      document.querySelector(tag!)!.setAttribute('manager', of!)
    },
    [TAG, manager],
  )
  await press(page, own.stake)
  await wallet.reject()
  await page.bringToFront()
  await waitForStatus(page, `${shared['problem.rejected']} ${shared['sent.never']}`)
  await page.close()
})
