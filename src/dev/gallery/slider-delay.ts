import type { Page } from 'playwright-core'

/** Slows a page down to a quarter, like a phone. */
export async function slowDown(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/**
 * Milliseconds from a keypress to the next paint, at the 98th percentile of 60 steps of the page's
 * slider. The browser reports them in steps of 8 and omits those below 16, which can only raise the
 * figure.
 */
export async function measureSliderDelay(page: Page): Promise<number> {
  await page.evaluate(() => {
    const durations: number[] = []
    const keep = (entries: PerformanceEntry[]) =>
      void durations.push(
        ...entries.filter(({ name }) => name === 'keydown').map(({ duration }) => duration),
      )
    const observer = new PerformanceObserver((list) => keep(list.getEntries()))
    observer.observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    Object.assign(globalThis, { durationsOfKeys: () => (keep(observer.takeRecords()), durations) })
  })
  await page.focus('input[type=range]')
  for (let step = 0; step < 60; step++) await page.keyboard.press('ArrowRight')
  const durations = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            resolve(
              (globalThis as unknown as { durationsOfKeys: () => number[] }).durationsOfKeys(),
            ),
          ),
        ),
      ),
  )
  const sorted = durations.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.98)] ?? 16
}
