/** Longer than a click takes: whatever covered the button cannot vanish while it is pressed. */
const LONG_ENOUGH_MS = 500

interface Visible extends IntersectionObserverEntry {
  /** Nothing covers or distorts it, as far as the browser can tell. */
  isVisible?: boolean
}

export interface VisibilityWatch {
  /** Whether the button was visible when it was pressed, and had been for a moment before. */
  wasVisibleAt(button: Element, time: number): boolean
}

/**
 * Watches whether buttons are really visible: a page could put a picture over them that does not
 * catch clicks. Browsers that cannot tell (Firefox, Safari) report that they are visible. `first`
 * is called for each button with the first result.
 */
export function watchVisibility(
  buttons: Element[],
  signal: AbortSignal,
  first: (button: Element) => void,
): VisibilityWatch {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) {
    buttons.forEach(first)
    return { wasVisibleAt: () => true }
  }
  const since = new Map<Element, number>()
  const waiting = new Set(buttons)
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 1],
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, time, isVisible } of entries as Visible[]) {
      if (!isVisible) since.delete(target)
      else if (!since.has(target)) since.set(target, time)
      if (!waiting.delete(target)) continue
      // Just visible: the user has not had the time to see it yet.
      const timer = setTimeout(() => first(target), isVisible ? LONG_ENOUGH_MS : 0)
      signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
    }
  }, options)
  for (const button of buttons) observer.observe(button)
  signal.addEventListener('abort', () => observer.disconnect(), { once: true })
  return {
    wasVisibleAt: (button, time) => time - (since.get(button) ?? Infinity) >= LONG_ENOUGH_MS,
  }
}
