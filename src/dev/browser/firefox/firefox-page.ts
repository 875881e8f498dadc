import type { Firefox } from './firefox.ts'

interface Chrome {
  gBrowser: { selectedBrowser: object }
  ChromeUtils: {
    importESModule(url: string): {
      NavigableManager?: { getIdForBrowser(browser: object): string }
      TabManager?: { getIdForBrowser(browser: object): string }
    }
  }
}

/** The page in the selected tab, driven with mouse and keyboard. */
export class FirefoxPage {
  /** Number of the page's frame that is driven instead. */
  protected readonly frame: number | null = null

  constructor(private readonly firefox: Firefox) {}

  /** Does something in the page; the driver is back in the browser's own window afterwards. */
  private async inPage<R>(work: () => Promise<R>): Promise<R> {
    const { marionette } = this.firefox
    const handle = await this.firefox.inChrome(() => {
      const { gBrowser, ChromeUtils } = globalThis as unknown as Chrome
      const shared = 'chrome://remote/content/shared'
      let manager
      try {
        manager = ChromeUtils.importESModule(`${shared}/NavigableManager.sys.mjs`).NavigableManager
      } catch {
        // In older versions its functions were the tab manager's.
        manager = ChromeUtils.importESModule(`${shared}/TabManager.sys.mjs`).TabManager
      }
      return manager!.getIdForBrowser(gBrowser.selectedBrowser)
    })
    await marionette.send('Marionette:SetContext', { value: 'content' })
    try {
      await marionette.send('WebDriver:SwitchToWindow', { handle })
      await marionette.send('WebDriver:SwitchToFrame', { id: this.frame })
      return await work()
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'chrome' })
    }
  }

  /** Runs a function in the page, which refers to nothing outside itself. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<R> {
    const script = `return (${run.toString()})(...arguments)`
    return this.inPage(
      () => this.firefox.marionette.send('WebDriver:ExecuteScript', { script, args }) as Promise<R>,
    )
  }

  /** Presses a place of the page with the mouse, as a person does; CSS pixels. */
  press(x: number, y: number): Promise<unknown> {
    const actions = [
      { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]
    return this.act({
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    })
  }

  /** Presses keys on what has the focus in the page. */
  type(text: string): Promise<unknown> {
    return this.act({
      type: 'key',
      id: 'keyboard',
      actions: [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    })
  }

  private act(source: object): Promise<unknown> {
    return this.inPage(() =>
      this.firefox.marionette.send('WebDriver:PerformActions', { actions: [source] }),
    )
  }
}
