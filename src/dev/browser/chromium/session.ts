import type { Page } from 'playwright-core'
import type { Settings } from '../../../app/settings.ts'
import { catalogue } from '../../../words/en/index.ts'
import {
  initialWalletSettings as walletDefaults,
  type WalletSettings,
} from '../../demo-wallet/settings.ts'
import { embeddedSettings } from '../embedded-settings.ts'
import { withoutPublicHosts } from '../public-hosts.ts'
import { Chromium, welcomeUrl } from './chromium.ts'
import { serveWebPage } from './serve-web-page.ts'
import { StorageProbe } from './storage-probe.ts'
import type { View } from './view.ts'
import { WalletUser } from './wallet-user.ts'

/** A port that nothing listens on. */
const noApi = 'http://127.0.0.1:9'

/** A browser with the extension, a wallet's user, and a web page unrelated to either. */
export class Session {
  private constructor(
    public chromium: Chromium,
    public probe: StorageProbe,
    public wallet: WalletUser,
    private readonly site: Awaited<ReturnType<typeof serveWebPage>>,
  ) {}

  private api = noApi

  /** `api`: the network that extension and wallet use. */
  static async start({
    api = noApi,
    keepWelcome,
    args = [],
  }: { api?: string; keepWelcome?: boolean; args?: readonly string[] } = {}): Promise<Session> {
    const [chromium, site] = await Promise.all([
      Chromium.launch({
        ...(keepWelcome && { keepWelcome }),
        args: [withoutPublicHosts, ...args],
      }),
      serveWebPage(),
    ])
    const session = new Session(
      chromium,
      await StorageProbe.open(chromium),
      await WalletUser.open(chromium),
      site,
    )
    await session.startOver(api)
    return session
  }

  /**
   * For the next user of this browser: another life of the background, so that nothing that was
   * changed in this one is left. `api` as for `start`.
   */
  async startOver(api = noApi): Promise<void> {
    this.api = api
    await this.chromium.killBackground()
    await this.reset()
  }

  /** As after the installation: nothing stored, no page open, an honest wallet. */
  async reset(
    settings: Partial<Settings> = {},
    wallet: Partial<WalletSettings> = {},
  ): Promise<void> {
    await this.chromium.closePopup()
    for (const page of this.chromium.context.pages())
      if (!page.url().endsWith('/manifest.json') && page.url() !== welcomeUrl) await page.close()
    await this.wallet.reset({ ...walletDefaults, api: this.api, ...wallet })
    await this.probe.sendCommand({ type: 'erase' })
    await this.probe.clearNotifications()
    await this.probe.sendCommand({
      type: 'saveSettings',
      settings: embeddedSettings(this.api, settings),
    })
  }

  /** Opens a web page and gives it when wallets have had the time to come. */
  async openPage(url = this.site.url): Promise<Page> {
    const page = await this.chromium.context.newPage()
    await page.goto(url)
    return page
  }

  openPopup = (page: Page): Promise<View> => this.chromium.openPopup(page)

  /** Chromium's number of a page's tab, over which the toolbar button has been pressed. */
  findTabId = (page: Page): Promise<number> => this.probe.findTab(page.url())

  /** Connects the wallet over a page, as a user does; the popup stays open. */
  async connect(page: Page): Promise<View> {
    const popup = await this.openPopup(page)
    await popup.press(catalogue['connect.wallet'])
    await this.wallet.approve()
    await this.probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
    return popup
  }

  /** Quits the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    this.chromium = await Chromium.launch({
      profile: await this.chromium.quit(),
      args: [withoutPublicHosts],
    })
    this.probe = await StorageProbe.open(this.chromium)
    this.wallet = await WalletUser.open(this.chromium)
  }

  /** The alarm goes off, and the refresh that it starts is done. */
  async refresh(): Promise<void> {
    await this.probe.sendCommand({ type: 'refresh' })
  }

  async close(): Promise<void> {
    await this.chromium.close()
    await this.site.close()
  }
}
