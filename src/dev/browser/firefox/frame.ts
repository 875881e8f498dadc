import { writeFileSync } from 'node:fs'
import { waitLimitMs } from '../../wait-limit.ts'
import { nameHelper } from '../chromium/name-helper.ts'
import {
  findPages,
  closePage,
  waitForPage,
  takeScreenshot,
  runInPage,
  selectPage,
  waitUntilGone,
} from './chrome-functions.ts'

/** Runs functions in the browser's own window; arguments and results travel as JSON. */
interface ChromeRunner {
  inChrome<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R>
}

/** A page in a tab, a window or the popup panel, known by the browser element that shows it. */
export class Frame {
  private constructor(
    private readonly firefox: ChromeRunner,
    readonly id: number,
  ) {}

  /**
   * The newest page whose address starts so, once it has loaded; looked for in all windows and
   * panels.
   */
  static find = async (firefox: ChromeRunner, url: string, what: string): Promise<Frame> =>
    new Frame(firefox, await firefox.inChrome(waitForPage, url, what, waitLimitMs))

  static all = async (firefox: ChromeRunner, url: string): Promise<Frame[]> =>
    (await firefox.inChrome(findPages, url)).map((id) => new Frame(firefox, id))

  /**
   * Runs a function in the page, which refers to nothing outside itself; its arguments and its
   * result (or what its promise resolves to) travel as JSON.
   */
  evaluate<A extends unknown[], R>(run: (...args: A) => R | Promise<R>, ...args: A): Promise<R> {
    return this.evaluateText(`(${run.toString()})(...${JSON.stringify(args)})`) as Promise<R>
  }

  async evaluateText(expression: string): Promise<unknown> {
    const text = await this.firefox.inChrome(
      runInPage,
      this.id,
      `(async () => { ${nameHelper} return JSON.stringify(await ${expression}) })()`,
    )
    return text === null ? undefined : JSON.parse(text)
  }

  select = (): Promise<void> => this.firefox.inChrome(selectPage, this.id)

  close = (): Promise<void> => this.firefox.inChrome(closePage, this.id)

  /** Resolves when nothing shows this page any more. */
  gone = (): Promise<void> => this.firefox.inChrome(waitUntilGone, this.id, waitLimitMs)

  async screenshot(path: string): Promise<void> {
    writeFileSync(path, Buffer.from(await this.firefox.inChrome(takeScreenshot, this.id), 'base64'))
  }
}
