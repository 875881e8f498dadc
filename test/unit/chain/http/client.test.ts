import type { ServerResponse } from 'node:http'
import * as v from 'valibot'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type HttpSetup } from '../../../../src/chain/http/client.ts'
import { createGonePaths } from '../../../../src/chain/http/gone-paths.ts'
import { readRateLimitHeaders } from '../../../../src/chain/http/rate-limit-headers.ts'
import type { Fetch } from '../../../../src/chain/http/send-once.ts'
import { listOf } from '../../../../src/chain/list-of.ts'
import { createFastClock } from '../../../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost, type Reply } from '../../../../src/dev/faults/http-host.ts'

const hosts: HttpHost[] = []
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()))
})

const host = async (reply: Reply) => {
  const started = await startHttpHost(reply)
  hosts.push(started)
  return started
}

const client = (bases: HttpHost[] | string[], more: Partial<HttpSetup> = {}) =>
  createHttpClient({
    bases: bases.map((base) => (typeof base === 'string' ? base : base.url)),
    clock: createFastClock(),
    random: () => 0.5,
    ...more,
  })

const number = (json: unknown) =>
  typeof json === 'object' && json !== null && 'n' in json && typeof json.n === 'number'
    ? json.n
    : undefined

describe('one request', () => {
  it('returns what was parsed', async () => {
    const one = await host(() => ({ n: 7 }))
    expect(await client([one]).request({ path: '/a' }, number)).toEqual({ ok: true, value: 7 })
  })

  it('sends no cookies and no referrer', async () => {
    const inits: RequestInit[] = []
    const fetch: Fetch = (_url, init) => {
      inits.push(init)
      return Promise.resolve(Response.json({ n: 7 }))
    }
    await client(['https://node.example'], { fetch }).request({ path: '/a' }, number)
    expect(inits).toMatchObject([{ credentials: 'omit', referrerPolicy: 'no-referrer' }])
  })

  it('follows no redirect', async () => {
    const other = await host(() => ({ n: 7 }))
    const one = await host((_, response) => {
      response.writeHead(302, { location: `${other.url}/a` }).end()
    })
    const answer = await client([one], { retries: 0 }).request({ path: '/a' }, number)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'refused' } })
    expect(other.seen).toEqual([])
  })

  it.each<[string, Reply, string]>([
    ['is 404', (_, response) => void response.writeHead(404).end('no'), 'not-found'],
    ['is 410', (_, response) => void response.writeHead(410).end('no'), 'gone'],
    ['is 400', (_, response) => void response.writeHead(400).end('no'), 'refused'],
    ['is 500', (_, response) => void response.writeHead(500).end('no'), 'server-error'],
    [
      'is a page',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      'bad-answer',
    ],
    [
      'is cut',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('{"n": 1'),
      'bad-answer',
    ],
    ['is other JSON', () => ({ m: 1 }), 'bad-answer'],
    [
      'breaks off',
      (_, response) =>
        void response
          .writeHead(200, { 'content-length': '100' })
          .write('{"n"', () => response.destroy()),
      'offline',
    ],
    ['never comes', () => undefined, 'slow'],
    [
      'drips',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' })
        const timer = setInterval(() => response.write(' '), 10)
        response.on('close', () => clearInterval(timer))
      },
      'slow',
    ],
  ])('names the failure when the answer %s', async (_, reply, code) => {
    const one = await host(reply)
    const answer = await client([one], {
      timeoutMs: code === 'slow' ? 120 : 10_000,
      retries: 0,
    }).request({ path: '/a' }, number)
    expect(answer).toMatchObject({ ok: false, failure: { code } })
  })

  it('does not wait for a day when the clock is set back by one', async () => {
    const one = await host(() => ({ n: 1 }))
    const clock = createFastClock()
    const http = client([one], { clock, assumedPerMinute: 25 })
    await http.request({ path: '/a' }, number)
    clock.advance(-86_400_000)
    expect(await http.request({ path: '/a' }, number)).toEqual({ ok: true, value: 1 })
  })

  it('is offline when nothing listens', async () => {
    const one = await startHttpHost(() => ({}))
    await one.close()
    expect(await client([one.url], { retries: 0 }).request({ path: '/a' }, number)).toMatchObject({
      ok: false,
      failure: { code: 'offline' },
    })
  })

  it('sends the key to the first base only', async () => {
    const first = await host((_, response) => void response.writeHead(500).end())
    const second = await host(() => ({ n: 1 }))
    await client([first, second], { apiKey: 'k' }).request({ path: '/a' }, number)
    expect(first.seen[0]!.headers['x-api-key']).toBe('k')
    expect(second.seen[0]!.headers['x-api-key']).toBeUndefined()
  })
})

