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

/** The first frame of the page in the selected tab, in whatever tree of the page it is. */
export class FirefoxPanel {
  constructor(private readonly firefox: Firefox) {}

  /** Does something in the frame; the driver is back in the browser's own window afterwards. */
  private async inFrame<R>(work: () => Promise<R>): Promise<R> {
    const { marionette } = this.firefox
    const handle = await this.firefox.inChrome(() => {
      const { gBrowser, ChromeUtils } = globalThis as unknown as Chrome
      const { NavigableManager } = ChromeUtils.importESModule(
        'chrome://remote/content/shared/NavigableManager.sys.mjs',
      )
      return NavigableManager!.getIdForBrowser(gBrowser.selectedBrowser)
    })
    await marionette.send('Marionette:SetContext', { value: 'content' })
    try {
      await marionette.send('WebDriver:SwitchToWindow', { handle })
      await marionette.send('WebDriver:SwitchToFrame', { id: 0 })
      return await work()
    } finally {
      await marionette.send('Marionette:SetContext', { value: 'chrome' })
    }
  }

  /** Runs a function in the frame, which refers to nothing outside itself. */
  evaluate<A extends unknown[], R>(run: (...args: A) => R, ...args: A): Promise<R> {
    const script = `return (${run.toString()})(...arguments)`
    return this.inFrame(
      () => this.firefox.marionette.send('WebDriver:ExecuteScript', { script, args }) as Promise<R>,
    )
  }

  /** Presses a place of the frame with the mouse, as a person does; CSS pixels. */
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

  /** Presses keys on what has the focus in the frame. */
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
    return this.inFrame(() =>
      this.firefox.marionette.send('WebDriver:PerformActions', { actions: [source] }),
    )
  }
}
