import { spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveSite } from '../../test/support/widget/site.ts'
import { ensureBrowser } from './browsers.ts'

/** Measures a built page by Lighthouse, as a telephone, and writes the scores into its widget's docs: `npx tsx src/cli/widget-lighthouse.ts [pool]`. Exits 1 below 100. */
const page = process.argv[2] === 'pool'
  ? { file: 'pool.html', docs: 'docs/pool-widget.md', is: 'page of pools' }
  : { file: 'index.html', docs: 'docs/widget.md', is: 'builder page' }
const report = join(tmpdir(), `lighthouse-${process.pid}.json`)
const site = await serveSite()
const status = await new Promise((resolve) => {
  spawn('node_modules/.bin/lighthouse', [
    `${site.url}/demo/${page.file}`, '--quiet', '--output=json', `--output-path=${report}`, '--only-categories=performance,accessibility,best-practices', '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  ], { stdio: 'inherit', env: { ...process.env, CHROME_PATH: ensureBrowser('chromium') } }).on('exit', resolve)
})
await site.close()
if (status !== 0) process.exit(1)
const { categories, audits } = JSON.parse(await readFile(report, 'utf8')) as {
  categories: Record<string, { title: string; score: number }>
  audits: Record<string, { displayValue?: string }>
}
await rm(report)
const scores = Object.values(categories).map(({ title, score }) => `${title.toLowerCase()} ${Math.round(score * 100)}`).join(', ')
const shown = (id: string) => audits[id]?.displayValue?.replaceAll('\u00a0', ' ') ?? 'unknown'
const line = `Lighthouse of the ${page.is}, with the widget live on it, as a slow telephone: ${scores}; largest paint after ${shown('largest-contentful-paint')}, blocked ${shown('total-blocking-time')}, layout shift ${shown('cumulative-layout-shift')}.`
console.log(line)
const docs = await readFile(page.docs, 'utf8')
await writeFile(page.docs, docs.replace(/(<!-- lighthouse -->\n)[^]*?(<!-- \/lighthouse -->)/, `$1${line}\n$2`))
process.exit(Object.values(categories).every(({ score }) => score === 1) ? 0 : 1)
