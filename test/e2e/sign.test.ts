import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import type { Network } from '../../src/dev/network/index.ts'
import type { StacksIntent } from '../../src/wallet/stacks/stacks-intent.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

const user = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const other = 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND'
let network: Network
let session: Session

beforeAll(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
})
beforeEach(() => session.reset())
afterEach(() => optOutUsers(network))

const newest = async (state: StacksIntent['state']): Promise<StacksIntent> =>
  (
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === state,
      `an intent that is ${state}`,
    )
  ).intents[0]!

/** Connects, and brings an enrollment before the wallet. */
async function enroll(): Promise<{ page: Awaited<ReturnType<Session['openPage']>>; popup: View }> {
  const page = await session.openPage()
  const popup = await session.connect(page)
  await session.refresh()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  return { page, popup }
}

/** Asks again from the popup; this time everything is as it should be, up to the chain. */
async function retryAndConfirm(popup: View): Promise<void> {
  await popup.press(say['activity.retry'])
  await session.wallet.approve()
  const { id } = await newest('submitted')
  await network.control.mine()
  await session.refresh()
  expect(await newest('confirmed')).toMatchObject({ id, action: 'enroll', failure: null })
  expect((await session.probe.readState()).intents).toHaveLength(1)
}

describe('a wait', () => {
  it('names the account and what the wallet’s window shows, and can be ended', async () => {
    const { popup, page } = await enroll()
    await popup.waitForText(say['window.other'])
    await popup.waitForText(new URL(page.url()).host)
    await session.wallet.window()
    await popup.press(say['activity.stop'])
    await popup.waitForText(say['signing.stopped'])
    expect(await newest('failed')).toMatchObject({ failure: 'stopped' })
    // What is approved all the same counts.
    await session.wallet.approve()
    expect(await newest('submitted')).toMatchObject({ failure: null })
  })

  it.each(['dies', 'dies-after-sending', 'no-window'] as const)(
    'for a wallet that never answers (%s) is ended by its user',
    async (behaviour) => {
      await session.wallet.set({ behaviour: 'honest' })
      const page = await session.openPage()
      const popup = await session.connect(page)
      await session.refresh()
      await session.wallet.set({ behaviour, silent: true })
      await popup.press(say['action.enroll'])
      await popup.press(say['enroll.submit'])
      await popup.waitForText(say['activity.asking.none'])
      await popup.press(say['activity.stop'])
      await popup.waitForText(say['signing.stopped'])
    },
  )
})

