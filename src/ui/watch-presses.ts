/** Longer than between two clicks of a game, or between pressing a button and letting it go. */
const LONG_ENOUGH_MS = 500
const LOOK_EVERY_MS = 100
/** How long places are looked at after something happened: longer than they have to be kept. */
const LOOK_FOR_MS = 1000
const ACTIVITY = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll'] as const

interface Visible extends IntersectionObserverEntry {
  /** Nothing covers or distorts it, as far as the browser can tell. */
  isVisible?: boolean
}

export interface PressWatch {
  /**
   * Whether a click is a person's press of this control: it began there, and the control had been
   * in sight and in the same place for half a second.
   */
  counts(click: Event, control: Element): boolean
}

interface Watched {
  /** What has to be in sight; a control is one of these or inside one. */
  shown: Element[]
  signal: AbortSignal
  /** Called for each when it is covered, or once a person has had the time to see it. */
  onSeen?: (shown: Element) => void
  /** Controls whose place matters; those that are shown, unless they come and go. */
  controls?: () => Iterable<Element>
  /** Looks at places all the time: for a document of our own, whose controls come and go. */
  continuously?: boolean
  /** Whether a press of a control may begin here. */
  isPartOf?: (start: Node, control: Element) => boolean
}

/**
 * Watches what a press means. A page could lay a picture over a button that lets clicks through, or
 * put the button under a pointer that is about to click something else. Browsers that cannot tell
 * whether something is covered (Firefox, Safari) say that it is not.
 */
export function watchPresses({
  shown,
  signal,
  onSeen = () => {},
  controls = () => shown,
  continuously = false,
  isPartOf = (start, control) => control.contains(start),
}: Watched): PressWatch {
  const places = new WeakMap<Element, { at: string; since: number }>()
  const stillSince = (control: Element): number => {
    const { x, y, width, height } = control.getBoundingClientRect()
    const at = [x, y, width, height].map(Math.round).join()
    const known = places.get(control)
    if (known?.at === at) return known.since
    const since = performance.now()
    places.set(control, { at, since })
    return since
  }
  const look = () => {
    for (const control of controls()) stillSince(control)
  }
  look()
  if (continuously) {
    const timer = setInterval(look, LOOK_EVERY_MS)
    signal.addEventListener('abort', () => clearInterval(timer))
  } else followActivity(look, signal)
  const resized = new ResizeObserver(look)
  const root = shown[0]!.getRootNode()
  const around = root instanceof ShadowRoot ? [root.host] : []
  for (const each of [document.documentElement, ...around, ...shown]) resized.observe(each)
  signal.addEventListener('abort', () => resized.disconnect())

  let start: { node: Node; time: number } | null = null
  const begin = (event: Event) => {
    start = event.isTrusted
      ? { node: event.composedPath()[0] as Node, time: event.timeStamp }
      : null
  }
  for (const type of ['pointerdown', 'keydown'])
    shown[0]!.getRootNode().addEventListener(type, begin, { capture: true, signal })

  const seenSince = watchSight(shown, signal, { onSeen, onChange: look })
  return {
    counts: (click, control) =>
      click.isTrusted &&
      start !== null &&
      isPartOf(start.node, control) &&
      start.time -
        Math.max(seenSince(shown.find((each) => each.contains(control))!), stillSince(control)) >=
        LONG_ENOUGH_MS,
  }
}

/**
 * Calls `look` when someone does something, and every tenth of a second for a moment after it: an
 * untouched page costs nothing. What moved meanwhile counts as moved when someone acts next.
 */
function followActivity(look: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined
  let until = 0
  const stop = () => {
    clearInterval(timer)
    timer = undefined
  }
  const start = () => {
    until = performance.now() + LOOK_FOR_MS
    if (timer !== undefined) return
    look()
    timer = setInterval(() => {
      look()
      if (performance.now() >= until) stop()
    }, LOOK_EVERY_MS)
  }
  for (const type of ACTIVITY)
    window.addEventListener(type, start, { capture: true, passive: true, signal })
  signal.addEventListener('abort', stop)
}

/** Since when an element has been in sight; Infinity while it is not. */
function watchSight(
  shown: Element[],
  signal: AbortSignal,
  { onSeen, onChange }: { onSeen: (shown: Element) => void; onChange: () => void },
): (shown: Element) => number {
  const since = new Map<Element, number>()
  const waiting = new Set(shown)
  const options: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
    trackVisibility: true,
    delay: 100,
    threshold: [0, 1],
  }
  const observer = new IntersectionObserver((entries) => {
    onChange()
    for (const {
      target,
      time,
      isIntersecting,
      isVisible = isIntersecting,
    } of entries as Visible[]) {
      if (!isVisible) since.delete(target)
      else if (!since.has(target)) since.set(target, time)
      if (!waiting.delete(target)) continue
      // Who sees it has not had the time to press it yet.
      const timer = setTimeout(() => onSeen(target), isVisible ? LONG_ENOUGH_MS : 0)
      signal.addEventListener('abort', () => clearTimeout(timer))
    }
  }, options)
  for (const each of shown) observer.observe(each)
  signal.addEventListener('abort', () => observer.disconnect())
  return (each) => since.get(each) ?? Infinity
}
