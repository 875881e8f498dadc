import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { readEvents, openWatchedPage, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { estimateBoost } from '../../src/widget/dual-stacking/estimate-boost.ts'
import { snapshotFile, toBoostFigures } from '../../src/widget/dual-stacking/snapshot.ts'
import { computeChecksum } from '../../src/widget/snapshot-file.ts'
import { dualStackingWidget as words } from '../../src/words/en/dual-stacking-widget.ts'
import { sharedBrowser } from '../support/shared/browser.ts'
import { sharedNetwork } from '../support/shared/network.ts'

const run = promisify(execFile)
let network: Network
let browser: Browser
let site: PartnerSite
let folder: string
let told: string
let written: Record<string, unknown>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twinstack-snapshot-'))
  ;[network, browser, site] = await Promise.all([
    sharedNetwork(),
    sharedBrowser(),
    servePartnerSite(),
  ])
  await network.control.runTo('advance-to-next-cycle')
  ;({ stdout: told } = await run('node_modules/.bin/tsx', [
    'src/dev/cli/snapshot.ts',
    '--network',
    'devnet',
    '--api',
    network.url,
    '--out',
    join(folder, 'boost.json'),
  ]))
  written = JSON.parse(await readFile(join(folder, 'boost.json'), 'utf8')) as Record<
    string,
    unknown
  >
})
afterAll(async () => {
  await site?.close()
  await rm(folder, { recursive: true, force: true })
})

/** A page with a widget that takes its figures from a snapshot with these changes. */
async function open(changes: Record<string, unknown>, { sign = true } = {}) {
  const { checksum, ...content } = { ...written, ...changes }
  site.pages.set(
    '/boost.json',
    JSON.stringify({ ...content, checksum: sign ? await computeChecksum(content) : checksum }),
  )
  site.pages.set(
    '/',
    renderPartnerPage(
      `<dual-stacking-boost sbtc="0.1152" stx="5103" network="devnet" api-url="${network.url}" snapshot-url="/boost.json"></dual-stacking-boost>`,
    ),
  )
  return openWatchedPage(browser, `${site.url}/`)
}

it('is small, complete, and states its source', async () => {
  const file = v.parse(snapshotFile, written)
  expect(file).toMatchObject({
    format: 'twinstack-snapshot',
    deployment: 'embedded-live',
    contract: network.contracts.dualStacking,
    source: network.url,
    checksum: await computeChecksum(written),
  })
  expect(file.goldenRatio?.ratio).toBeGreaterThan(0n)
  expect(JSON.stringify(written).length).toBeLessThan(1_024)
  // The load that the documentation simulates counts on it.
  expect(Number(/(\d+) requests/.exec(told)![1])).toBeLessThanOrEqual(12)
})

it('gives a page its figures without any request to the API', async () => {
  const { page, requests, problems } = await open({})
  await waitForPart(
    page,
    'source',
    `golden ratio of cycle ${v.parse(snapshotFile, written).goldenRatio!.cycle}`,
  )
  await waitForPart(page, 'source', 'as of')
  const expected = estimateBoost({
    sats: 11_520_000n,
    microStx: 5_103_000_000n,
    figures: toBoostFigures(v.parse(snapshotFile, written), Date.now()),
  })
  await expect
    .poll(async () => (await readEvents(page)).at(-1)!.detail)
    .toMatchObject({ boost: String(expected.boost), rewardSats: String(expected.rewardSats) })
  expect(requests.every((url) => url.startsWith(site.url))).toBe(true)
  expect(requests.filter((url) => !url.includes('/widget/'))).toEqual([`${site.url}/boost.json`])
  expect(problems).toEqual([])
  await page.close()
})

it('says that figures are old', async () => {
  const { page } = await open({ readAt: Date.now() - 13 * 3_600_000 })
  await waitForPart(page, 'source', 'outdated, from')
  await page.close()
})

it('does not calculate with a file whose checksum, form or size is wrong', async () => {
  for (const [changes, options] of [
    [{ apr: '99' }, { sign: false }],
    [{ multiplier: 'many' }, {}],
    [{ note: 'x'.repeat(20_000) }, {}],
  ] as const) {
    const { page } = await open(changes, options)
    await waitForPart(page, 'status', words['problem.snapshot'])
    expect((await readEvents(page)).find(({ name }) => name === 'widget-error')).toMatchObject({
      detail: { code: 'snapshot' },
    })
    await waitForPart(page, 'boost', '—')
    await page.close()
  }
})

it('does not use the figures of one network for another', async () => {
  const { page } = await open({})
  await waitForPart(page, 'source', 'golden ratio of cycle')
  await page.evaluate(() =>
    document.querySelector('dual-stacking-boost')!.setAttribute('network', 'testnet'),
  )
  await waitForPart(page, 'status', words['problem.snapshot'])
  await waitForPart(page, 'boost', '—')
  await page.close()
})

it('refuses an unknown network, and an API that does not answer, with a sentence', async () => {
  const fails = (...args: string[]) =>
    run('node_modules/.bin/tsx', [
      'src/dev/cli/snapshot.ts',
      ...args,
      '--out',
      join(folder, 'no.json'),
    ]).then(
      () => '',
      ({ stderr }: { stderr: string }) => stderr,
    )
  expect(await fails('--network', 'moon')).toContain('no network or deployment named moon')
  expect(await fails('--network', 'devnet', '--api', 'http://127.0.0.1:9')).toContain(
    'could not be read',
  )
})
