import { servePartnerSite } from '../../../browser/partner-site.ts'
import { launchPlainBrowser } from '../../../browser/plain-browser.ts'
import { sampleYieldSnapshot } from '../../../browser/sample-yield-snapshot.ts'
import { createNetwork } from '../../../network/index.ts'
import { buildMeasured } from '../build-measured.ts'
import { bundle, reactPage } from '../bundle.ts'
import type { Row } from '../row.ts'
import { countRequests } from '../widget/count-requests.ts'
import { measureCalm } from '../widget/measure-calm.ts'
import { measureSpeed } from '../widget/measure-speed.ts'
import { offeredManager, partnerPages } from '../widget/partner-pages.ts'

/** What widgets cost the pages of partners, and the networks that they read. */
export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const [browser, site, network] = await Promise.all([
    launchPlainBrowser(),
    servePartnerSite(),
    createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false }),
  ])
  try {
    for (const [path, { html }] of Object.entries(partnerPages)) site.pages.set(path, html)
    site.pages.set(
      '/yield.json',
      await sampleYieldSnapshot({ network: 'devnet', manager: offeredManager, readAt: Date.now() }),
    )
    site.pages.set('/react.js', (await bundle(reactPage))[0]!.code)
    await network.control.runTo('advance-to-next-cycle')
    return [
      ...(await measureSpeed(browser, site.url)),
      ...(await measureCalm(browser, site)),
      ...(await countRequests(browser, site, network.url)),
    ]
  } finally {
    await Promise.all([browser.close(), site.close(), network.close()])
  }
}
