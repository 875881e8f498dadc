import { readFile, writeFile } from 'node:fs/promises'

/**
 * A day of page views against the public API's limit, with and without snapshots; writes its table into docs/widget.md: `npx tsx src/cli/widget-load.ts [requests of a reading]`.
 * Views follow the day (twice the mean at its peak); visitors share addresses as homes, offices and mobile carriers do. The limit counts per address.
 */
const VIEWS = 1_000_000
const LIMIT_PER_MINUTE = 25
/** Requests of one reading of the network, and of an address besides: as the client makes them. */
const READING = Number(process.argv[2] ?? 12)
const ACCOUNT = 8
/** Share of views from addresses that so many visitors of this page use in a day. */
const addresses = [{ share: 0.7, visitors: 2 }, { share: 0.2, visitors: 60 }, { share: 0.1, visitors: 4_000 }]

const scenarios = [
  { name: 'snapshot, written every 15 minutes', perView: 0, acting: 0, job: (24 * 60) / 15 },
  { name: 'no snapshot, 5 % of visitors press “Load golden ratio”', perView: READING, acting: 0.05, job: 0 },
  { name: 'no snapshot, every page gives an address', perView: READING + ACCOUNT, acting: 1, job: 0 },
  { name: 'snapshot, and 5 % of visitors connect a wallet', perView: READING + ACCOUNT, acting: 0.05, job: (24 * 60) / 15 },
]

/** The same numbers every time. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function simulate({ perView, acting, job }: (typeof scenarios)[number]) {
  const random = generator(6)
  const perMinute = new Uint32Array(1440)
  const perAddress = new Map<string, number>()
  let waiting = 0
  let acts = 0
  for (let view = 0; view < VIEWS; view++) {
    if (random() >= acting) continue
    // A day's curve by rejection: 1 + sin, between nothing and twice the mean.
    let minute = Math.floor(random() * 1440)
    while (random() * 2 > 1 + Math.sin((minute / 1440) * 2 * Math.PI)) minute = Math.floor(random() * 1440)
    let pick = random()
    const kind = addresses.findIndex(({ share }) => (pick -= share) < 0)
    const { share, visitors } = addresses[kind]!
    const key = `${kind}.${Math.floor(random() * ((VIEWS * share) / visitors))}.${minute}`
    const used = perAddress.get(key) ?? 0
    perAddress.set(key, used + perView)
    perMinute[minute]! += perView
    acts++
    if (used + perView > LIMIT_PER_MINUTE) waiting++
  }
  const jobRequests = job * READING
  return { requests: acts * perView + jobRequests, peak: perMinute.reduce((most, each) => Math.max(most, each), 0), waiting: acts === 0 ? 0 : waiting / acts }
}

const count = (value: number): string => value.toLocaleString('en')
const lines = [
  `| ${count(VIEWS)} views a day | requests to the API | in the busiest minute, from all visitors | readings that wait for the limit of their address |`, '|---|---|---|---|',
  ...scenarios.map((scenario) => {
    const { requests, peak, waiting } = simulate(scenario)
    return `| ${scenario.name} | ${count(requests)} | ${count(peak)}${scenario.job ? ` (and ${READING} of the job, once in 15 minutes)` : ''} | ${(waiting * 100).toFixed(1)} % |`
  }),
]
console.log(lines.join('\n'))
const docs = await readFile('docs/widget.md', 'utf8')
await writeFile('docs/widget.md', docs.replace(/(<!-- load -->\n)[^]*?(<!-- \/load -->)/, `$1${lines.join('\n')}\n$2`))
