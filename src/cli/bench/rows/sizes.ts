import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { extension } from '../../build/extension.ts'
import { dist, root } from '../../build/vite.ts'
import { sum, widget, widgetFiles } from '../../build/widget.ts'
import { extensionEntries } from '../../release/extension.ts'
import { zipOf } from '../../release/zip.ts'
import type { Row } from '../row.ts'

const kilobytes = (bytes: number) => bytes / 1000
const gzip = (path: string) => kilobytes(gzipSync(readFileSync(`${root}${path}`), { level: 9 }).length)

/** Sizes of what people download, beside a library that many pages load for less. */
export async function rows(): Promise<Row[]> {
  if (!existsSync(`${root}${dist}/extension/background.js`)) await extension()
  if (!existsSync(`${root}${dist}/widget/boost.js`)) await widget()
  const files = await widgetFiles()
  const reactDom = gzip('node_modules/react-dom/cjs/react-dom-client.production.js')
  const besides = `react-dom alone: ${reactDom.toFixed(1)} kB gz`
  return [
    { what: 'extension’s zip for Chromium', median: kilobytes(zipOf(extensionEntries('chromium', '')).length), unit: 'kB', atMost: 1500 },
    { what: 'widget’s core, gz', median: kilobytes(sum(files, ['boost.js'])), unit: 'kB', atMost: 12, comparedWith: besides },
    { what: 'widget with network and wallet code, gz', median: kilobytes(sum(files, ['boost.js', 'actions.js', 'chain.js', 'wallet.js'])), unit: 'kB', atMost: 70, comparedWith: besides },
  ]
}
