import { isTranslation } from '../../build/chunk-names.ts'
import { poolOut } from '../../build/pool-widget.ts'
import { listShippedModules } from '../../build/shipped-modules.ts'
import { root } from '../../build/vite.ts'
import { sumGzip, listWidgetFiles } from '../../build/widget.ts'
import { walletPathOfYield, yieldOut } from '../../build/yield-widget.ts'
import { extensionEntries } from '../../release/extension.ts'
import { licenceNotices, packagesOf } from '../../release/licences.ts'
import { zipOf } from '../../release/zip.ts'
import { buildMeasured } from '../build-measured.ts'
import {
  atStart,
  bundle,
  isThere,
  kilobytes,
  ours,
  published,
  reactPage,
  type PeerPage,
} from '../bundle.ts'
import type { Row } from '../row.ts'

const loaded = async (page: PeerPage): Promise<number> => kilobytes(atStart(await bundle(page)))

/**
 * Sizes of what users download, compared with what others put into a page or a browser for the same
 * job.
 */
export async function rows(): Promise<Row[]> {
  await buildMeasured()
  const licences = licenceNotices(root, packagesOf(root, listShippedModules('extension')))
  const zip = (browser: 'chromium' | 'firefox') =>
    zipOf(extensionEntries(browser, licences)).length / 1000
  const connect =
    zipOf([['connect.js', `${root}node_modules/@stacks/connect/dist/index.global.js`]]).length /
    1000
  const besideConnect = `the script of @stacks/connect alone, in a zip: ${connect.toFixed(0)} kB`
  const boost = await listWidgetFiles()
  const pool = await listWidgetFiles(poolOut)
  const staking = await listWidgetFiles(yieldOut)
  const walletOfBoost = [
    'boost.js',
    'actions.js',
    'dual-stacking-wallet-en.js',
    'chain.js',
    'wallet.js',
  ]
  const walletOfPool = pool
    .map(({ file }) => file)
    .filter((file) => !isTranslation(file) && !/^(worker|snapshot)\./.test(file))
  const reactSize = (await loaded(reactPage)).toFixed(1)
  const besideReact = `a page by ${reactPage.name} that says one sentence: ${reactSize} kB`
  const others: string[] = []
  for (const page of published.filter(isThere))
    others.push(`${page.name}: ${(await loaded(page)).toFixed(1)} kB`)
  const besideOthers = others.length > 0 ? others.join(', ') : besideReact
  return [
    {
      what: 'extension for Chromium, zip',
      median: zip('chromium'),
      unit: 'kB',
      atMost: 1500,
      comparedWith: besideConnect,
    },
    {
      what: 'extension for Firefox, zip',
      median: zip('firefox'),
      unit: 'kB',
      atMost: 1500,
      comparedWith: besideConnect,
    },
    {
      what: '`<dual-stacking-boost>`, core, gz',
      median: sumGzip(boost, ['boost.js']) / 1000,
      unit: 'kB',
      atMost: 12,
      comparedWith: besideReact,
    },
    {
      what: '… with network and wallet code',
      median: sumGzip(boost, walletOfBoost) / 1000,
      unit: 'kB',
      atMost: 70,
      comparedWith: besideOthers,
    },
    {
      what: '… bundled as a page that shows it, loaded at the start',
      median: await loaded(ours),
      unit: 'kB',
      comparedWith: besideOthers,
    },
    {
      what: '`<hyperstaking-pool>`, core, gz',
      median: sumGzip(pool, ['pool.js']) / 1024,
      unit: 'KiB',
      atMost: 12,
      comparedWith: besideReact,
    },
    {
      what: '… with network and wallet code',
      median: sumGzip(pool, walletOfPool) / 1024,
      unit: 'KiB',
      atMost: 70,
      comparedWith: besideOthers,
    },
    {
      what: '`<bitcoin-staking-yield>`, core, gz',
      median: sumGzip(staking, ['yield.js']) / 1000,
      unit: 'kB',
      atMost: 12,
      comparedWith: besideReact,
    },
    {
      what: '… with network and wallet code',
      median: sumGzip(staking, walletPathOfYield(staking)) / 1000,
      unit: 'kB',
      atMost: 90,
      comparedWith: besideOthers,
    },
  ]
}
