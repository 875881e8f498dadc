import { initialWalletSettings as walletDefaults } from '../../demo-wallet/settings.ts'
import { recordClosedNotifications } from '../chromium/notification-record.ts'
import { serveWebPage } from '../chromium/serve-web-page.ts'
import { StorageProbe } from '../chromium/storage-probe.ts'
import { View } from '../chromium/view.ts'
import { embeddedSettings } from '../embedded-settings.ts'
import { demoWallet, extension, Firefox } from './firefox.ts'
import { Frame } from './frame.ts'

/** A Firefox with the extension, a wallet's user, and a web page unrelated to either. */
export class FirefoxSession {
  readonly probe: StorageProbe

  /** `own`: a page of the extension that runs none of its code; `page`: the web page of `site`. */
  private constructor(
    readonly firefox: Firefox,
    private readonly own: Frame,
    private readonly page: Frame,
    private readonly site: Awaited<ReturnType<typeof serveWebPage>>,
  ) {
    this.probe = new StorageProbe(own)
  }

  /**
   * `starting`: the address of the network that extension and wallet use, as soon as there is one.
   */
  static async start(starting: Promise<string>): Promise<FirefoxSession> {
    const [firefox, site, api] = await Promise.all([Firefox.launch(), serveWebPage(), starting])
    const walletPage = await firefox.openTab(`${demoWallet.origin}/manifest.json`)
    await walletPage.evaluate((settings) => chrome.storage.local.set({ settings }), {
      ...walletDefaults,
      api,
    })
    const own = await firefox.openTab(`${extension.origin}/manifest.json`)
    await recordClosedNotifications(own)
    const probe = new StorageProbe(own)
    await probe.sendCommand({
      type: 'saveSettings',
      settings: embeddedSettings(api),
    })
    return new FirefoxSession(firefox, own, await firefox.openTab(site.url), site)
  }

  /** Presses the toolbar button over the web page. */
  async popup(): Promise<View> {
    return new View(await this.firefox.openPopup(this.page))
  }

  /** Goes to another page in the tab of the web page, as a person does who does not wait. */
  leavePage(): Promise<void> {
    return this.page.evaluate(() => {
      location.href = '/elsewhere'
    })
  }

  /** Opens the panel over a page, for which the toolbar button grants the tab. */
  async openPanel(page: Frame): Promise<void> {
    await this.firefox.openPopup(page)
    await this.firefox.closePopup()
    await this.probe.sendCommand({ type: 'openPanel', tabId: await this.selectedTabId() })
  }

  /** What the background answers to messages of a content script in the selected tab. */
  async sendFromContentScript(messages: object[]): Promise<unknown> {
    return this.own.evaluate(
      async (tabId, list) => {
        const { browser } = globalThis as unknown as { browser: typeof chrome }
        const [injected] = await browser.scripting.executeScript({
          target: { tabId },
          args: [list],
          func: (each: object[]) =>
            Promise.all(
              each.map((message) =>
                (globalThis as unknown as { browser: typeof chrome }).browser.runtime.sendMessage(
                  message,
                ),
              ),
            ),
        })
        return injected!.result
      },
      await this.selectedTabId(),
      messages,
    )
  }

  private selectedTabId(): Promise<number> {
    return this.own.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome }
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
      return tab!.id!
    })
  }

  /** The wallet's window, open or about to open. */
  walletWindow = (): Promise<Frame> =>
    Frame.find(this.firefox, `${demoWallet.origin}/approve.html`, 'the wallet’s window')

  /** The wallet's user approves in its window. */
  approve = (): Promise<void> => this.decide('Approve')

  /** The wallet's user rejects in its window. */
  reject = (): Promise<void> => this.decide('Reject')

  private async decide(button: 'Approve' | 'Reject'): Promise<void> {
    const window = await this.walletWindow()
    await new View(window).press(button)
    await window.gone()
  }

  async close(): Promise<void> {
    await this.firefox.close()
    await this.site.close()
  }
}
