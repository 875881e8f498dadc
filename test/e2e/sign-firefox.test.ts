import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { FirefoxPage } from '../../src/dev/browser/firefox/firefox-page.ts'
import { FirefoxSession } from '../../src/dev/browser/firefox/firefox-session.ts'
import { demoWallet } from '../../src/dev/browser/firefox/firefox.ts'
import { renderPartnerPage, servePartnerSite } from '../../src/dev/browser/partner-site.ts'
import { initialWalletSettings } from '../../src/dev/demo-wallet/settings.ts'
import { userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { stakingManagers } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { bitcoinStakingWallet as own } from '../../src/words/en/bitcoin-staking-wallet.ts'
import { dualStackingWallet as shared } from '../../src/words/en/dual-stacking-wallet.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'

const [{ address: user }, { address: visitor }] = userAccounts as [DevnetAccount, DevnetAccount]

let network: Network
let session: FirefoxSession
beforeAll(async () => {
  network = await sharedNetwork()
  session = await FirefoxSession.start(Promise.resolve(network.url))
})
afterAll(() => session?.close())

it('what the wallet sent for a page that was left is followed, in Firefox', async () => {
  const { probe, firefox } = session
  const refresh = () => probe.sendCommand({ type: 'refresh' })
  await (await session.popup()).press(say['connect.wallet'])
  await session.approve()
  await probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
  await refresh()
  const popup = await session.popup()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await session.walletWindow()
  await firefox.closePopup()
  await session.leavePage()
  const left = await probe.waitUntil(({ intents }) => intents[0]?.state === 'failed', 'a failure')
  expect(left.intents[0]).toMatchObject({ failure: 'tab-closed', txid: null })
  const before = network.node.ledger.ofPrincipal(user).length
  // The wallet sends all the same, and its answer reaches nobody.
  await session.approve()
  await refresh()
  await probe.waitUntil(({ intents }) => intents[0]?.state === 'submitted', 'what was sent')
  await network.control.mine()
  await refresh()
  const { intents } = await probe.waitUntil(
    (state) => state.intents[0]?.state === 'confirmed',
    'a confirmed intent',
  )
  expect(intents).toHaveLength(1)
  expect(intents[0]).toMatchObject({ action: 'enroll', failure: null })
  expect(network.node.ledger.ofPrincipal(user)).toHaveLength(before + 1)
})

it('a visitor of a partner’s page stakes with its manager, in Firefox', async () => {
  const site = await servePartnerSite()
  onTestFinished(() => site.close())
  const tag = 'bitcoin-staking-yield'
  site.pages.set(
    '/',
    renderPartnerPage(
      `<${tag} stx="60000" cycles="3" network="devnet" api-url="${network.url}" actions="stake"
        manager="${stakingManagers.reference}"></${tag}>`,
    ).replace('/widget/boost.js', '/widget/yield/yield.js'),
  )
  const { firefox } = session
  const wallet = await firefox.openTab(`${demoWallet.origin}/manifest.json`)
  await wallet.evaluate((settings) => chrome.storage.local.set({ settings }), {
    ...initialWalletSettings,
    api: network.url,
    current: 1,
  })
  const page = await firefox.openTab(`${site.url}/`)
  const driver = new FirefoxPage(firefox)
  const locate = (name: string) =>
    page.evaluate(
      (element, text) => {
        const root = document.querySelector(element)!.shadowRoot
        const all = [...(root?.querySelectorAll('button') ?? [])]
        const button = all.find((each) => each.textContent === text && !each.disabled)
        button?.scrollIntoView({ block: 'center' })
        const box = button?.getBoundingClientRect()
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
      },
      tag,
      name,
    )
  /** Presses a button until a press counts, after which it is disabled or gone. */
  const press = async (name: string) => {
    await expect.poll(() => locate(name)).not.toBeNull()
    await expect
      .poll(async () => {
        const place = await locate(name)
        if (place) await driver.press(place.x, place.y)
        return locate(name)
      })
      .toBeNull()
  }
  const part = (name: string) =>
    page.evaluate(
      (element, of) =>
        document.querySelector(element)!.shadowRoot!.querySelector(`[part=${of}]`)!.textContent!,
      tag,
      name,
    )
  await press(own.stake)
  await session.approve()
  await expect.poll(() => part('plan')).toContain(stakingManagers.reference)
  await press(own.agree)
  await session.approve()
  await expect.poll(() => part('status')).toContain(shared.submitted)
  await network.control.mine()
  await expect.poll(() => part('status')).toContain(shared.confirmed)
  await expect.poll(() => part('facts')).toContain(`60,000 STX with ${stakingManagers.reference}`)
  expect((await network.node.host.account(visitor)).locked).toBe(60_000_000_000n)
})