describe('a request that fails survives, says why, and can be made again', () => {
  it('declined in the wallet', async () => {
    const { popup } = await enroll()
    await session.wallet.reject()
    await popup.waitForText(say['signing.rejected'])
    await retryAndConfirm(popup)
  })

  it.each(['error', 'error-resolved'] as const)(
    'an error of the wallet (%s)',
    async (behaviour) => {
      const { popup } = await enroll()
      await session.wallet.set({ behaviour })
      await session.wallet.approve()
      await popup.waitForText(say['signing.wallet-error'])
      await session.wallet.set({ behaviour: 'honest' })
      await retryAndConfirm(popup)
    },
  )

  it.each(['nonsense', 'declines-after-sending'] as const)(
    'what the wallet sent although its answer says otherwise is followed (%s)',
    async (behaviour) => {
      await enroll()
      await session.wallet.set({ behaviour })
      await session.wallet.approve()
      const { id } = await newest('submitted')
      await network.control.mine()
      await session.refresh()
      expect(await newest('confirmed')).toMatchObject({ id, failure: null })
    },
  )

  it('what the wallet sent for a page that was left is followed, not asked again', async () => {
    const { page } = await enroll()
    const window = await session.wallet.window()
    await window.locator('#approve:enabled').waitFor()
    await page.goto('about:blank')
    await newest('failed')
    // Nobody is there to take its answer, so that it stays open.
    await window.locator('#approve').click()
    const popup = await session.openPopup(await session.openPage())
    await session.refresh()
    const { id } = await newest('submitted')
    await network.control.mine()
    await session.refresh()
    expect(await newest('confirmed')).toMatchObject({ id, action: 'enroll', failure: null })
    expect((await session.probe.readState()).intents).toHaveLength(1)
    await popup.waitForText(say['activity.confirmed.enroll'])
    await window.close()
  })

  it('no wallet in the page any more', async () => {
    const { popup } = await enroll()
    await session.wallet.reject()
    await popup.waitForText(say['signing.rejected'])
    await session.chromium.closePopup()
    await session.wallet.set({ shapes: [] })
    const bare = await session.openPage()
    const there = await session.openPopup(bare)
    await there.press(say['activity.retry'])
    await there.waitForText(say['signing.wallet-missing'])
    await session.wallet.set({ shapes: ['leather'] })
    await bare.reload()
    await retryAndConfirm(there)
  })

  it('no answer in time; a late one counts', async () => {
    const page = await session.openPage()
    await page.clock.install()
    const popup = await session.connect(page)
    await session.refresh()
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.submit'])
    const window = await session.wallet.window()
    await window.locator('#approve:enabled').waitFor()
    await page.clock.fastForward('11:00')
    await popup.waitForText(say['signing.timeout'])
    await session.wallet.approve()
    expect(await newest('submitted')).toMatchObject({ failure: null })
  })

  it('the tab is closed, or left, while the wallet asks', async () => {
    for (const leave of ['close', 'navigate'] as const) {
      await session.reset()
      const { page } = await enroll()
      await session.wallet.window()
      if (leave === 'close') await page.close()
      else await page.goto('about:blank')
      expect(await newest('failed')).toMatchObject({ failure: 'tab-closed' })
      const popup = await session.openPopup(await session.openPage())
      await popup.waitForText(say['signing.tab-closed'])
      await session.chromium.closePopup()
    }
    await (await session.wallet.window()).close()
    await retryAndConfirm(await session.openPopup(await session.openPage()))
  })

  it('no page can hold the wallet: continues on the signing page', async () => {
    await session.connect(await session.openPage())
    await session.refresh()
    await session.chromium.closePopup()
    const popup = await session.openPopup(await session.openPage('chrome://version/'))
    await popup.press(say['action.enroll'])
    const opened = session.chromium.context.waitForEvent('page')
    await popup.press(say['enroll.submit'])
    const signing = await opened
    await signing.getByRole('heading', { level: 1 }).waitFor()
    expect(signing.url()).toBe(`${network.url}/demo/sign.html`)
    expect(await newest('created')).toMatchObject({ failure: 'no-tab' })
    await session.chromium.closePopup()
    await session.openPopup(signing)
    await session.wallet.approveCall()
    expect(await newest('submitted')).toMatchObject({ request: { account: user } })
  })
})

