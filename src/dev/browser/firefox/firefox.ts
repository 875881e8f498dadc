import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from '../../cli/browsers.ts'
import { testLimitMs, waitLimitMs } from '../../wait-limit.ts'
import { nameHelper } from '../chromium/name-helper.ts'
import { preparePages } from './chrome-functions.ts'
import { createProfile } from './create-profile.ts'
import { Frame } from './frame.ts'
import { Marionette } from './marionette.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')

interface Addon {
  id: string
  origin: string
  folder: string
}
const addon = (id: string, uuid: string, folder: string): Addon => ({
  id,
  origin: `moz-extension://${uuid}`,
  folder,
})

/**
 * The extension as it ships, from the checkout, and the demo wallet; the profile fixes the origin
 * of each beforehand.
 */
export const extension = addon(
  'twinstack@dual-stacking',
  '7a1d5e40-3c1e-4a58-9d2b-5f6d1c0a9e11',
  root,
)
export const demoWallet = addon(
  'demo-wallet@twinstack',
  '2b8c4f0e-6e57-4c39-8a4f-90d3b7c6e522',
  join(root, 'build/demo-wallet'),
)

const popupUrl = `${extension.origin}/dist/extension/popup/popup.html`
const welcomeUrl = `${extension.origin}/dist/extension/welcome/welcome.html`

/** A headless Firefox with the extension and the demo wallet, in a separate profile. */
export class Firefox {
  private constructor(
    private readonly process: ChildProcess,
    readonly marionette: Marionette,
    private readonly profile: string,
  ) {}

  static async launch(): Promise<Firefox> {
    const addons = [extension, demoWallet]
    const profile = await createProfile(
      Object.fromEntries(addons.map(({ id, origin }) => [id, new URL(origin).host])),
    )
    const browser = spawn(
      ensureBrowser('firefox'),
      [
        '--headless',
        '--marionette',
        '--no-remote',
        '--profile',
        profile,
        '--remote-allow-system-access',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const marionette = await Marionette.connect(await listeningPort(browser))
    const firefox = new Firefox(browser, marionette, profile)
    await marionette.send('WebDriver:NewSession')
    // Not as capabilities, of which Firefox leaves out without a word what it does not know. Longer
    // than the waits within, so that they say first what they miss.
    await marionette.send('WebDriver:SetTimeouts', { script: testLimitMs, pageLoad: testLimitMs })
    await marionette.send('Marionette:SetContext', { value: 'chrome' })
    await firefox.inChrome(preparePages)
    for (const { folder } of addons)
      await marionette.send('Addon:Install', { path: folder, temporary: true })
    await firefox.startBackground()
    await firefox.closeWelcome()
    return firefox
  }

  /** Runs a function in the browser's own window; arguments and result travel as JSON. */
  inChrome<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.inChromeText(`(${run.toString()})(...${JSON.stringify(args)})`) as Promise<R>
  }

  async inChromeText(expression: string): Promise<unknown> {
    const script = `const [done] = [...arguments].slice(-1)
      
      ${nameHelper}
      ;(async () => ${expression})().then(
        (value) => done({ value }),
        (error) => done({ error: String(error) + '\\n' + (error?.stack ?? '') }),
      )`
    const { value, error } = (await this.marionette.send('WebDriver:ExecuteAsyncScript', {
      script,
      args: [],
      newSandbox: true,
    })) as { value?: unknown; error?: string }
    if (error !== undefined) throw new Error(error)
    return value
  }

  /** Opens a tab and gives it when its page has loaded. */
  async openTab(url: string): Promise<Frame> {
    await this.inChrome((address: string) => {
      const { gBrowser, Services } = globalThis as unknown as Chrome
      gBrowser.selectedTab = gBrowser.addTab(address, {
        triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
      })
    }, url)
    return Frame.find(this, url, 'the tab')
  }

  /**
   * Presses the toolbar button over a tab, as the mouse or the keyboard would: opens the popup and
   * grants `activeTab`.
   */
  async openPopup(over: Frame): Promise<Frame> {
    await this.closePopup()
    await over.select()
    await this.inChrome((id: string) => {
      const { ChromeUtils, WebExtensionPolicy, window } = globalThis as unknown as Chrome
      const { ExtensionParent } = ChromeUtils.importESModule(
        'resource://gre/modules/ExtensionParent.sys.mjs',
      )
      return ExtensionParent.apiManager.global
        .browserActionFor(WebExtensionPolicy.getByID(id).extension)
        .triggerAction(window)
    }, extension.id)
    return Frame.find(this, popupUrl, 'the popup')
  }

  async closePopup(): Promise<void> {
    for (const popup of await Frame.all(this, popupUrl)) {
      await popup.close()
      await popup.gone()
    }
  }

  /** Resolves when the event page runs: Firefox starts it a moment after the installation. */
  startBackground(): Promise<void> {
    return this.inChrome(async (id: string) => {
      await (globalThis as unknown as Chrome).WebExtensionPolicy.getByID(
        id,
      ).extension.wakeupBackground()
    }, extension.id)
  }

  /** A tab that opened by itself later would close whatever popup is open then. */
  private async closeWelcome(): Promise<void> {
    const welcome = await Frame.find(this, welcomeUrl, 'the welcome page')
    await welcome.close()
    await welcome.gone()
  }

  /** Stops the event page at once, whatever it is doing. */
  async killBackground(): Promise<void> {
    const state = await this.inChrome(async (id: string) => {
      const { extension: own } = (globalThis as unknown as Chrome).WebExtensionPolicy.getByID(id)
      await own.terminateBackground({ disableResetIdleForTest: true })
      return own.backgroundState
    }, extension.id)
    // Whatever comes next may start it again at once.
    if (state !== 'stopped' && state !== 'starting')
      throw new Error(`The event page was not stopped: it is ${state}`)
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve))
    await this.marionette
      .send('Marionette:Quit', { flags: ['eForceQuit'] })
      .catch(() => this.process.kill('SIGKILL'))
    await ended
    this.marionette.close()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** What the browser's window has that these functions use. */
interface Chrome {
  window: unknown
  gBrowser: { selectedTab: unknown; addTab(url: string, options: object): unknown }
  Services: { scriptSecurityManager: { getSystemPrincipal(): unknown } }
  ChromeUtils: {
    importESModule(url: string): {
      ExtensionParent: {
        apiManager: {
          global: {
            browserActionFor(extension: unknown): { triggerAction(window: unknown): Promise<void> }
          }
        }
      }
    }
  }
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: {
        backgroundState: string
        wakeupBackground(): Promise<void>
        terminateBackground(options?: object): Promise<void>
      }
    }
  }
}

/** The port on which Firefox listens for Marionette, once it does. */
function listeningPort(browser: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = ''
    const timer = setTimeout(
      () => reject(new Error(`Firefox did not start within ${waitLimitMs} ms: ${said}`)),
      waitLimitMs,
    )
    browser.once('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)))
    for (const stream of [browser.stdout!, browser.stderr!])
      stream.on('data', (bytes: Buffer) => {
        said = (said + bytes.toString()).slice(-4000)
        const port = /Listening on port (\d+)/.exec(said)?.[1]
        if (port === undefined) return
        clearTimeout(timer)
        resolve(Number(port))
      })
  })
}
