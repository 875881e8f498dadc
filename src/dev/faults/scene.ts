import type { Page } from 'playwright-core'
import type { Session } from '../browser/chromium/session.ts'
import { shiftClock } from './harm.ts'

/** A browser with a web page that the extension was granted, in which faults are played. */
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

  /**
   * Stops the background and puts this storage in the place of its own. An alarm may wake it in
   * between, and it reads the chain then, which has to be as the scene begins.
   */
  protected async restartOver(storage: Record<string, unknown>): Promise<void> {
    const { chromium, probe } = this.session
    await chromium.killBackground()
    await probe.replace(storage)
    await chromium.killBackground()
  }

  async restart(): Promise<void> {
    await this.session.restart()
    await this.arrive()
  }

  /** Opens the web page in a browser that was restarted. */
  async arrive(): Promise<void> {
    this.#page = await this.session.openPage()
    await this.grant()
  }

  /** Presses the toolbar button over the page, which grants it to the extension. */
  async grant(): Promise<void> {
    await this.session.openPopup(this.#page)
    await this.session.chromium.closePopup()
    this.tabId = await this.session.findTabId(this.#page)
  }
}
