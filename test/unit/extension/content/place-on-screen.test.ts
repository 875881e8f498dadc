// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchPlaceOnScreen } from '../../../../src/extension/content/place-on-screen.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('tells where an element is on the screen, whenever that has changed', () => {
  const element = document.createElement('div')
  let box = { left: 30, top: 40 }
  element.getBoundingClientRect = () => box as DOMRect
  const tell = vi.fn()
  const watch = watchPlaceOnScreen(element, tell)
  const point = (isTrusted: boolean) => {
    const event = new PointerEvent('pointermove', {
      screenX: 500,
      screenY: 600,
      clientX: 10,
      clientY: 20,
    })
    Object.defineProperty(event, 'isTrusted', { value: isTrusted })
    window.dispatchEvent(event)
  }
  point(true)
  expect(tell).not.toHaveBeenCalled()
  watch.setZoom(2)
  expect(tell.mock.calls).toEqual([[{ x: 540, y: 640 }]])
  point(true)
  point(false)
  vi.advanceTimersByTime(1000)
  expect(tell).toHaveBeenCalledTimes(1)
  box = { left: 35, top: 40 }
  vi.advanceTimersByTime(100)
  expect(tell).toHaveBeenLastCalledWith({ x: 550, y: 640 })
  watch.stop()
  box = { left: 0, top: 0 }
  vi.advanceTimersByTime(1000)
  point(true)
  expect(tell).toHaveBeenCalledTimes(2)
})
