// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchVisibility } from '../../../src/ui/watch-visibility.ts'

/**
 * An observer that reports what the test says, in Chromium's form: element, time and visibility.
 */
type Told = { target: Element; time: number; isVisible: boolean }
let tell: (entries: Told[]) => void

beforeEach(() => {
  class Entry {
    isVisible = true
  }
  class Observer {
    constructor(callback: (entries: Told[]) => void) {
      tell = callback
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserverEntry', Entry)
  vi.stubGlobal('IntersectionObserver', Observer)
  // A getter of the prototype, as in browsers.
  Object.defineProperty(Entry.prototype, 'isVisible', { value: true })
})
afterEach(() => vi.unstubAllGlobals())

function watch() {
  const button = document.createElement('button')
  const end = new AbortController()
  const visible = watchVisibility([button], end.signal, () => {})
  return { button, visible, end }
}

describe('a click', () => {
  it('counts when the button has been visible for half a second', () => {
    const { button, visible, end } = watch()
    tell([{ target: button, time: 1000, isVisible: true }])
    expect(visible.wasVisibleAt(button, 1100)).toBe(false)
    expect(visible.wasVisibleAt(button, 1499)).toBe(false)
    expect(visible.wasVisibleAt(button, 1500)).toBe(true)
    end.abort()
  })

  it('does not count while something covers the button, and for half a second after', () => {
    const { button, visible, end } = watch()
    expect(visible.wasVisibleAt(button, 9000)).toBe(false)
    tell([{ target: button, time: 1000, isVisible: true }])
    tell([{ target: button, time: 5000, isVisible: false }])
    expect(visible.wasVisibleAt(button, 5001)).toBe(false)
    tell([{ target: button, time: 6000, isVisible: true }])
    expect(visible.wasVisibleAt(button, 6499)).toBe(false)
    expect(visible.wasVisibleAt(button, 6500)).toBe(true)
    end.abort()
  })
})
