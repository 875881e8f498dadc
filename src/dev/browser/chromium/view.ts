import { waitLimitMs } from '../../wait-limit.ts'
import type { Remote } from './remote.ts'

/**
 * Resolves when `check` holds on the document, and checks again whenever it changes. Refers to
 * nothing outside itself, because it is sent to the page as text.
 */
function whenHolds(
  check: (...args: unknown[]) => unknown,
  args: unknown[],
  limitMs: number,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // What a check clicks may change the document at once, which must not start another check.
    let looking = false
    const look = () => {
      if (looking) return
      looking = true
      const value = check(...args)
      looking = false
      if (!value) return
      stop()
      resolve(value)
    }
    const observer = new MutationObserver(look)
    const timer = setTimeout(() => {
      stop()
      reject(
        new Error(
          `Waited ${limitMs} ms for ${check.toString()} with ${JSON.stringify(args)}; the page says: ${document.body.innerText}`,
        ),
      )
    }, limitMs)
    const stop = () => {
      observer.disconnect()
      clearTimeout(timer)
    }
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    look()
  })
}

/**
 * What a user does with a view: reads it, presses buttons by their name, fills fields by their
 * label.
 */
export class View {
  constructor(readonly remote: Pick<Remote, 'evaluate' | 'evaluateText' | 'screenshot'>) {}

  readText = (): Promise<string> => this.remote.evaluate(() => document.body.innerText)

  /** Waits until the view shows a text. */
  waitForText = (text: string): Promise<unknown> =>
    this.#until(
      (wanted: string) => document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
      text,
    )

  waitForNoText = (text: string): Promise<unknown> =>
    this.#until(
      (wanted: string) => !document.body.innerText.replace(/\s+/g, ' ').includes(wanted),
      text,
    )

  /** Waits until no element fits the selector. */
  waitForNone = (selector: string): Promise<unknown> =>
    this.#until((unwanted: string) => document.querySelector(unwanted) === null, selector)

  /**
   * Presses the button, tab, link or box with this name, once it is there and enabled; one whose
   * name only contains it where no other has it.
   */
  press = (name: string): Promise<unknown> =>
    this.#until((wanted: string) => {
      const named = (element: HTMLElement) =>
        (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ')
      const all = [
        ...document.querySelectorAll<HTMLButtonElement>('button, a[href], summary, label'),
      ].filter((element) => element.offsetParent !== null)
      const exact = all.filter((element) => named(element) === wanted)
      const alike = all.filter((element) => named(element).includes(wanted))
      const found = (exact.length > 0 ? exact : alike).find((element) => !element.disabled)
      found?.click()
      return found !== undefined
    }, name)

  /** Types into the field with this label. */
  fill = (label: string, value: string): Promise<unknown> =>
    this.#until(
      (wanted: string, text: string) => {
        const fields = [
          ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
            'input, textarea, select',
          ),
        ]
        const named = (field: HTMLInputElement | HTMLTextAreaElement) =>
          field.getAttribute('aria-label') ?? field.labels?.[0]?.innerText ?? ''
        const field = fields.find((each) => named(each).trim().startsWith(wanted))
        if (!field) return false
        // The element's own setter: a framework may have put another one on the element.
        const prototype = Object.getPrototypeOf(field) as object
        Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, text)
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
        return true
      },
      label,
      value,
    )

  saveScreenshot = (path: string): Promise<void> => this.remote.screenshot(path)

  #until<A extends unknown[]>(check: (...args: A) => unknown, ...args: A): Promise<unknown> {
    return this.remote.evaluateText(
      `(${whenHolds.toString()})(${check.toString()}, ${JSON.stringify(args)}, ${waitLimitMs})`,
    )
  }
}
