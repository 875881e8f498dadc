import { cpus, release, totalmem, type } from 'node:os'
import { passes } from './row.ts'
import type { Row } from './row.ts'
import { budget, figure } from './table.ts'

/** What the figures were measured on. */
const machine = (): string => {
  const [first] = cpus()
  return `${cpus().length} cores (${(first?.model ?? 'unknown').trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${type()} ${release().split('-')[0]}, Node ${process.versions.node}`
}

/** docs/performance.md: every row of the run, with the machine that it was measured on. */
export const page = (rows: readonly Row[]): string => `# Performance

Written by \`npm run bench\`, which fails when a median is over its budget. Every row was measured in the same run as what it is compared with, on
${machine()}. Times are for orientation: they belong to that machine. What does not depend on one (sizes, counts, ratios) is checked by the tests as well.

| what | median | budget | compared with |
|---|---:|---:|---|
${rows.map((row) => `| ${row.what} | ${figure(row.median, row.unit)}${passes(row) ? '' : ' **over**'} | ${budget(row)} | ${row.comparedWith ?? ''} |`).join('\n')}

What a whole load does (ten thousand participants, two hundred widgets, fifty tabs, a week of alarms) is printed by \`npm run load\`, which fails when memory grows after warm-up.
`
