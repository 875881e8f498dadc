import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  duskItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../../../src/app/hyperstaking/stored-items.ts'
import { faultLogItem } from '../../../../../src/app/stored/shared-items.ts'
import {
  parseItem,
  storedForm,
  type StoredItem,
} from '../../../../../src/app/stored/stored-item.ts'
import { poolCallFor } from '../../../../../src/chain/dusk/calls.ts'
import { networkAccount } from '../../../../../src/dev/network/dusk/network-account.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import {
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../../../../support/contract/start-dusk.ts'

const alice = networkAccount('alice')
const liquid = findPoolDeployment('Liquid')
const { fetch: send } = globalThis
const LIAR = 'http://127.0.0.1:9'

let on: Dusk
beforeEach(async () => {
  on = await startDusk()
})
afterEach(() => on.close())

const read = <T>(fake: ReturnType<typeof createFakeBrowser>, item: StoredItem<T>): T => {
  const parsed = parseItem(item, fake.state.stored[item.key])
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.value
}

const settings = (base: string) => ({
  ...duskSettingsItem.initial(),
  network: 'local' as const,
  base,
})

const stored = (base: string) =>
  Object.fromEntries([
    [duskSettingsItem.key, storedForm(duskSettingsItem, settings(base))],
    [
      duskItem.key,
      storedForm(duskItem, {
        ...duskItem.initial(),
        account: { address: alice, walletId: '', walletName: '', others: 0 },
      }),
    ],
  ])

/** The honest node, and a second address where `lie` answers first. */
const hosts =
  (lie: (body: string, signal: AbortSignal) => Promise<Response> | null): typeof fetch =>
  (input, init) => {
    const url = String(input)
    if (!url.startsWith(LIAR)) return send(url, init)
    return lie(String(init?.body), init!.signal!) ?? send(url.replace(LIAR, on.network.url), init)
  }

const page = (at: number, events: unknown[]) =>
  Response.json({
    finalizedEvents: { json: { events, endCursor: `at ${at}`, hasNextPage: true } },
  })

const reward = (at: number) => ({
  id: at,
  topic: 'reward',
  source: liquid.id,
  data: '00',
  block_height: 1,
  origin: 'aa'.repeat(32),
})

describe('a node with a list that never ends', () => {
  it('is read in parts, while deposits are followed', async () => {
    await on.send(alice, poolCallFor(liquid, { do: 'deposit', lux: dusk(2000n), referrer: null })!)
    on.network.control.mine(3n)
    let asked = 0
    const fake = createFakeBrowser(stored(LIAR))
    const life = await startLife(
      fake,
      hosts((body) => {
        if (!body.includes('finalizedEvents')) return null
        asked += 1
        return Promise.resolve(
          page(
            asked,
            Array.from({ length: 200 }, () => reward(asked)),
          ),
        )
      }),
    )
    expect(await life.command({ type: 'dusk/refresh' })).toEqual({ ok: true })
    const first = asked
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThanOrEqual(20)
    await life.command({ type: 'dusk/refresh' })
    // It goes on where it was, again in part.
    expect(asked - first).toBeGreaterThan(0)
    expect(asked - first).toBeLessThanOrEqual(20)
    const [place] = Object.values(read(fake, duskItem).places)
    expect(place!.cursor?.at).toBe(`at ${asked}`)
  })

  it('is let go of as soon as another one is chosen', async () => {
    await on.send(alice, poolCallFor(liquid, { do: 'deposit', lux: dusk(2000n), referrer: null })!)
    on.network.control.mine(3n)
    const fake = createFakeBrowser(stored(LIAR))
    let wait = () => {}
    const waiting = new Promise<void>((resolve) => (wait = resolve))
    // Why each question ended: a time limit would end it as well, only later.
    const ends: string[] = []
    const life = await startLife(
      fake,
      hosts((body, signal) => {
        if (!body.includes('finalizedEvents')) return null
        wait()
        return new Promise((_, reject) =>
          signal.addEventListener('abort', () => {
            ends.push((signal.reason as Error).name)
            reject(signal.reason as Error)
          }),
        )
      }),
    )
    const first = life.command({ type: 'dusk/refresh' })
    await waiting
    await life.command({
      type: 'dusk/saveSettings',
      settings: { network: 'local', base: on.network.url },
    })
    await life.command({ type: 'dusk/refresh' })
    await first
    expect(ends).toEqual(['AbortError'])
    expect(read(fake, duskReadingItem)?.height).toBeGreaterThan(0n)
  })
})

describe('a list with an entry that is none', () => {
  it('loses that entry alone, and the log names it', async () => {
    const fake = createFakeBrowser(stored(LIAR))
    const life = await startLife(fake, (input, init) => {
      const url = String(input)
      if (!url.startsWith(LIAR)) return send(url, init)
      const answer = send(url.replace(LIAR, on.network.url), init)
      if (!url.endsWith('/provisioners')) return answer
      return answer.then(async (each) =>
        Response.json([{ key: 'nobody' }, ...((await each.json()) as unknown[])]),
      )
    })
    await life.command({ type: 'dusk/refresh' })
    expect(read(fake, duskReadingItem)!.pools.some(({ keys }) => keys.known)).toBe(true)
    expect(read(fake, faultLogItem)).toMatchObject([
      { boundary: 'list', name: 'EntryDropped', message: expect.stringContaining('provisioners') },
    ])
  })
})
