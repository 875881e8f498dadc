import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { servePartnerSite, type PartnerSite } from '../../src/dev/browser/partner-site.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { namedAccount } from '../../src/protocol/hyperstaking/core/ids.ts'
import { site as english } from '../../src/words/en/site.ts'
import { sharedBrowser } from '../support/shared/browser.ts'

let browser: Browser
let partner: PartnerSite
let frames: PartnerSite
let page: Page

beforeAll(async () => {
  ;[browser, partner, frames] = await Promise.all([
    sharedBrowser(),
    servePartnerSite(),
    servePartnerSite(),
  ])
})
afterAll(async () => {
  await Promise.all([partner?.close(), frames?.close()])
})
beforeEach(async () => {
  await page?.context().close()
})

interface Told {
  origin: string
  data: { twinstack: number; type: string; [field: string]: unknown }
}

/**
 * A partner's page with the frame, given its page's origin; every message that reaches the page is
 * kept.
 */
async function open(
  origin = partner.url,
  address = 'frame.html?network=testnet&sbtc=0.1152&stx=5103&golden-ratio=191000&actions=enroll',
  ready = ['boost', '5.33'],
): Promise<void> {
  const src = `${frames.url}/demo/${address}&origin=${encodeURIComponent(origin)}`
  partner.pages.set(
    '/',
    `<!doctype html><title>Partner</title><script>window.told = []; addEventListener('message', ({ origin, data }) => told.push({ origin, data }))</script><iframe id="frame" src="${src}" width="400" height="300"></iframe>`,
  )
  page = await (await browser.newContext()).newPage()
  await page.goto(`${partner.url}/`)
  await inside().locator(`[part=${ready[0]}]`).filter({ hasText: ready[1]! }).waitFor()
}
const inside = () => page.frameLocator('#frame')
const told = () => page.evaluate(() => (window as unknown as { told: Told[] }).told)
const until = async (fits: (each: Told) => boolean) => {
  await expect.poll(async () => (await told()).some(fits)).toBe(true)
  return (await told()).filter(fits)
}
const send = (data: unknown, to = frames.url) =>
  page.evaluate(
    ([message, target]) =>
      (document.getElementById('frame') as HTMLIFrameElement).contentWindow!.postMessage(
        message,
        target as string,
      ),
    [data, to] as const,
  )

/** Counts what arrives in the frame from now on; its own listener has had each before. */
async function countMessages(): Promise<() => Promise<number>> {
  const body = inside().locator('body')
  await body.evaluate(() => {
    document.body.dataset['arrived'] = '0'
    addEventListener('message', () => {
      const { dataset } = document.body
      dataset['arrived'] = String(Number(dataset['arrived']) + 1)
    })
  })
  return async () => Number(await body.getAttribute('data-arrived'))
}

/** The STX that the frame has been told; its address takes them at once. */
const chosenStx = (): Promise<string | null> =>
  inside()
    .locator('body')
    .evaluate(() => new URLSearchParams(location.search).get('stx'))

