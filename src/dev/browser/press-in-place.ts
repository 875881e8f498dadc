import type { Locator } from 'playwright-core'

/** A press counts after half a second in sight and in place. */
const COUNTS_AFTER_MS = 550

/**
 * Clicks an element once it is enabled and has been in sight and in the same place for long enough
 * for a press to count, as a person does who looks before pressing.
 */
export async function pressInPlace(element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded()
  await element.click({ trial: true })
  await element.evaluate(
    (watched, countsAfter) =>
      new Promise<void>((resolve) => {
        let place = ''
        let frames = 0
        let since = Infinity
        let isSeen = false
        const options = { trackVisibility: true, delay: 100, threshold: [0, 1] }
        const observer = new IntersectionObserver((entries) => {
          const last = entries.at(-1)! as IntersectionObserverEntry & { isVisible?: boolean }
          isSeen = last.isVisible ?? last.isIntersecting
          frames = 0
        }, options)
        observer.observe(watched)
        const look = () => {
          const { x, y, width, height } = watched.getBoundingClientRect()
          const at = [x, y, width, height].join()
          if (place !== at || !isSeen) frames = 0
          place = at
          // The page's own observers hear of a change after this frame, and of sight within 100 ms.
          if (++frames === 2) since = performance.now() + options.delay
          if (frames > 2 && performance.now() - since > countsAfter) {
            observer.disconnect()
            resolve()
          } else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    COUNTS_AFTER_MS,
  )
  await element.click()
}
