import { waitLimitMs } from '../../wait-limit.ts'
import type { Remote } from './remote.ts'
import { View } from './view.ts'

const keys = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  ArrowRight: { key: 'ArrowRight', code: 'ArrowRight', windowsVirtualKeyCode: 39 },
} as const

/**
 * Where the focus is, as seen from the control with a name: `there`, in its list of tabs, or
 * elsewhere. Refers to nothing outside itself, because it is sent to the page as text.
 */
function whereIsFocus(wanted: string, isField: boolean): 'there' | 'beside' | 'elsewhere' {
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused.matches(':disabled')) return 'elsewhere'
  if (isField) {
    const { labels } = focused as HTMLInputElement
    const label = focused.getAttribute('aria-label') ?? labels?.[0]?.innerText ?? ''
    return label.trim().startsWith(wanted) ? 'there' : 'elsewhere'
  }
  const nameOf = (element: HTMLElement) =>
    (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ')
  const all = [...document.querySelectorAll<HTMLElement>('button, a[href], summary')]
  const exact = all.find((element) => nameOf(element) === wanted)
  if (exact ? focused === exact : nameOf(focused).includes(wanted)) return 'there'
  const tabs = focused.closest('[role=tablist]')
  return exact && tabs?.contains(exact) ? 'beside' : 'elsewhere'
}

/** What a user does who has no mouse: goes to controls by Tab and arrows, presses Enter, types. */
export class KeyboardView extends View {
  constructor(private readonly target: Remote) {
    super(target)
  }

  override press = async (name: string): Promise<void> => {
    await this.#reach(name, false)
    await this.#key('Enter')
  }

  override fill = async (label: string, value: string): Promise<void> => {
    await this.#reach(label, true)
    await this.target.evaluate(() => (document.activeElement as HTMLInputElement).select())
    await this.target.send('Input.insertText', { text: value })
  }

  /** Goes on until the control is there and has the focus. */
  async #reach(name: string, isField: boolean): Promise<void> {
    const until = performance.now() + waitLimitMs
    for (;;) {
      const where = await this.target.evaluate(whereIsFocus, name, isField)
      if (where === 'there') return
      if (performance.now() > until)
        throw new Error(
          `The keyboard does not reach “${name}”; the page says: ${await this.readText()}`,
        )
      await this.#key(where === 'beside' ? 'ArrowRight' : 'Tab')
    }
  }

  async #key(name: keyof typeof keys): Promise<void> {
    const key = keys[name]
    const type = 'text' in key ? 'keyDown' : 'rawKeyDown'
    await this.target.send('Input.dispatchKeyEvent', { type, ...key })
    await this.target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
}