describe('the frame', () => {
  it('tells its page that it is ready, its height, and its events', async () => {
    await open()
    await until(({ data }) => data.type === 'ready')
    const [resize] = await until(({ data }) => data.type === 'resize' && Number(data.height) > 200)
    expect(resize).toMatchObject({ origin: frames.url, data: { twinstack: 1 } })
    await send({ twinstack: 1, type: 'configure', options: { stx: '22020', theme: 'dark' } })
    const [change] = await until(
      ({ data }) => data.type === 'event' && data.name === 'boost-change',
    )
    expect(change!.data.detail).toMatchObject({ boost: '1000000000', sats: '11520000' })
    await inside().locator('[part=boost]').filter({ hasText: '10' }).waitFor()
  })

  it('refuses malformed messages of its page, with a reason, and stays unchanged', async () => {
    await open()
    const wrong: unknown[] = [
      'configure',
      null,
      7,
      [],
      {},
      { type: 'configure' },
      { twinstack: 2, type: 'configure', options: {} },
      { twinstack: 1, type: 'configure', options: { onclick: 'x' } },
      { twinstack: 1, type: 'configure', options: { actions: 'everything' } },
      { twinstack: 1, type: 'configure', options: { stx: 5 } },
      { twinstack: 1, type: 'configure', options: {}, more: 1 },
      { twinstack: 1, type: 'eval' },
    ]
    for (const message of wrong) await send(message)
    await expect
      .poll(async () => (await told()).filter(({ data }) => data.type === 'refused').length)
      .toBe(wrong.length)
    expect(
      (await told()).filter(({ data }) => data.type === 'event' && data.name === 'boost-change'),
    ).toEqual([])
    expect(await inside().locator('[part=boost]').innerText()).toContain('5.33')
  })

  it('neither hears nor answers a page of another origin than its address names', async () => {
    await open('https://partner.example')
    const arrived = await countMessages()
    await send({ twinstack: 1, type: 'configure', options: { stx: '22020' } })
    await send('nonsense')
    await expect.poll(arrived).toBe(2)
    expect(await chosenStx()).not.toBe('22020')
    expect(await told()).toEqual([])
  })

  it('does not hear another window of the right origin', async () => {
    await open()
    const arrived = await countMessages()
    const message = { twinstack: 1, type: 'configure', options: { stx: '0' } }
    await page.evaluate(
      async ([origin, data]) => {
        const other = document.createElement('iframe')
        document.body.append(other)
        const script = other.contentDocument!.createElement('script')
        script.textContent = `parent.document.getElementById('frame').contentWindow.postMessage(${data}, '${origin}')`
        other.contentDocument!.body.append(script)
      },
      [frames.url, JSON.stringify(message)] as const,
    )
    await expect.poll(arrived).toBe(1)
    expect(await chosenStx()).not.toBe('0')
    // Of its own page it takes the same.
    await send(message)
    await expect.poll(chosenStx).toBe('0')
  })

  it('opens the page to sign on outside itself, with the same choices', async () => {
    await open()
    const requests: string[] = []
    page.on('request', (request) => void requests.push(request.url()))
    await send({ twinstack: 1, type: 'configure', options: { network: 'testnet' } })
    const opened = page.context().waitForEvent('page')
    await expect.poll(() => page.frames()[1]!.url()).toContain('network=testnet')
    await pressInPlace(inside().getByRole('button', { name: 'Enroll with wallet' }))
    const signing = await opened
    await signing.locator('[part=boost]').filter({ hasText: '5.33' }).waitFor()
    expect(new URL(signing.url()).searchParams.get('network')).toBe('testnet')
    expect(await signing.evaluate(() => [window.opener, window.top === window.self])).toEqual([
      null,
      true,
    ])
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
  })
})

