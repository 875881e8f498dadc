import type * as v from 'valibot'
import type { placeSeen } from '../panel/protocol.ts'

type Place = v.InferOutput<typeof placeSeen>

const LOOK_EVERY_MS = 100

/**
 * Tells where an element of the page is on the screen whenever that has changed, from the first
 * pointer event of the page on, which says where the page is.
 */
export function watchPlaceOnScreen(
  element: Element,
  tell: (place: Place) => void,
): { setZoom(zoom: number): void; stop(): void } {
  let zoom: number | null = null
  let pointer: PointerEvent | null = null
  let told: Place | null = null
  const look = () => {
    if (!pointer || zoom === null) return
    const { left, top } = element.getBoundingClientRect()
    const place = {
      x: pointer.screenX + (left - pointer.clientX) * zoom,
      y: pointer.screenY + (top - pointer.clientY) * zoom,
    }
    if (told && Math.abs(place.x - told.x) < 1 && Math.abs(place.y - told.y) < 1) return
    told = place
    tell(place)
  }
  const timer = setInterval(look, LOOK_EVERY_MS)
  const point = (event: PointerEvent) => {
    if (event.isTrusted) pointer = event
    look()
  }
  window.addEventListener('pointermove', point, { capture: true, passive: true })
  return {
    setZoom(value) {
      zoom = value
      look()
    },
    stop() {
      clearInterval(timer)
      window.removeEventListener('pointermove', point, { capture: true })
    },
  }
}
