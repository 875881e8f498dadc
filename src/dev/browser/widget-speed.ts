import type { Browser } from 'playwright-core'

/** A page's script that adds up layout shifts in `window.shift`. */
export const shiftCounter = `window.shift = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value
}).observe({ type: 'layout-shift', buffered: true });`

/** The same, of shifts that move something of the page itself, not only a widget's inside. */
export const pageShiftCounter = `window.shift = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (entry.sources.some(({ node }) => node && node.getRootNode() === document))
      window.shift += entry.value
}).observe({ type: 'layout-shift', buffered: true });`

/** A page's script that collects the lengths of long tasks, in milliseconds, in `window.long`. */
const longTaskRecorder = `window.long = []
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.long.push(entry.duration)
}).observe({ type: 'longtask', buffered: true });`

/**
 * Milliseconds of script until a page has painted what an event announces, and the lengths of its
 * long tasks. Slowed, both are by the clock; at the machine's own speed by the time that the page's
 * thread works, which other processes hardly change.
 */
export async function measureScript(
  browser: Browser,
  url: string,
  event: string,
  slowed = 1,
): Promise<{ script: number; longTasks: number[] }> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.addInitScript(`${longTaskRecorder}
    const report = () => console.log('painted', JSON.stringify(long))
    addEventListener('${event}', () => requestAnimationFrame(() => setTimeout(report)))`)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed })
  await cdp.send('Performance.enable', { timeDomain: slowed === 1 ? 'threadTicks' : 'timeTicks' })
  // Asking the page would run scripts of the test in it: it reports when it has painted.
  const painted = page.waitForEvent('console', (message) => message.text().startsWith('painted'))
  await page.goto(url, { waitUntil: 'commit' })
  const longTasks = JSON.parse((await painted).text().slice('painted '.length)) as number[]
  const { metrics } = await cdp.send('Performance.getMetrics')
  await context.close()
  return { script: metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000, longTasks }
}

type Event = {
  name: string
  pid: number
  tid: number
  ts: number
  dur: number
  tdur?: number
  args: unknown
}

/**
 * Milliseconds that a page's thread works in the longest task since it compiled a script, until
 * something is there; what other processes do is not counted.
 */
export async function measureLongestTask(
  browser: Browser,
  url: string,
  script: string,
  there: string,
): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  const events: Event[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as Event[])))
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'v8', 'devtools.timeline'] },
  })
  await page.goto(url)
  await page.locator(there).first().waitFor()
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()))
  await cdp.send('Tracing.end')
  await done
  await context.close()
  const ours = events.find(
    ({ name, args }) => name === 'v8.compileModule' && JSON.stringify(args).includes(script),
  )!
  return Math.max(
    ...events
      .filter(
        ({ name, pid, tid, ts, dur }) =>
          name.endsWith('RunTask') && pid === ours.pid && tid === ours.tid && ts + dur >= ours.ts,
      )
      .map(({ tdur = 0 }) => tdur / 1000),
  )
}
