const VIEWS = 1_000_000
const LIMIT_PER_MINUTE = 25
/** Share of views from addresses that this many visitors of the page use in a day. */
const addresses = [
  { share: 0.7, visitors: 2 },
  { share: 0.2, visitors: 60 },
  { share: 0.1, visitors: 4_000 },
]

/**
 * How a partner's page reads the network: requests of a view that reads, the share of views that
 * do, and runs of a job a day.
 */
export interface PageViewScenario {
  name: string
  perView: number
  acting: number
  job: number
}

/** Deterministic: the same numbers every time. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * A day of a million page views against the public API's limit, which counts per address. Views
 * follow the day (twice the mean at its peak); visitors share addresses as homes, offices and
 * mobile carriers do. Returns all requests, those of the busiest minute, and the share of reads
 * that wait for the limit of their address.
 */
export function simulate(
  { perView, acting, job }: Omit<PageViewScenario, 'name'>,
  reading: number,
): { requests: number; peak: number; waiting: number } {
  const random = generator(6)
  const perMinute = new Uint32Array(1440)
  const perAddress = new Map<string, number>()
  let waiting = 0
  let acts = 0
  for (let view = 0; view < VIEWS; view++) {
    if (random() >= acting) continue
    // A day's curve by rejection sampling: 1 + sin, between zero and twice the mean.
    let minute = Math.floor(random() * 1440)
    while (random() * 2 > 1 + Math.sin((minute / 1440) * 2 * Math.PI))
      minute = Math.floor(random() * 1440)
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
  return {
    requests: acts * perView + job * reading,
    peak: perMinute.reduce((most, each) => Math.max(most, each), 0),
    waiting: acts === 0 ? 0 : waiting / acts,
  }
}
