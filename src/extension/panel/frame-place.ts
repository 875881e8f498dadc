/** Rounding of the browser's, and a little more. */
const TOLERANCE = 3
const LONG_ENOUGH_MS = 500

/** Where the frame's corner is on the screen, pixels. */
export interface ScreenPlace {
  x: number
  y: number
}

interface Sighting {
  at: ScreenPlace
  /** Milliseconds of this document's clock. */
  since: number
}

export interface FramePlace {
  /** Where the page's own script world saw the frame, as it was a moment ago. */
  expect(place: ScreenPlace): void
  /** Whether the frame had been where it was for half a second when the last press began. */
  wasStill(): boolean
}

const isSame = (a: ScreenPlace, b: ScreenPlace): boolean =>
  Math.abs(a.x - b.x) <= TOLERANCE && Math.abs(a.y - b.y) <= TOLERANCE

const follow = (known: Sighting | null, at: ScreenPlace, time: number): Sighting =>
  known && isSame(known.at, at) ? known : { at, since: time }

/**
 * A page can move the whole frame under a pointer that is about to click something else, and keep
 * its scripts, ours among them, from running meanwhile. Each pointer event says where on the screen
 * and where in the frame it was: the difference is the frame's place. A press counts if the pointer
 * found the frame there half a second before, or if the content script had seen it there. `zoom`:
 * screen pixels to a CSS pixel.
 */
export function watchFramePlace(zoom: () => number): FramePlace {
  let found: Sighting | null = null
  let expected: Sighting | null = null
  let pressedAt: number | null = null
  const find = (event: PointerEvent) => {
    if (!event.isTrusted) return
    const at = {
      x: event.screenX - event.clientX * zoom(),
      y: event.screenY - event.clientY * zoom(),
    }
    found = follow(found, at, event.timeStamp)
    if (event.type === 'pointerdown') pressedAt = event.timeStamp
  }
  for (const type of ['pointerover', 'pointermove', 'pointerdown'] as const)
    document.addEventListener(type, find, { capture: true })
  // A key is pressed wherever the frame is.
  document.addEventListener('keydown', () => void (pressedAt = null), { capture: true })
  return {
    expect: (at) => {
      expected = follow(expected, at, performance.now())
    },
    wasStill() {
      if (pressedAt === null) return true
      if (!found) return false
      const isExpected = expected !== null && isSame(expected.at, found.at)
      const since = Math.min(found.since, isExpected ? expected!.since : Infinity)
      return pressedAt - since >= LONG_ENOUGH_MS
    },
  }
}
