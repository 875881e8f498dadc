import { Panel } from '../../../browser/chromium/panel.ts'
import { Session } from '../../../browser/chromium/session.ts'
import { createNetwork } from '../../../network/index.ts'
import { buildMeasured } from '../build-measured.ts'
import { median } from '../measure.ts'
import type { Row } from '../row.ts'

const OPENINGS = 9

/** The panel as users open it over a page, from the command on, in a document of the extension. */
export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const network = await createNetwork({ demo: true, keeper: false })
  const session = await Session.start({ api: network.url })
  try {
    const page = await session.openPage()
    await session.connect(page)
    await session.chromium.closePopup()
    const tabId = await session.findTabId(page)
    const openings: { painted: number; empty: number }[] = []
    for (let opening = 0; opening <= OPENINGS; opening++) {
      const asked = Date.now()
      await session.probe.sendCommand({ type: 'openPanel', tabId })
      const panel = Panel.on(page)
      const frame = await panel.frame()
      const painted = await frame.evaluate(async () => {
        while (performance.getEntriesByName('panel-paint').length === 0)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        const { startTime } = performance.getEntriesByName('panel-paint')[0]!
        return performance.timeOrigin + startTime
      })
      const empty = await frame.evaluate(
        () =>
          performance.timeOrigin +
          (performance.getEntriesByType('navigation')[0] as PerformanceResourceTiming).responseEnd,
      )
      openings.push({ painted: painted - asked, empty: empty - asked })
      await session.probe.sendCommand({ type: 'openPanel', tabId })
      await panel.waitUntilClosed()
    }
    const [cold, ...warm] = openings
    return [
      {
        what: 'opened over a page, from the command to its first useful paint',
        median: median(warm.map(({ painted }) => painted)),
        unit: 'ms',
        atMost: 300,
        comparedWith: `an empty frame of the extension: ${median(warm.map(({ empty }) => empty)).toFixed(0)} ms`,
      },
      {
        what: '… the first time in a browser’s life',
        median: cold!.painted,
        unit: 'ms',
        atMost: 300,
        comparedWith: `an empty frame of the extension: ${cold!.empty.toFixed(0)} ms`,
      },
    ]
  } finally {
    await session.close()
    await network.close()
  }
}
