import { readdirSync, writeFileSync } from 'node:fs'
import { page } from './bench/page.ts'
import { passes } from './bench/row.ts'
import type { Row, Rows } from './bench/row.ts'
import { table } from './bench/table.ts'

/**
 * `npm run bench`: measures what has a budget and prints a table, and writes it to docs/performance.md when all of it was measured; exits 1 when a median is over its budget or a measurement fails. Each file of `bench/rows/` adds rows;
 * `npm run bench -- projection` runs only the files named.
 */
const folder = new URL('./bench/rows/', import.meta.url)
const wanted = process.argv.slice(2)
const names = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3)).toSorted()
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`There is no benchmark named ${unknown.join(', ')}; there are: ${names.join(', ')}.`)
  process.exit(1)
}

const rows: Row[] = []
let failed = 0
for (const name of wanted.length > 0 ? wanted : names) {
  try {
    const { rows: measured } = (await import(new URL(`${name}.ts`, folder).href)) as { rows: Rows }
    rows.push(...(await measured()))
  } catch (error) {
    failed++
    console.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  }
}
console.log(table(rows))
if (wanted.length === 0 && failed === 0) writeFileSync('docs/performance.md', page(rows))
const over = rows.filter((row) => !passes(row)).length
console.log(`${rows.length} rows, ${over} over budget, ${failed} failed`)
process.exit(over + failed > 0 ? 1 : 0)
