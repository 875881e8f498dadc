import { Cl } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
} from 'vitest'
import type { Chromium } from '../../src/dev/browser/chromium/chromium.ts'
import { quickClick } from '../../src/dev/browser/chromium/quick-click.ts'
import type { WalletUser } from '../../src/dev/browser/chromium/wallet-user.ts'
import { findCentre, coverPage } from '../../src/dev/browser/cover-page.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { readEvents, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { createContractReader } from '../../src/dev/cli/start/create-contract-reader.ts'
import { initialWalletSettings } from '../../src/dev/demo-wallet/settings.ts'
import { deployer, userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { callAs, isEnrolled } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { dualStackingWallet as english } from '../../src/words/en/dual-stacking-wallet.ts'
import { contract } from '../../src/words/es/contract.ts'
import { dualStackingWallet as spanish } from '../../src/words/es/dual-stacking-wallet.ts'
import { addressGroups } from '../../src/words/format/address.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

const [user, other, poor] = userAccounts as [DevnetAccount, DevnetAccount, DevnetAccount]
const { address } = user
let network: Network
let chromium: Chromium
let wallet: WalletUser
let site: PartnerSite
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
const init = `window.heard = []
  for (const name of ${JSON.stringify(names)})
    addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))
  let passed = 0
  const [now, wait, waits] = [Date.now, setTimeout, []]
  Date.now = () => now() + passed
  window.setTimeout = (run, ms, ...more) =>
    ms >= 60_000 ? waits.push(run) : wait(run, ms, ...more)
  window.waits = waits
  window.pass = () => { passed += 600_000; waits.splice(0).forEach((run) => run()) }`

beforeAll(async () => {
  ;[network, site] = await Promise.all([sharedNetwork(), servePartnerSite()])
  ;({ chromium, wallet } = await sharedSession(network.url))
})
afterAll(async () => {
  await site?.close()
})
beforeEach(() => wallet.reset({ ...initialWalletSettings, api: network.url }))
afterEach(() => optOutUsers(network))

async function open(
  actions = 'enroll',
  attributes = '',
  script = '',
): Promise<{ page: Page; requests: string[] }> {
  site.pages.set(
    '/',
    renderPartnerPage(
      `<dual-stacking-boost network="devnet" api-url="${network.url}" actions="${actions}" ${attributes}></dual-stacking-boost>`,
    ),
  )
  const page = await chromium.context.newPage()
  const requests: string[] = []
  page.on('request', (request) => void requests.push(request.url()))
  await page.addInitScript(`${init};${script}`)
  await page.goto(`${site.url}/`)
  return { page, requests }
}
/** Names of the buttons below the figures that are shown, in order. */
const shown = (page: Page): Promise<string[]> =>
  page.locator('dual-stacking-boost [part=actions] button:visible').allInnerTexts()
const press = (page: Page, name: string) => pressInPlace(page.getByRole('button', { name }))

const said = async (page: Page) =>
  (await readEvents(page))
    .map(({ name }) => name)
    .filter((name) => name !== 'boost-change' && name !== 'boost-ready')
const failure = async (page: Page) =>
  (await readEvents(page)).find(({ name }) => name === 'widget-error')?.detail.code

describe('a visitor with a wallet', () => {
  it('enrolls, also while the widget is moved, and sees the reward arrive', async () => {
    const { page, requests } = await open()
    const button = page.getByRole('button', { name: 'Enroll with wallet' })
    await button.waitFor()
    // Clicks by script.
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
    await pressInPlace(button)
    await wallet.approve()
    await waitForPart(page, 'status', 'No assets move.')
    await wallet.approve()

    await waitForPart(page, 'status', 'Sent.')
    await page.evaluate(() =>
      document.body
        .appendChild(document.createElement('main'))
        .append(document.querySelector('dual-stacking-boost')!),
    )
    await network.control.mine()
    await waitForPart(page, 'status', 'Confirmed.')
    const submitted = (await readEvents(page)).find(({ name }) => name === 'transaction-submitted')!
    expect(await said(page)).toEqual([
      'wallet-connect',
      'transaction-submitted',
      'transaction-confirmed',
    ])
    expect(submitted.detail).toMatchObject({ action: 'enroll', address })
    expect(network.node.ledger.transaction(String(submitted.detail.txid))).toMatchObject({
      status: 'success',
    })
    expect(await isEnrolled(network, address)).toBe(true)
    expect(await page.locator('dual-stacking-boost input').first().inputValue()).toBe('0.25')

    // Only rewards from now on are announced.
    // Both the transaction and the rewards are looked at again later.
    await page.waitForFunction(() => (window as unknown as { waits: unknown[] }).waits.length > 1)
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('finalize-reward-distribution')
    await page.evaluate(() => (window as unknown as { pass(): void }).pass())
    await waitForPart(page, 'status', /^Reward received: [\d,.]+ (?:sats|sBTC)\.$/)
    const landed = (await readEvents(page)).filter(({ name }) => name === 'reward-landed')
    const cycle = Number(
      await createContractReader(network.url, network.contracts.dualStacking)(
        'get-current-cycle-id',
        [],
      ),
    )
    const paid = await createContractReader(network.url, network.contracts.dualStacking)(
      'reward-amount-for-cycle-and-address',
      [Cl.uint(cycle), Cl.principal(address)],
    )
    expect(landed.map(({ detail }) => detail)).toMatchObject([
      { address, sats: String(paid), cycle },
    ])
    await page.close()
  })

  describe('of a wallet that gives only a transaction’s id sees it confirmed', () => {
    const LAG = 2

    it.each([
      ['with deprecated paths switched off', () => network.control.setDeprecatedPaths(false), 0],
      ['from an API behind its node', () => network.control.setApiLag(LAG), LAG],
    ])('%s', async (_, begin, lag) => {
      begin()
      onTestFinished(() => {
        network.control.setDeprecatedPaths(true)
        network.control.setApiLag(0)
      })
      // The wallet takes its nonce from the API.
      if (lag > 0) await network.control.mineStacks(lag)
      await wallet.set({ behaviour: 'txid-only', silent: true })
      const { page } = await open()
      await press(page, 'Enroll with wallet')
      // Without v1, what a transaction calls is told only once it is in a block.
      await waitForPart(page, 'status', /^Signed\./)
      await network.control.mine()
      if (lag > 0) await network.control.mineStacks(lag)
      await waitForPart(page, 'status', 'Confirmed.')
      expect(await said(page)).toEqual([
        'wallet-connect',
        'transaction-submitted',
        'transaction-confirmed',
      ])
      await page.close()
    })

    it('and again after a reorganisation', async () => {
      await wallet.set({ behaviour: 'txid-only', silent: true })
      const { page } = await open()
      await press(page, 'Enroll with wallet')
      await waitForPart(page, 'status', 'Sent.')
      await network.control.mine()
      await waitForPart(page, 'status', 'Confirmed.')
      await page.waitForFunction(() => (window as unknown as { waits: unknown[] }).waits.length > 1)
      await network.control.reorganise(1)
      await page.evaluate(() => (window as unknown as { pass(): void }).pass())
      await waitForPart(page, 'status', 'Its block was undone.')
      await network.control.mine()
      await page.waitForFunction(() => (window as unknown as { waits: unknown[] }).waits.length > 1)
      await page.evaluate(() => (window as unknown as { pass(): void }).pass())
      await waitForPart(page, 'status', 'Confirmed.')
      await page.close()
    })
  })

  it('learns before signing what would only cost a fee', async () => {
    await callAs(network, user, 'enroll', [Cl.none()])
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await waitForPart(page, 'status', 'already enrolled')
    expect(await said(page)).toEqual(['wallet-connect', 'widget-error'])
    expect(await failure(page)).toBe('already-enrolled')
    await wallet.reset({ ...initialWalletSettings, api: network.url, keys: [poor.key] })
    await page.reload()
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await waitForPart(page, 'status', /Enrolling needs .+; this address has 0 sats/)
    expect(await failure(page)).toBe('below-minimum')
    await page.close()
  })

  it('reads in their own language why the contract refused it', async () => {
    const { page } = await open('enroll', 'locale="es"')
    await press(page, spanish.enroll)
    await wallet.approve()
    await wallet.window()
    // Between the question and the signature.
    await callAs(network, deployer, 'add-blacklisted', [Cl.principal(address)])
    onTestFinished(() => callAs(network, deployer, 'remove-blacklisted', [Cl.principal(address)]))
    await wallet.approve()
    await waitForPart(page, 'status', spanish.submitted)
    await network.control.mine()
    const message = spanish['problem.failed'].replace('{reason}', contract['contract.102'])
    await waitForPart(page, 'status', message)
    expect((await readEvents(page)).at(-1)).toMatchObject({
      name: 'widget-error',
      detail: { code: 'failed', message },
    })
    await page.close()
  })

  it('changes the reward address', async () => {
    await callAs(network, user, 'enroll', [Cl.none()])
    const { page } = await open('all')
    await page.getByLabel('Reward address').fill('nobody')
    await press(page, 'Change reward address')
    await waitForPart(page, 'status', 'Enter an address')
    await page.getByLabel('Reward address').fill(network.contracts.dualStacking)
    await press(page, 'Change reward address')
    await waitForPart(page, 'status', 'the contract itself')
    await page.getByLabel('Reward address').fill(other.address)
    await press(page, 'Change reward address')
    await wallet.approve()
    await wallet.approve()
    await waitForPart(page, 'status', 'Sent.')
    await network.control.mine()
    await waitForPart(page, 'status', 'Confirmed.')
    expect(
      (await readEvents(page)).find(({ name }) => name === 'transaction-confirmed'),
    ).toMatchObject({
      detail: { action: 'change-reward-address', address },
    })
    await page.close()
  })

  it('opts out through a wallet that gives only a transaction’s id', async () => {
    await callAs(network, user, 'enroll', [Cl.none()])
    await wallet.set({ behaviour: 'txid-only', silent: true })
    const { page } = await open('all')
    await press(page, 'Opt out')
    await waitForPart(page, 'status', 'Sent.')
    await network.control.mine()
    await waitForPart(page, 'status', 'Confirmed.')
    expect(await said(page)).toEqual([
      'wallet-connect',
      'transaction-submitted',
      'transaction-confirmed',
    ])
    await page.close()
    expect(await isEnrolled(network, address)).toBe(false)
  })

  it('sees that nothing was signed, and can try again', async () => {
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await wallet.reject()
    await waitForPart(page, 'status', 'The wallet says that you declined.')
    expect(await failure(page)).toBe('rejected')
    expect(await page.getByRole('button', { name: 'Enroll with wallet' }).isEnabled()).toBe(true)
    await page.close()
  })

  describe('whose account is known', () => {
    const groups = (account: string): string => addressGroups(account).join(' ')
    const asked = async (): Promise<string | null> => {
      const window = await wallet.window()
      await window.locator('#approve:enabled').waitFor()
      return window.locator('#what').textContent()
    }

    it('is named beside what the wallet shows, and sees one window for each action', async () => {
      await callAs(network, user, 'enroll', [Cl.none()])
      const { page } = await open('all')
      await press(page, 'Opt out')
      expect(await asked()).toContain('Connect')
      await wallet.approve()
      await waitForPart(page, 'status', `This account needs to sign: ${groups(address)}`)
      await waitForPart(page, 'status', `shows ${new URL(site.url).host}, this page`)
      await waitForPart(page, 'status', 'opt-out as the function')
      await wallet.reject()
      await waitForPart(page, 'status', english['sent.nothing'])
      await page.getByText(`Signs: ${groups(address)}`).waitFor()
      expect(await shown(page)).toEqual([english.change, english.optOut, english.another])
      await press(page, 'Opt out')
      expect(await asked()).toContain('Sign')
      await wallet.approve()
      await waitForPart(page, 'status', 'Sent.')
      await network.control.mine()
      await waitForPart(page, 'status', 'Confirmed.')
      // What fits the account now; another one is connected to on request.
      expect(await shown(page)).toEqual([english.enroll, english.another])
      await page.getByRole('button', { name: english.another }).click()
      expect(await shown(page)).toEqual([english.enroll, english.change, english.optOut])
      await press(page, 'Enroll with wallet')
      expect(await asked()).toContain('Connect')
      await wallet.reject()
      await waitForPart(page, 'status', english['sent.never'])
      await page.close()
    })

    it('is told when another account signed, and connects again before the next', async () => {
      await wallet.set({ behaviour: 'other-account', silent: true })
      const { page } = await open()
      await press(page, 'Enroll with wallet')
      const said = `signed with another account, ${groups(other.address)}`
      await waitForPart(page, 'status', said)
      await waitForPart(page, 'status', `not for ${groups(address)}`)
      expect(await failure(page)).toBe('other-account')
      await wallet.set({ behaviour: 'honest', silent: false })
      await press(page, 'Enroll with wallet')
      expect(await asked()).toContain('Connect')
      await wallet.reject()
      await page.close()
      await network.control.mine()
    })

    it('is told the same of a wallet that gives only a transaction’s id', async () => {
      await wallet.set({ behaviour: 'other-account', bareId: true, silent: true })
      const { page } = await open()
      await press(page, 'Enroll with wallet')
      await waitForPart(page, 'status', `signed with another account, ${groups(other.address)}`)
      await waitForPart(page, 'status', `not for ${groups(address)}`)
      expect(await failure(page)).toBe('other-account')
      await wallet.set({ behaviour: 'honest', silent: false })
      await press(page, 'Enroll with wallet')
      expect(await asked()).toContain('Connect')
      await wallet.reject()
      await page.close()
      await network.control.mine()
    })
  })

  it('is asked for no signature with an account of another network', async () => {
    await wallet.set({ network: 'mainnet', silent: true })
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await waitForPart(page, 'status', english['problem.other-network'])
    expect(await said(page)).toEqual(['widget-error'])
    expect(await failure(page)).toBe('other-network')
    await page.close()
  })

  it('ends the wait for a wallet that opens no window', async () => {
    await wallet.set({ behaviour: 'no-window' })
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await page.getByRole('button', { name: english.stop }).click()
    await waitForPart(page, 'status', english['problem.stopped'])
    expect(await failure(page)).toBe('stopped')
    await page.close()
  })

  it('is warned when the wallet signed something other than the request', async () => {
    await wallet.set({ behaviour: 'other-function', silent: true })
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    await waitForPart(page, 'status', 'a different transaction')
    expect(await said(page)).toEqual(['wallet-connect', 'widget-error'])
    await page.close()
  })

  it('signs nothing for a contract that cannot be read', async () => {
    const { page } = await open()
    await page.evaluate(() =>
      document.querySelector('dual-stacking-boost')!.setAttribute('api-url', 'http://127.0.0.1:9'),
    )
    await press(page, 'Enroll with wallet')
    await wallet.approve()
    await expect.poll(() => failure(page)).toBe('unread')
    // Nothing was sent: the account alone is known, and that the network was not read.
    expect(new Set(await said(page))).toEqual(new Set(['wallet-connect', 'widget-error']))
    await page.close()
  })

  it('cannot press what has just been put under the pointer', async () => {
    const { page, requests } = await open()
    const button = page.getByRole('button', { name: 'Enroll with wallet' })
    await button.click({ trial: true })
    const { x, y } = await findCentre(button)
    const ball = { x: 300, y: 300 }
    const startedAt = Date.now()
    await page.mouse.click(ball.x, ball.y)
    await page.evaluate(
      ([dx, dy]) => {
        const { style } = document.querySelector<HTMLElement>('dual-stacking-boost')!
        style.cssText += `;position: relative; left: ${dx}px; top: ${dy}px`
      },
      [ball.x - x, ball.y - y],
    )
    await quickClick(page, ball, startedAt + 250)
    await waitForPart(page, 'status', 'This button was covered')
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
    // A press that began elsewhere, or is finished by a script, is none.
    await page.mouse.move(5, 5)
    await page.mouse.down()
    await page.mouse.move(ball.x, ball.y)
    await page.mouse.up()
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
    await wallet.set({ silent: true, behaviour: 'error' })
    await pressInPlace(button)
    await expect.poll(() => requests.some((url) => url.includes('wallet.js'))).toBe(true)
    await page.close()
  })

  it('cannot choose among wallets what something covers', async () => {
    await wallet.set({ shapes: ['leather', 'xverse'] })
    const { page } = await open()
    await press(page, 'Enroll with wallet')
    const xverse = page.getByRole('button', { name: 'Xverse' })
    await xverse.waitFor()
    await page.evaluate(() => {
      const cover = document.createElement('div')
      cover.id = 'cover'
      cover.style.cssText = 'position: fixed; inset: 0; background: #fff; pointer-events: none'
      document.body.append(cover)
    })
    // The browser looks ten times a second: until then, the choice counts as it was before.
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const seen = document
            .querySelector('dual-stacking-boost')!
            .shadowRoot!.querySelector('.choice button')!
          const observer = new IntersectionObserver(
            ([entry]) => (entry as unknown as { isVisible: boolean }).isVisible || resolve(),
            { trackVisibility: true, delay: 100 } as IntersectionObserverInit,
          )
          observer.observe(seen)
        }),
    )
    await xverse.click()
    await expect.poll(() => failure(page)).toBe('covered')
    expect(await said(page)).toEqual(['widget-error'])
    await page.evaluate(() => document.getElementById('cover')!.remove())
    await wallet.set({ behaviour: 'error', silent: true })
    await pressInPlace(xverse)
    await waitForPart(page, 'status', 'The wallet failed.')
    await page.close()
  })

  it('cannot press what something covers, until nothing does', async () => {
    const { page, requests } = await open('enroll', '', coverPage)
    const button = page.getByRole('button', { name: 'Enroll with wallet' })
    await button.click()
    await waitForPart(page, 'status', 'This button was covered')
    expect(await failure(page)).toBe('covered')
    // The picture vanishes in the moment of the click: too late.
    await page.evaluate(() =>
      addEventListener('mousedown', () => document.getElementById('cover')!.remove(), {
        once: true,
      }),
    )
    await quickClick(page, await findCentre(button))
    await expect.poll(() => page.locator('#cover').count()).toBe(0)
    expect(await said(page)).toEqual(['widget-error', 'widget-error'])
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
    await wallet.set({ silent: true, behaviour: 'error' })
    await expect
      .poll(async () => {
        await button.click()
        return requests.some((url) => url.includes('wallet.js'))
      })
      .toBe(true)
    await page.close()
  })
})