describe('several attempts', () => {
  it('retries after 500 and nonsense, with growing pauses', async () => {
    let times = 0
    const one = await host((_, response) => {
      times += 1
      if (times === 1) return void response.writeHead(503).end()
      if (times === 2) return void response.writeHead(200).end('nonsense')
      return { n: times }
    })
    const clock = createFastClock()
    const start = clock.now()
    expect(await client([one], { clock }).request({ path: '/a' }, number)).toEqual({
      ok: true,
      value: 3,
    })
    expect(clock.now() - start).toBe(800 + 1600)
  })

  it('does not retry what is not there', async () => {
    const one = await host((_, response) => void response.writeHead(404).end())
    await client([one]).request({ path: '/a' }, number)
    expect(one.seen).toHaveLength(1)
  })

  it('honours retry-after of a 429', async () => {
    let times = 0
    const one = await host((_, response) =>
      ++times === 1 ? void response.writeHead(429, { 'retry-after': '7' }).end() : { n: 1 },
    )
    const clock = createFastClock()
    const start = clock.now()
    expect(await client([one], { clock }).request({ path: '/a' }, number)).toEqual({
      ok: true,
      value: 1,
    })
    expect(clock.now() - start).toBeGreaterThanOrEqual(7000)
    expect(one.seen).toHaveLength(2)
  })

  it('gives up at once when the host wants a longer silence than any user waits', async () => {
    const one = await host(
      (_, response) => void response.writeHead(429, { 'retry-after': '300' }).end(),
    )
    const clock = createFastClock()
    const http = client([one], { clock })
    const start = clock.now()
    expect(await http.request({ path: '/a' }, number)).toMatchObject({
      ok: false,
      failure: { code: 'rate-limited', retryAt: start + 300_000 },
    })
    expect(await http.request({ path: '/b' }, number)).toMatchObject({
      ok: false,
      failure: { code: 'rate-limited' },
    })
    expect(one.seen).toHaveLength(1)
    expect(clock.now() - start).toBeLessThan(5000)
    clock.advance(300_000)
    one.reply(() => ({ n: 2 }))
    expect(await http.request({ path: '/b' }, number)).toEqual({ ok: true, value: 2 })
  })

  it('moves on to the next base, stays there, and returns after a minute', async () => {
    const first = await host((_, response) => void response.writeHead(502).end())
    const second = await host(() => ({ n: 2 }))
    const clock = createFastClock()
    const http = client([first, second], { clock })
    expect(await http.request({ path: '/a' }, number)).toEqual({ ok: true, value: 2 })
    expect(await http.request({ path: '/b' }, number)).toEqual({ ok: true, value: 2 })
    expect(first.seen).toHaveLength(1)
    first.reply(() => ({ n: 1 }))
    clock.advance(61_000)
    expect(await http.request({ path: '/c' }, number)).toEqual({ ok: true, value: 1 })
  })
})