describe('what the wallet signed is compared with the request', () => {
  it.each(['txid-only', 'transaction-only'] as const)(
    'the same, answered with %s',
    async (behaviour) => {
      await enroll()
      await session.wallet.set({ behaviour })
      await session.wallet.approve()
      const { txid } = await newest('submitted')
      await network.control.mine()
      await session.refresh()
      expect(await newest('confirmed')).toMatchObject({ txid, failure: null })
    },
  )

  it('a bare id that no host knows does not count as submitted', async () => {
    await enroll()
    await session.wallet.set({ behaviour: 'txid-only' })
    await network.control.setFault({ kind: 'error', paths: '/extended/v1/tx' })
    await session.wallet.approve()
    await session.probe.waitUntil(({ intents }) => intents[0]!.txid !== null, 'an id')
    expect(await newest('asking')).toMatchObject({ failure: null })
    await network.control.setFault(null)
    await session.refresh()
    await newest('submitted')
  })

  it.each([
    ['other-function', 'result-mismatch'],
    ['other-argument', 'result-mismatch'],
    ['wrong-txid', 'result-mismatch'],
  ] as const)('%s: refused, reported, and still followed', async (behaviour, failure) => {
    const { popup } = await enroll()
    await session.wallet.set({ behaviour })
    await session.wallet.approve()
    await popup.waitForText(say[`signing.${failure}`])
    const refused = await newest('refused')
    expect(refused).toMatchObject({ failure, broadcast: 'pending' })
    await network.control.mine()
    await session.refresh()
    if (behaviour === 'wrong-txid') return
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents[0]?.broadcast !== 'pending',
      'an outcome',
    )
    expect(intents[0]).toMatchObject({ state: 'refused', failure, txid: refused.txid })
    expect(['confirmed', 'aborted']).toContain(intents[0]!.broadcast)
  })

  it('another account: both are named, and what was carried out for whom', async () => {
    const { popup } = await enroll()
    await session.wallet.set({ behaviour: 'other-account' })
    await session.wallet.approve()
    await popup.waitForText(say['activity.other-account.pending'])
    expect(await newest('refused')).toMatchObject({ failure: 'wrong-account', answeredBy: other })
    await network.control.mine()
    await session.refresh()
    await popup.waitForText(say['activity.other-account.enroll'])
    // The wallet is asked for its account before it may sign again, and shows the other one.
    await session.wallet.set({ behaviour: 'ignores-address', current: 1 })
    await popup.press(say['activity.retry'])
    await session.wallet.approve()
    await popup.waitForText(say['activity.shows-other.text'])
    expect(await newest('failed')).toMatchObject({ answeredBy: other, txid: null })
    // With the right one in the wallet, it goes on to the signature.
    await session.wallet.set({ current: 0 })
    await popup.press(say['activity.retry'])
    await popup.waitForText(say['activity.asking.address'])
    await session.wallet.approveCall()
    await newest('submitted')
    await network.control.mine()
    await session.refresh()
    expect(await newest('confirmed')).toMatchObject({ request: { account: user } })
  })

  it('another account in a wallet that ignores the request’s: nothing is signed', async () => {
    const { popup } = await enroll()
    await session.wallet.reject()
    await newest('failed')
    await session.wallet.set({ behaviour: 'ignores-address', current: 1 })
    // A host that the wallet has not answered on.
    await session.chromium.closePopup()
    const page = await session.openPage(`${network.url}/demo/sign.html`)
    const there = await session.openPopup(page)
    await there.press(say['activity.retry'])
    await session.wallet.approve()
    await there.waitForText(say['activity.shows-other.text'])
    const sent = network.node.ledger.ofPrincipal(other).length
    await network.control.mine()
    expect(network.node.ledger.ofPrincipal(other)).toHaveLength(sent)
    // The user goes on with the wallet's account instead.
    await there.press(say['activity.switch'])
    const { selected, accounts } = await session.probe.waitUntil(
      (state) => state.selected === other,
      'the other account',
    )
    expect(selected).toBe(other)
    expect(accounts.map(({ address }) => address)).toEqual([user, other])
    void popup
  })

  it('another network: refused', async () => {
    const { popup } = await enroll()
    await session.wallet.set({ behaviour: 'other-network' })
    await session.wallet.approve()
    await popup.waitForText(say['signing.wrong-network'])
    expect(await newest('refused')).toMatchObject({ failure: 'wrong-network' })
  })

  it('requested again while another attempt is open: both transactions are followed', async () => {
    const page = await session.openPage()
    await page.clock.install()
    const popup = await session.connect(page)
    await session.refresh()
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.submit'])
    const first = await session.wallet.window()
    await page.clock.fastForward('11:00')
    await popup.waitForText(say['signing.timeout'])
    const second = session.chromium.context.waitForEvent('page')
    await popup.press(say['activity.retry'])
    await (await second).locator('#approve:enabled').click()
    await newest('submitted')
    await network.control.mine()
    await first.locator('#approve:enabled').click()
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents.length === 2,
      'two intents',
    )
    expect(new Set(intents.map(({ txid }) => txid)).size).toBe(2)
  })
})
