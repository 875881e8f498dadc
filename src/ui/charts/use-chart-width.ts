import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Where nothing can be measured: that of a card in the popup. */
const NOMINAL = 294

/**
 * The width of a drawing in CSS pixels, so that its text has the size of text at any width; `ref`:
 * for the drawing.
 */
export function useChartWidth() {
  const ref = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(NOMINAL)
  useLayoutEffect(() => {
    const drawing = ref.current
    if (!drawing || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0)
      if (measured > 0) setWidth(measured)
    })
    observer.observe(drawing)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