describe('a path that a host has switched off', () => {
  const gone: Reply = (_, response) => void response.writeHead(410).end('{"error":"Gone"}')

  it('is requested from the next host at once, from the first after a week', async () => {
    const clock = createFastClock()
    const [one, two] = [await host(gone), await host(() => ({ n: 2 }))]
    const asking = client([one, two], { clock })
    const ask = () => asking.request({ path: '/extended/v1/tx/0xabcdef0123456789?limit=1' }, number)
    expect(await ask()).toEqual({ ok: true, value: 2 })
    expect(asking.counts()).toMatchObject({ requests: 2, repeated: 0 })
    await ask()
    // Another transaction is another answer of the same path.
    await asking.request({ path: '/extended/v1/tx/0x9999999999999999' }, number)
    expect([one.seen.length, two.seen.length]).toEqual([1, 3])
    await asking.request({ path: '/extended/v1/contract/x' }, number)
    expect(one.seen.length).toBe(2)
    clock.advance(7 * 24 * 3_600_000 + 1)
    await ask()
    expect(one.seen.length).toBe(3)
  })

  it('is gone when every host says so, without another round or request', async () => {
    const [one, two] = [await host(gone), await host(gone)]
    const asking = client([one, two])
    for (const _ of [1, 2])
      expect(await asking.request({ path: '/a' }, number)).toMatchObject({
        ok: false,
        failure: { code: 'gone' },
      })
    expect(asking.counts()).toMatchObject({ requests: 2, repeated: 0 })
  })

  it('is told as such where the other hosts are down, without another round', async () => {
    const one = await host(gone)
    const asking = client([one.url, 'http://127.0.0.1:9'])
    expect(await asking.request({ path: '/a' }, number)).toEqual({
      ok: false,
      failure: { code: 'offline', goneElsewhere: true },
    })
    expect(asking.counts()).toMatchObject({ requests: 2, repeated: 0 })
  })

  it('is remembered over a restart, but for no longer than a week', async () => {
    const one = await host(gone)
    const gonePaths = createGonePaths()
    await client([one], { gonePaths }).request({ path: '/a' }, number)
    const stored = JSON.parse(JSON.stringify(gonePaths.snapshot())) as unknown
    const again = client([one], { gonePaths: createGonePaths(stored) })
    expect(await again.request({ path: '/a' }, number)).toMatchObject({ failure: { code: 'gone' } })
    expect(one.seen.length).toBe(1)
    // Noted by a clock that went wrong.
    const wrong = { [`${one.url} /a`]: Date.UTC(2200, 0) }
    await client([one], { gonePaths: createGonePaths(wrong) }).request({ path: '/a' }, number)
    expect(one.seen.length).toBe(2)
  })

  it('is announced once per host and kind of path', async () => {
    const one = await host((_, response) => {
      response.setHeader('warning', '299 - "Deprecated"')
      return { n: 1 }
    })
    const told: string[] = []
    const asking = client([one], {
      onDeprecated: (origin, family) => told.push(`${origin} ${family}`),
    })
    for (const id of ['0xaaaaaaaaaaaaaaaa', '0xbbbbbbbbbbbbbbbb'])
      await asking.request({ path: `/extended/v1/tx/${id}` }, number)
    expect(told).toEqual([`${one.url} /extended/v1/tx/*`])
  })
})

