import type { AppState } from '../../../app/app-state.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import { viewState } from '../../../app/stored/view-state.ts'
import type { Command } from '../../../extension/messages.ts'
import { waitLimitMs } from '../../wait-limit.ts'
import { extensionId, walletId, type Chromium } from './chromium.ts'
import {
  clearNotifications,
  readNotifications,
  recordClosedNotifications,
} from './notification-record.ts'
import type { ProbePage } from './probe-page.ts'

/**
 * Reads the extension's storage, and what it has notified of, from a page of its origin that runs
 * none of its code.
 */
export class StorageProbe {
  /**
   * `page`: one of the extension, in which the record of notifications has begun; `readWallet`:
   * what the wallet keeps, told where a wait fails.
   */
  constructor(
    private readonly page: ProbePage,
    private readonly readWallet: () => Promise<unknown> = async () => undefined,
  ) {}

  static async open({ context }: Chromium): Promise<StorageProbe> {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/manifest.json`)
    await recordClosedNotifications(page)
    const wallets = `chrome-extension://${walletId}/`
    return new StorageProbe(page, async () =>
      context
        .pages()
        .find((each) => each.url().startsWith(wallets))
        ?.evaluate(() => chrome.storage.local.get(['last', 'refused'])),
    )
  }

  readRaw = (): Promise<Record<string, unknown>> =>
    this.page.evaluate(() => chrome.storage.local.get(null))
  set = (values: Record<string, unknown>): Promise<void> =>
    this.page.evaluate((each) => chrome.storage.local.set(each), values)
  remove = (key: string): Promise<void> =>
    this.page.evaluate((each) => chrome.storage.local.remove(each), key)
  countBytes = (): Promise<number> =>
    this.page.evaluate(() => chrome.storage.local.getBytesInUse(null))
  /** Puts exactly this into storage. */
  replace = (values: Record<string, unknown>): Promise<void> =>
    this.page.evaluate(async (each) => {
      await chrome.storage.local.clear()
      await chrome.storage.local.set(each)
    }, values)
  readState = async (): Promise<AppState> => viewState(await this.readRaw())

  /** Ids of the notifications that were shown since they were put away, gone again or not. */
  notifications = (): Promise<string[]> => readNotifications(this.page)
  /** Puts every notification away without waking the background. */
  clearNotifications = (): Promise<void> => clearNotifications(this.page)

  /** Sends a command as a view does. */
  sendCommand = (command: Command): Promise<CommandResult> =>
    this.page.evaluate((each) => chrome.runtime.sendMessage<Command, CommandResult>(each), command)

  /**
   * The number of the tab with this address, which the extension sees once the user has let it in
   * there.
   */
  findTab = (url: string): Promise<number> =>
    this.page.evaluate(
      async (wanted) => (await chrome.tabs.query({})).find((tab) => tab.url === wanted)!.id!,
      url,
    )

  /**
   * The state as soon as it fits; checks again whenever storage changes. Throws at once where
   * `isHopeless` says that it never will.
   */
  async waitUntil(
    fits: (state: AppState) => boolean,
    what: string,
    isHopeless: (state: AppState) => boolean = () => false,
  ): Promise<AppState> {
    const raw = await this.waitUntilRaw(
      (each) => fits(viewState(each)),
      what,
      (each) => isHopeless(viewState(each)),
    )
    return viewState(raw)
  }

  /** The same for everything in storage. */
  async waitUntilRaw(
    fits: (raw: Record<string, unknown>) => boolean,
    what: string,
    isHopeless: (raw: Record<string, unknown>) => boolean = () => false,
  ): Promise<Record<string, unknown>> {
    const deadline = Date.now() + waitLimitMs
    for (;;) {
      // Listening starts before the first read, so that no change falls between them.
      const changed = this.page.evaluate(
        (longest) =>
          new Promise<void>((resolve) => {
            const done = () => {
              chrome.storage.onChanged.removeListener(done)
              clearTimeout(timer)
              resolve()
            }
            const timer = setTimeout(done, longest)
            chrome.storage.onChanged.addListener(done)
          }),
        Math.max(1, deadline - Date.now()),
      )
      changed.catch(() => undefined)
      const raw = await this.readRaw()
      if (fits(raw)) return raw
      if (isHopeless(raw)) throw new Error(`No hope for ${what}; ${await this.describe(raw)}`)
      if (Date.now() > deadline)
        throw new Error(`Waited ${waitLimitMs} ms for ${what}; ${await this.describe(raw)}`)
      await changed
    }
  }

  /**
   * What tells why something did not come: the log and the wallet first, then all there is room
   * for.
   */
  private async describe(raw: Record<string, unknown>): Promise<string> {
    const { faultLog, ...rest } = raw
    const wallet = await this.readWallet().catch(String)
    return `log ${JSON.stringify(faultLog)}; wallet ${JSON.stringify(wallet)}; storage holds ${JSON.stringify({ ...rest, chain: '…' }).slice(0, 6000)}`
  }

  close = (): Promise<void> => this.page.close()
}
