/** Pixels of the panel that stay in sight, so that it can be dragged back. */
const MARGIN = 8

/**
 * Places a fixed element: `move` shifts it within the window, `keep` brings it back after the
 * window has changed. Set with `important`, so that a page's style sheets cannot move it.
 */
export function createPanelPosition(
  host: HTMLElement,
  view: Window,
): { move(dx: number, dy: number): void; keep(): void } {
  const put = (x: number, y: number) => {
    const { width, height } = host.getBoundingClientRect()
    const left = Math.max(MARGIN, Math.min(x, view.innerWidth - width - MARGIN))
    const top = Math.max(
      MARGIN,
      Math.min(y, view.innerHeight - Math.min(height, view.innerHeight - 2 * MARGIN) - MARGIN),
    )
    host.style.setProperty('inset', `${top}px auto auto ${left}px`, 'important')
  }
  const at = () => host.getBoundingClientRect()
  return {
    move: (dx, dy) => put(at().left + dx, at().top + dy),
    keep: () => put(at().left, at().top),
  }
}