it('uses the network that the element names at the moment of the click', async () => {
  await wallet.set({ silent: true })
  const { page, requests } = await open('enroll')
  await page.getByRole('button', { name: 'Enroll with wallet' }).waitFor()
  await page.evaluate(() =>
    document.querySelector('dual-stacking-boost')!.setAttribute('network', 'nowhere'),
  )
  await press(page, 'Enroll with wallet')
  await waitForPart(page, 'status', 'The wallet failed.')
  expect(requests.some((url) => url.startsWith(network.url))).toBe(false)
  await page.close()
})

it('shows that no wallet is installed', async () => {
  await wallet.set({ shapes: [] })
  const { page } = await open()
  await press(page, 'Enroll with wallet')
  await waitForPart(page, 'status', 'No Stacks wallet was found')
  expect((await readEvents(page)).at(-1)).toMatchObject({
    name: 'widget-error',
    detail: { code: 'no-wallet' },
  })
  await page.close()
})

it('reads golden ratio and holdings from the network when an address is given', async () => {
  await network.control.runTo('advance-to-next-cycle')
  const { page } = await open('none', `address="${address}"`)
  await waitForPart(page, 'source', 'golden ratio of cycle')
  await waitForPart(page, 'boost', '×')
  expect(await page.locator('dual-stacking-boost input').first().inputValue()).toMatch(/^0\.25/)
  await page.close()
})
