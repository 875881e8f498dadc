import type { Page } from 'playwright-core'
import type { WalletSettings } from '../../demo-wallet/settings.ts'
import { walletId, type Chromium } from './chromium.ts'

/** The demo wallet's user: decides in its window, and changes how it behaves. */
export class WalletUser {
  private constructor(
    private readonly chromium: Chromium,
    private readonly page: Page,
  ) {}

  static async open(chromium: Chromium): Promise<WalletUser> {
    const page = await chromium.context.newPage()
    await page.goto(`chrome-extension://${walletId}/manifest.json`)
    return new WalletUser(chromium, page)
  }

  /** Forgets every page and request. */
  async reset(settings: WalletSettings): Promise<void> {
    await this.page.evaluate(async (all) => {
      await chrome.storage.local.clear()
      await chrome.storage.local.set({ settings: all })
    }, settings)
  }

  /** Settings apply from the next page or request on; what is left out stays. */
  async set(settings: Partial<WalletSettings>): Promise<void> {
    await this.page.evaluate(async (changes) => {
      const { settings: before = {} } = await chrome.storage.local.get('settings')
      await chrome.storage.local.set({ settings: { ...(before as object), ...changes } })
    }, settings)
  }

  /** The wallet's window, open or about to open. */
  async window(): Promise<Page> {
    const isWindow = (page: Page) =>
      page.url().startsWith(`chrome-extension://${walletId}/approve.html`) && !page.isClosed()
    const { context } = this.chromium
    return context.pages().find(isWindow) ?? context.waitForEvent('page', isWindow)
  }

  async decide(decision: 'approve' | 'reject'): Promise<void> {
    const window = await this.window()
    const closed = window.waitForEvent('close')
    // The window closes in answer to the press, sometimes before that has been reported as done.
    await window
      .locator(`#${decision}:enabled`)
      .click()
      .catch((error: Error) => {
        if (!error.message.includes('has been closed')) throw error
      })
    await closed
  }

  approve = (): Promise<void> => this.decide('approve')

  /** Approves a call, and before it the question for the account where the extension asks it. */
  async approveCall(): Promise<void> {
    const window = await this.window()
    await window.locator('#approve:enabled').waitFor()
    const isCall = (await window.locator('#what').textContent())?.includes('call') === true
    await this.approve()
    if (!isCall) await this.approveCall()
  }

  reject = (): Promise<void> => this.decide('reject')
}
