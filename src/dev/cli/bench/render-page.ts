import { cpus, release, totalmem, type } from 'node:os'
import { wrapLines } from '../wrap-lines.ts'
import { formatBudget, formatFigure } from './render-table.ts'
import { passes, type Row, type Subject } from './row.ts'

/** What the figures were measured on. */
const machine = (browser: string): string => {
  const [first] = cpus()
  return `${cpus().length} cores (${(first?.model ?? 'unknown').trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}, ${browser}`
}

const line = (row: Row): string =>
  `| ${row.what} | ${formatFigure(row.median, row.unit)}${passes(row) ? '' : ' **over**'} | ${formatBudget(row)} | ${row.comparedWith} |`

/**
 * Docs/performance.md: every row of the run, with the machine and the browser that it was measured
 * on.
 */
export const renderPage = (subjects: readonly Subject[], browser: string): string => `# Performance

${wrapLines(`
  Written by \`npm run bench\`, which fails when a median is over its budget. Every row was measured
  in the same run as what it is compared with, on ${machine(browser)}. Times are for orientation:
  they belong to that machine. What does not depend on one (sizes, counts, ratios) is checked by the
  tests as well.`)}
${subjects
  .map(
    ({ heading, rows }) => `
## ${heading}

| what | median | budget | compared with |
|---|---:|---:|---|
${rows.map(line).join('\n')}
`,
  )
  .join('')}
## What is measured elsewhere

- What a whole load does (ten thousand participants, two hundred widgets, fifty tabs, a week of
  alarms): \`npm run load\`, which fails when memory grows after warm-up.
- What each list function of the contract costs: [contract-costs.md](contract-costs.md), written by
  its test, which also shows that one row more does not fit.
- The widget beside published ones with everything they load: [widget.md](widget.md), by
  \`npm run measure -- sizes\`, which fetches them; once they are there, this run measures them too.
`
