// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchPresses } from '../../../src/ui/watch-presses.ts'

/** An observer that tells what the test says, as browsers tell it: by element, time and sight. */
type Told = { target: Element; time: number; isIntersecting: boolean; isVisible?: boolean }
let tell: (entries: Told[]) => void
let end: AbortController
let box: { x: number; y: number; width: number; height: number }

beforeEach(() => {
  vi.useFakeTimers({
    now: 0,
    toFake: ['setInterval', 'clearInterval', 'setTimeout', 'performance'],
  })
  class Observer {
    constructor(callback: (entries: Told[]) => void) {
      tell = callback
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  end = new AbortController()
  box = { x: 10, y: 10, width: 80, height: 20 }
})
afterEach(() => {
  end.abort()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function watch(onSeen?: (element: Element) => void) {
  const button = document.createElement('button')
  const other = document.createElement('button')
  const label = document.createElement('span')
  button.append(label)
  document.body.append(button, other)
  button.getBoundingClientRect = () => box as DOMRect
  const presses = watchPresses({ shown: [button], signal: end.signal, ...(onSeen && { onSeen }) })
  const see = (isVisible: boolean) =>
    tell([{ target: button, time: performance.now(), isIntersecting: true, isVisible }])
  const dispatch = (on: Element, event: Event, isTrusted: boolean) => {
    Object.defineProperty(event, 'isTrusted', { value: isTrusted })
    Object.defineProperty(event, 'timeStamp', { value: performance.now() })
    on.dispatchEvent(event)
    return event
  }
  const begin = (on: Element, type = 'pointerdown', isTrusted = true) =>
    dispatch(on, new Event(type, { bubbles: true, composed: true }), isTrusted)
  const finish = (isTrusted = true) =>
    presses.counts(dispatch(document.body, new Event('click'), isTrusted), button)
  const press = (on: Element = label) => {
    begin(on)
    return finish()
  }
  return { other, button, see, begin, finish, press }
}
const LONG = 60_000
const wait = (ms: number) => vi.advanceTimersByTime(ms)

describe('a press', () => {
  it('counts when the button has been visible for half a second', () => {
    const { see, press } = watch()
    see(true)
    wait(499)
    expect(press()).toBe(false)
    wait(1)
    expect(press()).toBe(true)
  })

  it('does not count while something covers the button, or for half a second after', () => {
    const { see, press } = watch()
    wait(9000)
    expect(press()).toBe(false)
    see(true)
    wait(4000)
    see(false)
    expect(press()).toBe(false)
    wait(1000)
    see(true)
    wait(499)
    expect(press()).toBe(false)
    wait(1)
    expect(press()).toBe(true)
  })

  it('does not count for half a second after the button was moved', () => {
    const { see, press, begin, finish } = watch()
    see(true)
    wait(5000)
    box = { ...box, x: 300 }
    expect(press()).toBe(false)
    wait(499)
    expect(press()).toBe(false)
    wait(1)
    expect(press()).toBe(true)
    // Moved there and back between two looks counts as still; moved at all during a press does not.
    begin(document.querySelector('span')!)
    box = { ...box, y: 300 }
    expect(finish()).toBe(false)
    // Somebody else looks every tenth of a second, so that a move that lasts is noticed.
    wait(100)
    box = { ...box, y: 10 }
    wait(100)
    wait(399)
    expect(press()).toBe(false)
    wait(200)
    expect(press()).toBe(true)
  })

  it('is watched for without a timer on a page that nobody touches', () => {
    const { see, press } = watch()
    see(true)
    wait(LONG)
    expect(vi.getTimerCount()).toBe(0)
    window.dispatchEvent(new Event('pointermove'))
    expect(vi.getTimerCount()).toBe(1)
    wait(LONG)
    expect(vi.getTimerCount()).toBe(0)
    // What moved while nobody did anything has moved when the press begins.
    box = { ...box, y: 90 }
    wait(LONG)
    expect(press()).toBe(false)
    wait(600)
    expect(press()).toBe(true)
  })

  it('begins on the button that it ends on, by a person', () => {
    const { see, begin, finish, button, other } = watch()
    see(true)
    wait(1000)
    expect(finish()).toBe(false)
    begin(other)
    expect(finish()).toBe(false)
    begin(button)
    begin(other, 'keydown')
    expect(finish()).toBe(false)
    begin(button, 'keydown')
    expect(finish(false)).toBe(false)
    expect(finish()).toBe(true)
    begin(button, 'pointerdown', false)
    expect(finish()).toBe(false)
  })

  it('counts in browsers that do not tell what covers an element, once it is in the window', () => {
    const { button, press } = watch()
    tell([{ target: button, time: 0, isIntersecting: false }])
    wait(1000)
    expect(press()).toBe(false)
    tell([{ target: button, time: 1000, isIntersecting: true }])
    wait(500)
    expect(press()).toBe(true)
  })
})

it('tells when a person has had the time to see a button, or that it is covered', () => {
  const told: string[] = []
  const { see } = watch(() => told.push(`seen at ${performance.now()}`))
  see(true)
  wait(2000)
  expect(told).toEqual(['seen at 500'])
  const covered = watch(() => told.push('covered'))
  covered.see(false)
  wait(0)
  expect(told.at(-1)).toBe('covered')
})
