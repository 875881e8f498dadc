import type { Page } from 'playwright-core'

/**
 * A stopwatch of the time that a page's own thread has worked, in milliseconds: what other
 * processes do to the clock is not counted.
 */
async function workClock(page: Page): Promise<{ now(): Promise<number>; stop(): Promise<void> }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    now: async () =>
      (await cdp.send('Performance.getMetrics')).metrics.find(
        ({ name }) => name === 'TaskDuration',
      )!.value * 1000,
    stop: () => cdp.detach(),
  }
}

/** Milliseconds that the page's own thread works on something. */
export async function measureWorkMs(page: Page, work: () => Promise<unknown>): Promise<number> {
  const clock = await workClock(page)
  const before = await clock.now()
  await work()
  const ms = (await clock.now()) - before
  await clock.stop()
  return ms
}

/**
 * Milliseconds that the page's own thread worked in each of 120 steps of scrolling a table, near
 * and far.
 */
export async function measureScrollFrames(page: Page): Promise<number[]> {
  const clock = await workClock(page)
  const frames: number[] = []
  let before = await clock.now()
  for (let i = 1; i <= 120; i++) {
    await page.evaluate(
      (step) =>
        new Promise<void>((resolve) => {
          const scroller = document.querySelector('.table-scroll')!
          scroller.scrollTop =
            step % 3 === 0 ? (scroller.scrollHeight * step) / 120 : scroller.scrollTop + 400
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
        }),
      i,
    )
    const after = await clock.now()
    frames.push(after - before)
    before = after
  }
  await clock.stop()
  return frames
}
