import type { Page } from 'playwright-core'
import type { Session } from '../browser/chromium/session.ts'
import { shiftClock } from './harm.ts'

/**
 * What every scene of faults has: a browser, and in it a web page over which the toolbar button has
 * been pressed.
 */
export class Scene {
  tabId = 0
  #page: Page

  protected constructor(
    readonly session: Session,
    page: Page,
  ) {
    this.#page = page
  }

  shiftClock = (byMs: number) => shiftClock(this.session.chromium, byMs)

  async restart(): Promise<void> {
    await this.session.restart()
    await this.arrive()
  }

  /** Opens the web page in a browser that was started anew. */
  async arrive(): Promise<void> {
    this.#page = await this.session.openPage()
    await this.grant()
  }

  /** The toolbar button is pressed over the page, which lets the extension in there. */
  async grant(): Promise<void> {
    await this.session.openPopup(this.#page)
    await this.session.chromium.closePopup()
    this.tabId = await this.session.findTabId(this.#page)
  }
}
