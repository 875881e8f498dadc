import { readFileSync } from 'node:fs'
import { createStacksClient } from '../../../../chain/stacks/client.ts'
import { embeddedDeployment, findDeployment } from '../../../../chain/stacks/deployments.ts'
import { readAccount } from '../../../../chain/stacks/read-account.ts'
import { readNetwork } from '../../../../chain/stacks/read-network.ts'
import { Session } from '../../../browser/chromium/session.ts'
import { watchScripts } from '../../../browser/chromium/watch-scripts.ts'
import { userAccounts } from '../../../network/accounts.ts'
import { createDuskNetwork } from '../../../network/dusk/index.ts'
import { createNetwork } from '../../../network/index.ts'
import { buildMeasured } from '../build-measured.ts'
import { atStart, bundle, kilobytes, reactPage } from '../bundle.ts'
import { followEveryProgramme } from '../follow-every-programme.ts'
import { gzipped } from '../gzipped.ts'
import { median } from '../measure.ts'
import type { Row } from '../row.ts'

const folder = 'dist/extension/'
const OPENINGS = 9

/**
 * The popup as users open it: the real one, by the toolbar button, in a browser that has opened it
 * before; figures come from marks inside the page.
 */
export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const network = await createNetwork({ demo: true, keeper: false })
  const dusk = await createDuskNetwork({ faultChance: 0 })
  const session = await Session.start({ api: network.url })
  try {
    const page = await session.openPage()
    const scripts = await watchScripts(session.chromium.context, page)
    await page.reload()
    const untouched = scripts.reduce((sum, { length }) => sum + length, 0)
    await followEveryProgramme(session, page, dusk)
    const openings: { painted: number; started: number; requests: number }[] = []
    for (let opening = 0; opening <= OPENINGS; opening++) {
      await session.chromium.closePopup()
      const popup = await session.openPopup(page)
      const figures = await popup.remote.evaluate(async () => {
        while (performance.getEntriesByName('popup-paint').length === 0)
          await new Promise((resolve) => requestAnimationFrame(resolve))
        const painted = performance.getEntriesByName('popup-paint')[0]!.startTime
        const resources = performance
          .getEntriesByType('resource')
          .filter(({ name, startTime }) => /^https?:/.test(name) && startTime <= painted)
        return {
          painted,
          started: performance.getEntriesByName('popup-start')[0]!.startTime,
          requests: resources.length,
        }
      })
      // The first opening is the cold one.
      if (opening > 0) openings.push(figures)
    }
    const asking = await askFirst(network.url)
    const everywhere = ['bridge.js', 'panel.js', 'relay.js'].reduce(
      (sum, file) => sum + readFileSync(folder + file).length,
      0,
    )
    const popupCode = gzipped(`${folder}assets/`, ['popup.js', 'start-en.js']) / 1000
    return [
      {
        what: 'opened warm with three programmes, to its first useful paint',
        median: median(openings.map(({ painted }) => painted)),
        unit: 'ms',
        atMost: 100,
        comparedWith: `the browser’s own part, until our first line runs: ${median(openings.map(({ started }) => started)).toFixed(0)} ms`,
      },
      {
        what: '… requests before that paint',
        median: Math.max(...openings.map(({ requests }) => requests)),
        unit: 'requests',
        atMost: 0,
        comparedWith: `asking the network first: ${asking.requests} requests, ${asking.ms.toFixed(0)} ms even on this machine`,
      },
      {
        what: 'code before any wallet code, gz',
        median: popupCode,
        unit: 'kB',
        atMost: 75,
        comparedWith: `a page by ${reactPage.name} that says one sentence: ${kilobytes(atStart(await bundle(reactPage))).toFixed(1)} kB`,
      },
      {
        what: 'code of ours on a page that nobody asked it to touch',
        median: untouched,
        unit: 'B',
        atMost: 0,
        comparedWith: `the same as content scripts of every page: ${(everywhere / 1000).toFixed(0)} kB`,
      },
    ]
  } finally {
    await session.close()
    await Promise.all([network.close(), dusk.close()])
  }
}

/** How long a popup would wait that requests everything it shows before it paints. */
async function askFirst(api: string): Promise<{ requests: number; ms: number }> {
  const deployment = { ...findDeployment(embeddedDeployment)!, apiBases: [api] }
  const client = createStacksClient({ bases: deployment.apiBases })
  const started = performance.now()
  const { reading } = await readNetwork(client, deployment, { previous: null })
  await readAccount(
    client,
    deployment,
    { address: userAccounts[0]!.address, network: reading! },
    { previous: null },
  )
  return { requests: client.counts().requests, ms: performance.now() - started }
}
