import { simulate, type PageViewScenario } from '../bench/page-views.ts'
import { writeFigures } from './write-figures.ts'

/**
 * Requests of one read of the network, and the additional ones for an address, as the client makes
 * them.
 */
const READING = 12
const ACCOUNT = 8

const scenarios: PageViewScenario[] = [
  { name: 'snapshot, written every 15 minutes', perView: 0, acting: 0, job: (24 * 60) / 15 },
  {
    name: 'no snapshot, 5 % of visitors press “Load golden ratio”',
    perView: READING,
    acting: 0.05,
    job: 0,
  },
  {
    name: 'no snapshot, every page gives an address',
    perView: READING + ACCOUNT,
    acting: 1,
    job: 0,
  },
  {
    name: 'snapshot, and 5 % of visitors connect a wallet',
    perView: READING + ACCOUNT,
    acting: 0.05,
    job: (24 * 60) / 15,
  },
]

const count = (value: number): string => value.toLocaleString('en')
const share = (value: number): string => `${(value * 100).toFixed(1)}%`

function rowOf(scenario: PageViewScenario): string {
  const { requests, peak, waiting } = simulate(scenario, READING)
  const job = scenario.job ? ` (and ${READING} of the job, once in 15 minutes)` : ''
  return `| ${scenario.name} | ${count(requests)} | ${count(peak)}${job} | ${share(waiting)} |`
}

/**
 * A day of page views against the public API's limit, with and without snapshots; writes its table
 * into docs/widget.md.
 */
export async function measurePageViews(): Promise<boolean> {
  const lines = [
    '| 1,000,000 views a day | requests to the API | in the busiest minute, from all visitors | readings that wait for the limit of their address |',
    '|---|---|---|---|',
    ...scenarios.map(rowOf),
  ]
  console.log(lines.join('\n'))
  await writeFigures('docs/widget.md', 'load', lines.join('\n'))
  return true
}
