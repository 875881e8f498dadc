import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { ensureBrowser } from '../../cli/browsers.ts'
import { waitLimitMs } from '../../wait-limit.ts'
import { nameHelper } from './name-helper.ts'
import { Remote } from './remote.ts'
import { View } from './view.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')
const walletFolder = join(root, 'build/demo-wallet')

/** Chromium's id for an unpacked extension: its path's hash, in letters. */
export const unpackedId = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))

export const extensionId = unpackedId(root)
export const walletId = unpackedId(walletFolder)

interface Target {
  targetId: string
  type: string
  url: string
}

const isWorker = ({ type, url }: Target): boolean =>
  type === 'service_worker' && url.includes(extensionId)

export const welcomeUrl = `chrome-extension://${extensionId}/dist/extension/welcome/welcome.html`

/**
 * Waits for the page that a fresh installation opens: only then is it out of the way of everything
 * else.
 */
async function welcomed(context: BrowserContext, keep: boolean): Promise<void> {
  const isWelcome = (page: Page) => page.url() === welcomeUrl
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: waitLimitMs }))
  if (!keep) await page.close()
}

/** A Chromium with the extension as it ships and the demo wallet, in a separate profile. */
export class Chromium {
  /** How the popup is used. */
  useView = (remote: Remote): View => new View(remote)

  private constructor(
    readonly context: BrowserContext,
    readonly cdp: CDPSession,
    private readonly profile: string,
  ) {}

