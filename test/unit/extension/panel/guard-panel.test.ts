// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guardPanel } from '../../../../src/extension/panel/guard-panel.ts'
import { catalogue } from '../../../../src/words/en/index.ts'

type Told = { target: Element; time: number; isIntersecting: boolean; isVisible?: boolean }
let tell: (entries: Told[]) => void
let guarding: AbortController

beforeEach(() => {
  guarding = new AbortController()
  vi.useFakeTimers({
    now: 0,
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'],
  })
  class Observer {
    constructor(callback: (entries: Told[]) => void) {
      tell = callback
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
})
afterEach(() => {
  guarding.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

/** A form as those of Bitcoin Staking are: a button that submits what leads to a wallet. */
function place({ isStill = true } = {}) {
  document.body.innerHTML = '<div id="app"><form><button type="submit">Stake</button></form></div>'
  const content = document.querySelector('#app')!
  const button = document.querySelector('button')!
  button.getBoundingClientRect = () => ({ x: 10, y: 10, width: 80, height: 20 }) as DOMRect
  const still = { wasStill: () => isStill } as never
  guardPanel(content, { locale: 'en', catalogue }, still, guarding.signal)
  const dispatch = (event: Event, isTrusted: boolean) => {
    Object.defineProperty(event, 'isTrusted', { value: isTrusted })
    Object.defineProperty(event, 'timeStamp', { value: performance.now() })
    button.dispatchEvent(event)
  }
  const press = (isTrusted = true) => {
    dispatch(new Event('pointerdown', { bubbles: true, composed: true }), isTrusted)
    const click = new MouseEvent('click', { bubbles: true, cancelable: true })
    dispatch(click, isTrusted)
    return !click.defaultPrevented
  }
  const see = () =>
    tell([{ target: content, time: performance.now(), isIntersecting: true, isVisible: true }])
  return { press, see }
}
const wait = (ms: number) => vi.advanceTimersByTime(ms)

it('a button that signs is pressed by a person who has had it in sight', () => {
  const { press, see } = place()
  expect(press()).toBe(false)
  see()
  wait(499)
  expect(press()).toBe(false)
  wait(600)
  expect(press()).toBe(true)
  expect(press(false)).toBe(false)
})

it('a button that signs is not pressed in a panel that was moved under the pointer', () => {
  const { press, see } = place({ isStill: false })
  see()
  wait(2000)
  expect(press()).toBe(false)
})
