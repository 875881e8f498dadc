import type { Frame, Page } from 'playwright-core'
import { waitLimitMs } from '../../wait-limit.ts'
import { extensionId } from './chromium.ts'

const panelUrl = `chrome-extension://${extensionId}/dist/extension/panel/panel.html`

/** The panel on a page: a document of the extension's in a frame that the page cannot find. */
export class Panel {
  private constructor(private readonly page: Page) {}

  static on = (page: Page): Panel => new Panel(page)

  private find = (): Frame | undefined =>
    this.page.frames().find((frame) => frame.url() === panelUrl && !frame.isDetached())

  /** The panel's frame, once it is there. */
  async frame(): Promise<Frame> {
    await this.until(async () => this.find() !== undefined, 'is on the page')
    return this.find()!
  }

  isOpen = (): boolean => this.find() !== undefined

  /** Resolves when the panel has gone from the page. */
  waitUntilClosed = (): Promise<void> => this.until(async () => !this.isOpen(), 'is closed')

  /** What it shows; null while it is not there. */
  async readText(): Promise<string | null> {
    const frame = this.find()
    return frame ? frame.evaluate(() => document.body.innerText).catch(() => null) : null
  }

  /** Waits until the panel shows a text. */
  waitForText = (text: string): Promise<void> =>
    this.until(
      async () => (await this.readText())?.replace(/\s+/g, ' ').includes(text) ?? false,
      `shows ${text}`,
    )

  private async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const until = Date.now() + waitLimitMs
    while (!(await holds())) {
      if (Date.now() > until)
        throw new Error(`Waited in vain until the panel ${what}; it says: ${await this.readText()}`)
      await this.page.waitForTimeout(25)
    }
  }

  /** Where the panel's frame is in the window. */
  async locate(): Promise<{ x: number; y: number; width: number; height: number }> {
    const element = await (await this.frame()).frameElement()
    return (await element.boundingBox())!
  }

  /** Resolves when the panel has had the height of its content for half a second. */
  settle = async (): Promise<void> =>
    (await this.frame()).evaluate(
      () =>
        new Promise<void>((resolve) => {
          let timer = setTimeout(resolve, 500)
          window.addEventListener('resize', () => {
            clearTimeout(timer)
            timer = setTimeout(resolve, 500)
          })
        }),
    )

  /**
   * Where the middle of the button with this name is in the window, once it is there and enabled;
   * scrolls to it.
   */
  async locateButton(name: string): Promise<{ x: number; y: number }> {
    const frame = await this.frame()
    let place: { x: number; y: number } | null = null
    await this.until(async () => {
      place = await frame
        .evaluate((wanted) => {
          const named = (element: Element) =>
            (element.getAttribute('aria-label') ?? (element as HTMLElement).innerText)
              .trim()
              .replace(/\s+/g, ' ')
          const all = [
            ...document.querySelectorAll<HTMLButtonElement>('button, a[href], label'),
          ].filter((element) => !element.disabled)
          const found =
            all.find((element) => named(element) === wanted) ??
            all.find((element) => named(element).includes(wanted))
          found?.scrollIntoView({ block: 'center' })
          found?.addEventListener('click', () => void Object.assign(window, { pressed: true }), {
            once: true,
          })
          const box = found?.getBoundingClientRect()
          return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null
        }, name)
        .catch(() => null)
      return place !== null
    }, `has a button ${name}`)
    const { x, y } = await this.locate()
    return { x: x + place!.x, y: y + place!.y }
  }

  /**
   * Presses a button with the pointer, as a user does; again when the panel refused the click
   * because it was not in sight for long enough, or when the button moved meanwhile.
   */
  async press(name: string): Promise<void> {
    const frame = await this.frame()
    await frame.evaluate(() => void Object.assign(window, { pressed: false }))
    await this.until(async () => {
      await this.click(await this.locateButton(name))
      // A panel that this press closed cannot say so any more.
      return frame
        .evaluate(() => (window as unknown as { pressed: boolean }).pressed)
        .catch(() => true)
    }, `takes a press of ${name}`)
  }

  /** Clicks there. A frame that the press removes never acknowledges that it was let go. */
  private async click({ x, y }: { x: number; y: number }): Promise<void> {
    let isDone = false
    const clicking = this.page.mouse.click(x, y).then(() => {
      isDone = true
    })
    await this.until(async () => isDone || !this.isOpen(), 'takes a click')
    if (this.isOpen()) await clicking
    else clicking.catch(() => undefined)
  }

  /** Types into the field with this label, by the keyboard. */
  async type(label: string, text: string): Promise<void> {
    const frame = await this.frame()
    await frame.getByLabel(label).first().focus()
    await this.page.keyboard.insertText(text)
  }

  /** Clicks a button by script. */
  async clickByScript(name: string): Promise<void> {
    await (
      await this.frame()
    ).evaluate((wanted) => {
      const all = [...document.querySelectorAll('button')]
      all.find((element) => element.innerText.trim() === wanted)!.click()
    }, name)
  }

  /** Whether the panel says that something covers it. */
  showsCovered = async (): Promise<boolean> =>
    (await this.frame()).evaluate(
      () => !document.querySelector<HTMLElement>('.panel-covered')!.hidden,
    )
}
