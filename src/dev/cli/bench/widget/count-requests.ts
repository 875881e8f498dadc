import type { Browser, Page } from 'playwright-core'
import { selectDeployment } from '../../../../widget/dual-stacking/chain.ts'
import { bitcoinStakingWidget as english } from '../../../../words/en/bitcoin-staking-widget.ts'
import { renderPartnerPage, type PartnerSite } from '../../../browser/partner-site.ts'
import { waitForPart } from '../../../browser/plain-browser.ts'
import { makeSnapshot } from '../../snapshot/make.ts'
import { simulate } from '../page-views.ts'
import type { Row } from '../row.ts'
import { holdings, offered, partnerPages, ratio } from './partner-pages.ts'

/** Requests of a view, by host. */
export async function countRequests(
  browser: Browser,
  site: PartnerSite,
  api: string,
): Promise<Row[]> {
  const { json, requests: reading } = await makeSnapshot(
    selectDeployment({ network: 'devnet', apiUrl: api }),
  )
  site.pages.set('/boost.json', json)
  const view = async (path: '/boost' | '/yield', attributes: string, work: Work) => {
    const { script } = partnerPages[path]
    const tag = partnerPages[path].name.slice(2, -2)
    site.pages.set(
      '/view',
      renderPartnerPage(`<${tag} ${attributes}></${tag}>`).replace(
        '/widget/boost.js',
        `/widget/${path === '/yield' ? 'yield/' : ''}${script}`,
      ),
    )
    const page = await browser.newPage()
    const urls: string[] = []
    page.on('request', (request) => void urls.push(request.url()))
    await page.goto(`${site.url}/view`)
    await work(page)
    await page.close()
    return {
      api: urls.filter((url) => url.startsWith(api)).length,
      all: urls.filter(
        (url) => !url.startsWith('data:') && !url.endsWith('/view') && !url.endsWith(`/${script}`),
      ).length,
    }
  }
  const chain = `network="devnet" api-url="${api}"`
  const given = await view('/boost', `${holdings} ${ratio}`, (page) =>
    waitForPart(page, 'boost', '5.33'),
  )
  const snapshot = await view('/boost', `${holdings} ${chain} snapshot-url="/boost.json"`, (page) =>
    waitForPart(page, 'source', 'as of'),
  )
  const loaded = await view('/boost', `${holdings} ${chain}`, async (page) => {
    await page.getByRole('button', { name: 'Load golden ratio' }).click()
    await waitForPart(page, 'source', 'golden ratio of cycle')
  })
  const tag = 'bitcoin-staking-yield'
  const bare = await view('/yield', 'stx="25000"', (page) =>
    waitForPart(page, 'hint', english.exampleOf, tag),
  )
  const offeredView = await view('/yield', `${offered} api-url="${api}"`, (page) =>
    waitForPart(page, 'source', 'as of', tag),
  )
  const asked = await view('/yield', `stx="25000" ${chain}`, async (page) => {
    await page.getByRole('button', { name: english.load }).click()
    await waitForPart(page, 'source', 'as of', tag)
  })
  const everyView = simulate({ perView: loaded.api, acting: 1, job: 0 }, loaded.api)
  return [
    ...viewRows('', { bare: given.all, snapshot: snapshot.api, loaded: loaded.api }),
    {
      what: 'a million views a day with a snapshot: requests from one address in its busiest minute',
      median: reading,
      unit: 'requests',
      atMost: 25,
      comparedWith: `every view reading by itself, from all of them: ${everyView.peak.toLocaleString('en')}, ${(everyView.waiting * 100).toFixed(1)} % of which wait for the public API’s limit`,
    },
    ...viewRows(` of ${partnerPages['/yield'].name}`, {
      bare: bare.all,
      snapshot: offeredView.api,
      loaded: asked.api,
    }),
  ]
}
type Work = (page: Page) => Promise<void>

/** `of`: the widget, where it is not the first one. */
const viewRows = (
  of: string,
  { bare, snapshot, loaded }: { bare: number; snapshot: number; loaded: number },
): Row[] => {
  const comparedWith = `reading the network in the page: ${loaded} requests`
  return [
    {
      what: `requests of a page view${of} besides its one script`,
      median: bare,
      unit: 'requests',
      atMost: 0,
      comparedWith,
    },
    {
      what: `requests to the API of a page view${of} with a snapshot`,
      median: snapshot,
      unit: 'requests',
      atMost: 0,
      comparedWith,
    },
  ]
}