describe('politeness', () => {
  it('sends equal requests once', async () => {
    const one = await host(() => ({ n: 1 }))
    const http = client([one])
    const answers = await Promise.all(
      [1, 2, 3].map(() => http.request({ path: '/a', method: 'POST', body: { x: 1 } }, number)),
    )
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: 1 })))
    expect(one.seen).toHaveLength(1)
    await http.request({ path: '/a', method: 'POST', body: { x: 2 } }, number)
    expect(one.seen).toHaveLength(2)
  })

  it('has at most four requests under way', async () => {
    const waiting: ServerResponse[] = []
    let most = 0
    // Nothing is answered before four wait; what comes at the same time is counted as well.
    const one = await host((_, response) => {
      most = Math.max(most, waiting.push(response))
      if (waiting.length !== 4) return
      setTimeout(() => {
        for (const each of waiting.splice(0)) each.writeHead(200).end('{"n":1}')
      }, 5)
    })
    const http = client([one])
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => http.request({ path: `/${index}` }, number)),
    )
    expect(most).toBe(4)
  })

  it('learns the limit from the headers and keeps within it', async () => {
    const clock = createFastClock()
    let windowStart = clock.now()
    let used = 0
    let refused = 0
    const one = await host((_, response) => {
      if (clock.now() - windowStart >= 60_000) {
        windowStart = clock.now()
        used = 0
      }
      used += 1
      const headers = {
        'ratelimit-limit': '10',
        'ratelimit-remaining': String(Math.max(0, 10 - used)),
        'ratelimit-reset': String(Math.ceil((windowStart + 60_000 - clock.now()) / 1000)),
      }
      if (used <= 10) return void response.writeHead(200, headers).end('{"n":1}')
      refused += 1
      response.writeHead(429, { ...headers, 'retry-after': '1' }).end()
    })
    const http = client([one], { clock })
    const start = clock.now()
    const answers = []
    for (let index = 0; index < 35; index += 1)
      answers.push(await http.request({ path: `/${index}` }, number, { deadlineMs: 600_000 }))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(refused).toBe(0)
    expect(http.perMinute()).toBe(10)
    expect(clock.now() - start).toBeGreaterThan(120_000)
    expect(clock.now() - start).toBeLessThan(300_000)
  })

  it('lets users go before a backfill, which leaves a third of the limit', async () => {
    const order: string[] = []
    const one = await host(({ path }) => {
      order.push(path)
      return { n: 1 }
    })
    const clock = createFastClock()
    const http = client([one], { clock, assumedPerMinute: 12 })
    const backfill = Array.from({ length: 12 }, (_, index) =>
      http.request({ path: `/old${index}` }, number, { urgency: 'backfill', deadlineMs: 20_000 }),
    )
    const person = Array.from({ length: 4 }, (_, index) =>
      http.request({ path: `/now${index}` }, number, { urgency: 'person' }),
    )
    const answers = await Promise.all([...person, ...backfill])
    expect(answers.slice(0, 4).every(({ ok }) => ok)).toBe(true)
    expect(order.filter((path) => path.startsWith('/old')).length).toBeLessThan(12)
    expect(order.findIndex((path) => path === '/now3')).toBeLessThan(9)
  })
})

describe('rate headers', () => {
  it('reads seconds, Unix seconds, milliseconds and dates', () => {
    const now = 1_700_000_000_000
    const at = (value: string) =>
      readRateLimitHeaders(new Headers({ 'ratelimit-reset': value }), now).resetAt
    expect(at('30')).toBe(now + 30_000)
    expect(at('1700000030')).toBe(now + 30_000)
    expect(at('1700000030000')).toBe(now + 30_000)
    expect(at(new Date(now + 30_000).toUTCString())).toBe(now + 30_000)
    expect(at('soon')).toBeUndefined()
  })

  it('prefers what counts for Stacks', () => {
    const headers = new Headers({
      'ratelimit-limit': '900',
      'x-ratelimit-limit-stacks-minute': '25',
      'x-ratelimit-remaining-stacks-minute': '3',
    })
    expect(readRateLimitHeaders(headers, 0)).toEqual({ limit: 25, remaining: 3 })
  })
})

describe('a client whose hosts are not used any more', () => {
  it('ends what is under way, waits in the queue or pauses, and sends nothing more', async () => {
    const life = new AbortController()
    let sent = 0
    const fetch: Fetch = (_url, { signal }) =>
      new Promise((_, reject) => {
        sent += 1
        if (sent === 4) setTimeout(() => life.abort())
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
      })
    const ended = client(['https://node.example'], { fetch, signal: life.signal })
    // Four go out at once, the others wait for them.
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, index) => ended.request({ path: `/${index}` }, number)),
    )
    expect(answers.every(({ ok }) => !ok)).toBe(true)
    expect(sent).toBe(4)
    expect(await ended.request({ path: '/later' }, number)).toMatchObject({ ok: false })
    expect(sent).toBe(4)
  })
})

describe('entries that are dropped', () => {
  it('are named with the kind of path, once for each answer', async () => {
    const names: string[] = []
    const one = await host(() => ({ list: [1, 'two', 3, null] }))
    const schema = v.object({ list: listOf(v.number(), { most: 9 }) })
    const accept = (json: unknown) => {
      const parsed = v.safeParse(schema, json)
      return parsed.success ? parsed.output.list : undefined
    }
    const onDropped = (family: string, places: readonly string[]) =>
      names.push(`${family} ${places.join()}`)
    const asking = client([one], { onDropped })
    expect(await asking.request({ path: '/of/12' }, accept)).toEqual({ ok: true, value: [1, 3] })
    expect(names).toEqual(['/of/* 1.,3.'])
  })
})