  /**
   * Starts with a fresh profile, whose welcome page is closed unless it is to be kept, or with the
   * one of a browser that was closed to be started again.
   */
  static async launch({
    profile,
    headless = true,
    keepWelcome = false,
    args = [],
  }: {
    profile?: string
    headless?: boolean
    keepWelcome?: boolean
    args?: readonly string[]
  } = {}): Promise<Chromium> {
    const folder = profile ?? (await mkdtemp(join(tmpdir(), 'twinstack-chromium-')))
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: ensureBrowser('chromium'),
      headless,
      viewport: null,
      timeout: waitLimitMs,
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-component-extensions-with-background-pages',
      ],
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--enable-unsafe-extension-debugging',
        `--disable-extensions-except=${root},${walletFolder}`,
        `--load-extension=${root},${walletFolder}`,
        ...args,
      ],
    })
    context.setDefaultTimeout(waitLimitMs)
    if (nameHelper) await context.addInitScript(nameHelper)
    const cdp = await context.browser()!.newBrowserCDPSession()
    await cdp.send('Target.setDiscoverTargets', { discover: true, filter: [{}] })
    if (profile === undefined) await welcomed(context, keepWelcome)
    return new Chromium(context, cdp, folder)
  }

  async targets(): Promise<Target[]> {
    return (await this.cdp.send('Target.getTargets', { filter: [{}] })).targetInfos
  }

  /** The first target that fits, once there is one. */
  async waitForTarget(fits: (target: Target) => boolean, what: string): Promise<Target> {
    const look = async () => (await this.targets()).find(fits)
    const found = await look()
    if (found) return found
    return new Promise((resolve, reject) => {
      const events = ['Target.targetCreated', 'Target.targetInfoChanged'] as const
      const again = () => void look().then((target) => target && finish(() => resolve(target)))
      const timer = setTimeout(
        () => finish(() => reject(new Error(`No ${what} within ${waitLimitMs} ms`))),
        waitLimitMs,
      )
      // A service worker's target comes without an event, because Playwright holds on to the one
      // before.
      const poll = setInterval(again, 50)
      const finish = (then: () => void) => {
        clearTimeout(timer)
        clearInterval(poll)
        for (const event of events) this.cdp.off(event, again)
        then()
      }
      for (const event of events) this.cdp.on(event, again)
      again()
    })
  }

  /** Presses the toolbar button over a page and gives the popup that opens. */
  async openPopup(page: Page): Promise<View> {
    await page.bringToFront()
    const tab = await this.waitForTarget(
      ({ type, url }) => type === 'tab' && url === page.url(),
      `tab at ${page.url()}`,
    )
    await this.cdp.send(
      'Extensions.triggerAction' as 'Target.getTargets',
      { id: extensionId, targetId: tab.targetId } as object,
    )
    const popup = await this.waitForTarget(
      ({ type, url }) =>
        type === 'page' &&
        url.startsWith(`chrome-extension://${extensionId}/dist/extension/popup/`),
      'popup',
    )
    const remote = await Remote.attach(this.cdp, popup)
    await remote.evaluate(
      () =>
        new Promise<void>((resolve) => {
          if (document.readyState === 'complete') resolve()
          else addEventListener('load', () => resolve())
        }),
    )
    return this.useView(remote)
  }

  async closePopup(): Promise<void> {
    const popup = (await this.targets()).find(
      ({ type, url }) =>
        type === 'page' &&
        url.startsWith(`chrome-extension://${extensionId}/dist/extension/popup/`),
    )
    if (popup)
      await this.closed(popup.targetId, () =>
        this.cdp.send('Target.closeTarget', { targetId: popup.targetId }),
      )
  }

  /** Runs a function in the extension's service worker, which must be running. */
  async inBackground<A extends unknown[], R>(
    run: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    return this.inWorker(await this.worker(), run, ...args)
  }

  private async inWorker<A extends unknown[], R>(
    target: Target,
    run: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    const worker = await Remote.attach(this.cdp, target)
    try {
      return await worker.evaluate(run, ...args)
    } finally {
      await worker.detach()
    }
  }

  async worker(): Promise<Target> {
    return this.waitForTarget(isWorker, 'service worker')
  }

  /**
   * Stops the service worker at once, whatever it is doing, and resolves when that run of it has
   * ended; an event may have started the next one by then.
   */
  async killBackground(): Promise<void> {
    const worker = (await this.targets()).find(isWorker)
    if (!worker) return
    const life = Math.random()
    await this.inBackground((mark) => void Object.assign(globalThis, { life: mark }), life)
    await this.cdp.send('Target.closeTarget', { targetId: worker.targetId })
    // Its end fires no event, and the next life has the same target: only the mark distinguishes
    // them. Reading the mark too early would keep alive a worker that is just being stopped.
    for (let look = 1; ; look++) {
      const found = (await this.targets()).find(isWorker)
      if (!found) return
      if (
        look % 20 === 0 &&
        (await this.inWorker(found, () => (globalThis as { life?: number }).life).catch(
          () => life,
        )) !== life
      )
        return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  /**
   * Makes the next matching call of an API by the service worker hang, as if the browser had
   * stopped the worker just before it; `reached` resolves then. `api` is below `chrome`; the n-th
   * call from now on, or the first whose arguments contain `text` as JSON.
   */
  async hangBackgroundAt(
    api: string,
    which: { call?: number; text?: string } = {},
  ): Promise<{ reached(): Promise<void> }> {
    const worker = await Remote.attach(this.cdp, await this.worker())
    await worker.evaluate(
      (path: string, call: number, text: string) => {
        const names = path.split('.')
        const last = names.pop()!
        const root: unknown = (globalThis as { browser?: unknown }).browser ?? chrome
        const owner = names.reduce<unknown>(
          (object, name) => (object as Record<string, unknown>)[name],
          root,
        ) as Record<string, (...args: unknown[]) => unknown>
        const real = owner[last]!
        let calls = 0
        const scope = globalThis as unknown as { hung: Promise<void> }
        scope.hung = new Promise((resolve) => {
          owner[last] = (...args: unknown[]) => {
            if (!JSON.stringify(args).includes(text)) return real.apply(owner, args)
            calls++
            if (calls < call) return real.apply(owner, args)
            resolve()
            return new Promise(() => undefined)
          }
        })
      },
      api,
      which.call ?? 1,
      which.text ?? '',
    )
    return {
      // A worker that is being debugged cannot be stopped: the session ends as soon as the moment
      // is there.
      reached: async () => {
        await worker.evaluate(() => (globalThis as unknown as { hung: Promise<void> }).hung)
        await worker.detach()
      },
    }
  }

  /**
   * Installs the extension over itself, as an update does: its pages close, its background
   * restarts, and its scripts in pages are cut off.
   */
  update = async (): Promise<void> =>
    void (await this.cdp.send(
      'Extensions.loadUnpacked' as 'Target.getTargets',
      { path: root } as object,
    ))

  private closed(targetId: string, close: () => Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      const gone = (event: { targetId: string }) => {
        if (event.targetId !== targetId) return
        this.cdp.off('Target.targetDestroyed', gone)
        resolve()
      }
      this.cdp.on('Target.targetDestroyed', gone)
      close().catch(reject)
    })
  }

  /** Closes the browser and keeps its profile. */
  async quit(): Promise<string> {
    await this.context.close()
    return this.profile
  }

  async close(): Promise<void> {
    await rm(await this.quit(), { recursive: true, force: true, maxRetries: 3 })
  }
}