describe('the frame of a pool', () => {
  const openPool = (more = '') =>
    open(partner.url, `pool-frame.html?dusk=5000&actions=deposit${more}`, [
      'hint',
      '90% of outcomes',
    ])
  const attribute = (name: string) => inside().locator('hyperstaking-pool').getAttribute(name)

  it('speaks the same protocol, and its button opens a page with what was typed', async () => {
    await openPool()
    await until(({ data }) => data.type === 'ready')
    await until(({ data }) => data.type === 'resize' && Number(data.height) > 300)
    for (const options of [
      { pool: '"><script>' },
      { dusk: 'much' },
      { referrer: 'me' },
      { theme: 'red' },
      { 'api-url': 'x' },
      { sbtc: '1' },
    ])
      await send({ twinstack: 1, type: 'configure', options })
    await expect
      .poll(async () => (await told()).filter(({ data }) => data.type === 'refused').length)
      .toBe(6)
    await send({ twinstack: 1, type: 'configure', options: { days: '60', network: 'testnet' } })
    const [change] = await until(
      ({ data }) =>
        data.type === 'event' &&
        data.name === 'pool-change' &&
        (data.detail as { days: number }).days === 60,
    )
    expect(change).toMatchObject({ origin: frames.url, data: { detail: { lux: '5000000000000' } } })
    await inside().locator('input').first().fill('7000.5')
    await expect.poll(() => page.frames()[1]!.url()).toContain('dusk=7000.5')

    const requests: string[] = []
    page.on('request', (request) => void requests.push(request.url()))
    const opened = page.context().waitForEvent('page')
    await pressInPlace(inside().getByRole('button', { name: 'Deposit' }))
    const signing = await opened
    await signing.getByText(english.onTop).waitFor()
    expect(await signing.locator('hyperstaking-pool input').first().inputValue()).toBe('7,000.5')
    expect(await signing.locator('hyperstaking-pool').getAttribute('network')).toBe('testnet')
    expect(await signing.getByText(english.referred).isVisible()).toBe(false)
    expect(await signing.evaluate(() => [window.opener, window.top === window.self])).toEqual([
      null,
      true,
    ])
    expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
  })

  it('takes no node for a pool, neither from its address nor from a message', async () => {
    await openPool(
      `&network=mainnet&node-url=${encodeURIComponent('https://evil.example')}&referrer=${namedAccount('bob')}`,
    )
    expect(await attribute('node-url')).toBeNull()
    expect(await attribute('referrer')).toBe(namedAccount('bob'))
    await send({
      twinstack: 1,
      type: 'configure',
      options: { network: 'local', 'node-url': 'https://evil.example' },
    })
    await until(({ data }) => data.type === 'refused')
    await send({
      twinstack: 1,
      type: 'configure',
      options: { network: 'local', 'node-url': 'http://127.0.0.1:3998' },
    })
    await expect.poll(() => attribute('node-url')).toBe('http://127.0.0.1:3998')
    // Nor does one of this machine stay when the network is another.
    await send({ twinstack: 1, type: 'configure', options: { network: 'mainnet' } })
    await expect.poll(() => attribute('network')).toBe('mainnet')
    expect(await attribute('node-url')).toBeNull()
    // On its own, the page says that a referrer is paid for the link.
    await page.goto(page.frames()[1]!.url())
    await page.getByText(english.referred).waitFor()
  })
})

it('the frame of Bitcoin Staking keeps its page’s manager, also where it is signed', async () => {
  const manager = 'SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.our-manager'
  const api = encodeURIComponent('https://evil.example')
  await open(
    partner.url,
    `yield-frame.html?stx=25000&actions=all&manager=${manager}&api-url=${api}`,
    ['facts', manager],
  )
  await until(({ data }) => data.type === 'ready')
  await until(({ data }) => data.type === 'resize' && Number(data.height) > 300)
  const attributes = (name: string) => inside().locator('bitcoin-staking-yield').getAttribute(name)
  expect(await attributes('api-url')).toBeNull()
  const wrong = [{ manager: 'SP3KJB' }, { stx: 'much' }, { cycles: '-1' }, { sbtc: '1' }]
  for (const options of wrong) await send({ twinstack: 1, type: 'configure', options })
  await expect
    .poll(async () => (await told()).filter(({ data }) => data.type === 'refused').length)
    .toBe(wrong.length)
  await send({ twinstack: 1, type: 'configure', options: { stx: '60000' } })
  const [change] = await until(({ data }) => data.type === 'event' && data.name === 'yield-change')
  expect(change).toMatchObject({
    origin: frames.url,
    data: { detail: { microStx: '60000000000' } },
  })
  await inside().locator('input').fill('7000.5')
  await expect.poll(() => page.frames()[1]!.url()).toContain('stx=7000.5')

  const requests: string[] = []
  page.on('request', (request) => void requests.push(request.url()))
  const opened = page.context().waitForEvent('page')
  await pressInPlace(inside().getByRole('button', { name: 'Stake with wallet' }))
  const signing = await opened
  await signing.getByText(english.onTop).waitFor()
  const widget = signing.locator('bitcoin-staking-yield')
  expect(await widget.locator('input').inputValue()).toBe('7,000.5')
  expect(await widget.locator('[part=facts]').innerText()).toContain(manager)
  expect(await signing.evaluate(() => [window.opener, window.top === window.self])).toEqual([
    null,
    true,
  ])
  expect(requests.some((url) => url.includes('wallet.js'))).toBe(false)
})
