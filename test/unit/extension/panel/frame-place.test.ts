// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { watchFramePlace } from '../../../../src/extension/panel/frame-place.ts'

beforeEach(() => void vi.useFakeTimers({ now: 0, toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())
const wait = (ms: number) => vi.advanceTimersByTime(ms)

/** The pointer at a place of the frame, whose corner is at `frame` on the screen. */
function point(type: string, frame: number, at = 20, isTrusted = true): void {
  const event = new PointerEvent(type, {
    screenX: frame + 2 * at,
    screenY: frame + 2 * at,
    clientX: at,
    clientY: at,
  })
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  Object.defineProperty(event, 'timeStamp', { value: performance.now() })
  document.dispatchEvent(event)
}

it('counts a press where the pointer has found the frame for half a second', () => {
  const place = watchFramePlace(() => 2)
  point('pointermove', 100)
  wait(499)
  point('pointerdown', 100, 50)
  expect(place.wasStill()).toBe(false)
  wait(1)
  point('pointerdown', 101, 70)
  expect(place.wasStill()).toBe(true)
  point('pointerdown', 200)
  expect(place.wasStill()).toBe(false)
  wait(1000)
  point('pointermove', 100)
  point('pointerdown', 100)
  expect(place.wasStill()).toBe(false)
})

it('counts a first press where the content script has seen the frame, and nowhere else', () => {
  const place = watchFramePlace(() => 2)
  place.expect({ x: 400, y: 400 })
  wait(500)
  place.expect({ x: 400, y: 400 })
  point('pointerdown', 400)
  expect(place.wasStill()).toBe(true)
  point('pointerdown', 500)
  expect(place.wasStill()).toBe(false)
  place.expect({ x: 500, y: 500 })
  point('pointerdown', 500)
  expect(place.wasStill()).toBe(false)
})

it('does not look at what scripts make, and lets keys count wherever the frame is', () => {
  const place = watchFramePlace(() => 2)
  point('pointermove', 100, 20, false)
  wait(1000)
  point('pointerdown', 100)
  expect(place.wasStill()).toBe(false)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))
  expect(place.wasStill()).toBe(true)
})
