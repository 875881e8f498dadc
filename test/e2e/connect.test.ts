import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { serveWebPage } from '../../src/dev/browser/chromium/serve-web-page.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedSession } from '../support/shared/session.ts'

const first = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const second = 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND'
let session: Session

beforeAll(async () => {
  session = await sharedSession()
})
beforeEach(() => session.reset())

describe('connecting a wallet from the popup', () => {
  it('follows the account that the wallet gives, and disconnecting removes it', async () => {
    const popup = await session.connect(await session.openPage())
    const { accounts, selected } = await session.probe.readState()
    expect(accounts).toEqual([{ address: first, label: null, kind: 'wallet', walletId: 'leather' }])
    expect(selected).toBe(first)
    await popup.press(say['accounts.switch'])
    await popup.press(say['accounts.forget'])
    const after = await session.probe.waitUntil(
      (state) => state.accounts.length === 0,
      'no account',
    )
    expect(after.selected).toBeNull()
    expect(JSON.stringify(await session.probe.readRaw())).not.toContain(first)
  })

  it('speaks to a wallet of the Xverse shape', async () => {
    await session.wallet.set({ shapes: ['xverse'] })
    await session.connect(await session.openPage())
    expect((await session.probe.readState()).accounts).toMatchObject([
      { address: first, walletId: 'xverse' },
    ])
  })

  it('lets the user choose between several wallets, and between several accounts', async () => {
    await session.wallet.set({ shapes: ['leather', 'xverse'], accounts: 2 })
    const popup = await session.openPopup(await session.openPage())
    await popup.press(say['connect.wallet'])
    await popup.waitForText(say['connect.choose-wallet'])
    await popup.press('Xverse')
    await session.wallet.approve()
    await popup.waitForText(say['connect.choose-account'])
    await popup.press(second.slice(0, 4))
    const { accounts, connection } = await session.probe.waitUntil(
      (state) => state.accounts.length === 1,
      'an account',
    )
    expect(accounts).toMatchObject([{ address: second, walletId: 'xverse' }])
    expect(connection).toBeNull()
  })

  it('continues when the popup is closed while the wallet asks', async () => {
    const popup = await session.openPopup(await session.openPage())
    await popup.press(say['connect.wallet'])
    await session.wallet.window()
    await session.chromium.closePopup()
    await session.wallet.approve()
    expect(
      (await session.probe.waitUntil((state) => state.accounts.length === 1, 'an account'))
        .connection,
    ).toBeNull()
  })
})

describe('each failure to connect has its own sentence', () => {
  const fails = async (sentence: string) => {
    const page = await session.openPage()
    const popup = await session.openPopup(page)
    await popup.press(say['connect.wallet'])
    return { page, popup, shown: () => popup.waitForText(sentence) }
  }

  it('no wallet in the page', async () => {
    await session.wallet.set({ shapes: [] })
    const { popup, shown } = await fails(say['signing.wallet-missing'])
    await shown()
    await popup.press(say['activity.dismiss'])
    await popup.waitForNoText(say['signing.wallet-missing'])
  })

  it('declined in the wallet, in both shapes; then it works', async () => {
    for (const shape of ['leather', 'xverse'] as const) {
      await session.reset({}, { shapes: [shape] })
      const { popup, shown } = await fails(say['signing.rejected'])
      await session.wallet.reject()
      await shown()
      await popup.press(say['activity.retry'])
      await session.wallet.approve()
      await session.probe.waitUntil((state) => state.accounts.length === 1, 'an account')
    }
  })

  it('the wallet is on another network', async () => {
    await session.wallet.set({ network: 'mainnet' })
    const { shown } = await fails(say['signing.wrong-network'])
    await session.wallet.approve()
    await shown()
  })

  it.each(['error', 'error-resolved'] as const)(
    'the wallet reports an error (%s)',
    async (behaviour) => {
      await session.wallet.set({ behaviour })
      const { shown } = await fails(say['signing.wallet-error'])
      await session.wallet.approve()
      await shown()
    },
  )

  it('the tab is closed while the wallet asks', async () => {
    const { page } = await fails('')
    await session.wallet.window()
    await page.close()
    const { connection } = await session.probe.waitUntil(
      (state) => state.connection?.stage === 'failed',
      'a failure',
    )
    expect(connection?.failure).toBe('tab-closed')
    const popup = await session.openPopup(await session.openPage())
    await popup.waitForText(say['signing.tab-closed'])
  })

  it('the page is left while the wallet asks', async () => {
    const { page } = await fails('')
    await session.wallet.window()
    await page.goto('about:blank')
    expect(
      (await session.probe.waitUntil((state) => state.connection?.stage === 'failed', 'a failure'))
        .connection?.failure,
    ).toBe('tab-closed')
  })

  it('the wallet does not answer in time, and its late answer still counts', async () => {
    const page = await session.openPage()
    await page.clock.install()
    const popup = await session.openPopup(page)
    await popup.press(say['connect.wallet'])
    await session.wallet.window()
    await page.clock.fastForward('11:00')
    await popup.waitForText(say['signing.timeout'])
    await session.wallet.approve()
    await session.probe.waitUntil((state) => state.accounts.length === 1, 'an account')
  })
})

describe('where no bridge can be injected', () => {
  it('a browser page without a signing page says what to do', async () => {
    await session.reset({ deployment: 'testnet-v2' })
    const popup = await session.openPopup(await session.openPage('chrome://version/'))
    await popup.press(say['connect.wallet'])
    await popup.waitForText(say['signing.no-tab'])
  })

  it('the signing page opens, and the toolbar button there continues', async () => {
    const site = await serveWebPage('<!doctype html><title>Signing page</title>')
    await session.reset({ signingPage: site.url })
    const popup = await session.openPopup(await session.openPage('chrome://version/'))
    const opened = session.chromium.context.waitForEvent('page')
    await popup.press(say['connect.wallet'])
    const signing = await opened
    await signing.waitForURL(site.url)
    await session.probe.waitUntil((state) => state.connection?.stage === 'waiting-tab', 'waiting')
    await session.chromium.closePopup()
    await session.openPopup(signing)
    await session.wallet.approve()
    await session.probe.waitUntil((state) => state.accounts.length === 1, 'an account')
    await site.close()
  })
})
