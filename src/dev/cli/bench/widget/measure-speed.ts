import type { Browser } from 'playwright-core'
import { measureLongestTask, measureScript } from '../../../browser/widget-speed.ts'
import { reactPage } from '../bundle.ts'
import { medianOf } from '../measure.ts'
import type { Row } from '../row.ts'
import { partnerPages, type Path } from './partner-pages.ts'

const RUNS = 5
/** The length of a long task, and how much slower a phone is than this machine. */
const LONG = 50
const SLOWED = 4

/**
 * What a page's thread works until the first figures are visible, at a quarter of this machine's
 * speed; and what Chromium measures by the clock when it throttles a page itself.
 */
export async function measureSpeed(browser: Browser, url: string): Promise<Row[]> {
  const run = (path: Path, slowed?: number) =>
    medianOf(
      RUNS,
      async () =>
        (await measureScript(browser, url + path, partnerPages[path].event, slowed)).script,
    )
  const script = async (path: Path) => SLOWED * (await run(path))
  const task = async (path: Path) =>
    SLOWED *
    (await medianOf(RUNS, () =>
      measureLongestTask(browser, url + path, partnerPages[path].script, partnerPages[path].there),
    ))
  const react = { script: await script('/react'), task: await task('/react') }
  const both = async (path: Path): Promise<Row[]> => [
    {
      what: `${partnerPages[path].name}, script until its first figures, at a quarter of the speed`,
      median: await script(path),
      unit: 'ms',
      atMost: 50,
      comparedWith: `a page by ${reactPage.name} that says one sentence: ${react.script.toFixed(0)} ms; slowed by Chromium, by the clock: ${(await run(path, SLOWED)).toFixed(0)} ms`,
    },
    {
      what: '… its longest task',
      median: await task(path),
      unit: 'ms',
      atMost: LONG,
      comparedWith: `that page: ${react.task.toFixed(0)} ms`,
    },
  ]
  return [...(await both('/boost')), ...(await both('/pool')), ...(await both('/yield'))]
}
