import { writeFileSync } from 'node:fs'
import { readBrowserName } from './bench/read-browser-name.ts'
import { renderPage } from './bench/render-page.ts'
import { renderTable } from './bench/render-table.ts'
import { passes, type Rows, type Subject } from './bench/row.ts'

/**
 * `npm run bench`: measures everything that has a budget and prints a table; a full run also writes
 * docs/performance.md. Exits with 1 when a median is over its budget or a measurement fails. Each
 * file of `bench/rows/` adds rows; `npm run bench -- projection` runs only the files named.
 */
const headings: Record<string, string> = {
  popup: 'Popup',
  panel: 'Panel on a page',
  screens: 'Screens, under load',
  background: 'Background and public hosts',
  worker: 'Worker',
  'golden-ratio': 'Golden ratio',
  cycle: 'A cycle run by an operator',
  hyperstaking: 'Hyperstaking',
  widget: 'Widgets on a page',
  sizes: 'Sizes',
  decoders: 'Decoders',
  lighthouse: 'Pages, by Lighthouse',
}
const names = Object.keys(headings)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark named ${unknown.join(', ')}; there are: ${names.join(', ')}.`,
  )
  process.exit(1)
}

const subjects: Subject[] = []
let failed = 0
for (const name of wanted.length > 0 ? wanted : names) {
  const started = performance.now()
  try {
    const { rows } = (await import(`./bench/rows/${name}.ts`)) as { rows: Rows }
    subjects.push({ heading: headings[name]!, rows: await rows() })
  } catch (error) {
    failed++
    console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }
  console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
}
console.log(renderTable(subjects))
if (wanted.length === 0 && failed === 0)
  writeFileSync('docs/performance.md', renderPage(subjects, readBrowserName()))
const all = subjects.flatMap(({ rows }) => rows)
const over = all.filter((row) => !passes(row)).length
console.log(`${all.length} rows, ${over} over budget, ${failed} failed`)
process.exit(over + failed > 0 ? 1 : 0)
