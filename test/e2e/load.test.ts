import { Address, AddressVersion, Cl } from '@stacks/transactions'
import type { Browser, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import { Remote } from '../../src/dev/browser/chromium/remote.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import { renderPartnerPage, servePartnerSite } from '../../src/dev/browser/partner-site.ts'
import { launchPlainBrowser } from '../../src/dev/browser/plain-browser.ts'
import { addAndRemoveWidgets } from '../../src/dev/browser/widget-crowd.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { sbtcDeposit } from '../../src/dev/network/contracts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'

// `npm run load` plays all of it and reports; otherwise a part is played, with the same checks.
// Time is reported, never asserted.

const all = process.env['TWINSTACK_LOAD'] === '1'
const size = (whole: number, part: number) => (all ? whole : part)
const report: [what: string, figure: string][] = []
const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
const MEGABYTE = 1e6

afterAll(() =>
  console.log(report.map(([what, figure]) => `${what.padEnd(60)} ${figure}`).join('\n')),
)

/** None after warm-up: what a round adds and removes is small compared with what it holds. */
function expectNoGrowth(what: string, heaps: readonly number[]): void {
  const warm = Math.max(...heaps.slice(1, Math.max(2, Math.ceil(heaps.length / 3))))
  const last = heaps.at(-1)!
  report.push([what, `${megabytes(warm)} after warm-up, ${megabytes(last)} at the end`])
  expect(last, what).toBeLessThan(warm * 1.1 + MEGABYTE)
}

/** A distinct address for each number. */
const addressOf = (index: number): string =>
  Address.stringify({
    version: AddressVersion.TestnetSingleSig,
    hash160: (index + 1).toString(16).padStart(40, '0'),
  })

describe('a cycle of the embedded network, driven by the planner', () => {
  it('pays every participant', async () => {
    const count = size(10_000, 120)
    const network = await createNetwork({ keeper: false, blockIntervalMs: 0 })
    try {
      let started = performance.now()
      const { node, contracts } = network
      const send = createStacksSender(node)
      const call = async (method: string, args: Parameters<typeof Cl.list>[0]) => {
        const sent = await send(deployer, {
          kind: 'call',
          contract: contracts.dualStacking,
          method,
          args,
        })
        expect(
          sent.ok && sent.transaction.status,
          `${method} ${JSON.stringify(sent.ok ? sent.transaction.result : sent.reason)}`,
        ).toBe('success')
      }
      const addresses = Array.from({ length: count }, (_, index) => addressOf(index))
      const hex = (value: Parameters<typeof Cl.serialize>[0]) => `0x${Cl.serialize(value)}`
      const give = (recipient: string, sats: number) => ({
        kind: 'call' as const,
        sender: deployer.address,
        contract: sbtcDeposit,
        method: 'deposit',
        args: [hex(Cl.principal(recipient)), hex(Cl.uint(sats))],
      })
      for (let from = 0; from < count; from += 500)
        await node.performAll(
          addresses
            .slice(from, from + 500)
            .map((address, index) => give(address, 100_000 + 7919 * (from + index))),
        )
      await node.performAll([give(contracts.dualStacking, 5_000_000_000)])
      await call('update-cycle-data-before-initialized', [Cl.uint(2), Cl.uint(120)])
      await call('update-bitcoin-blocks-per-year', [Cl.uint(25 * 240)])
      await call('update-initialize-block', [Cl.uint(network.control.heights().burn + 1)])
      for (let from = 0; from < count; from += 200) {
        await call('enroll-defi-batch', [
          Cl.list(
            addresses.slice(from, from + 200).map((address) =>
              Cl.tuple({
                'defi-contract': Cl.principal(address),
                'tracking-address': Cl.principal(address),
                'rewarded-address': Cl.principal(address),
                'stacking-address': Cl.none(),
              }),
            ),
          ),
        ])
      }
      const start = network.control.heights().burn
      await network.control.mineBurn()
      await network.control.mineStacks()
      await call('initialize-contract', [Cl.uint(node.ledger.blocks.firstOf(start + 1)!)])
      report.push([`${count} participants enrolled`, seconds(started)])
      started = performance.now()
      const made = await network.control.runTo('finalize-reward-distribution')
      report.push([
        `a cycle of ${count} participants: ${made.length} calls by the planner`,
        seconds(started),
      ])
      const paid = node.ledger.transactions
        .filter(
          ({ action, status }) =>
            action.kind === 'call' &&
            action.method === 'distribute-rewards' &&
            status === 'success',
        )
        .flatMap(({ events }) => events.filter(({ kind }) => kind === 'ft'))
      expect(paid).toHaveLength(count)
      report.push(['memory of the process with the network', megabytes(process.memoryUsage().rss)])
    } finally {
      await network.close()
    }
  })
})

describe('widgets', () => {
  it('many on one page, added and removed again and again', async () => {
    const count = size(200, 40)
    const [browser, site]: [Browser, Awaited<ReturnType<typeof servePartnerSite>>] =
      await Promise.all([launchPlainBrowser(), servePartnerSite()])
    try {
      site.pages.set('/', renderPartnerPage(''))
      const page = await browser.newPage()
      await page.goto(`${site.url}/`)
      await page.waitForFunction(() => customElements.get('dual-stacking-boost'))
      const cdp = await page.context().newCDPSession(page)
      const heaps: number[] = []
      const started = performance.now()
      for (let time = 0; time < size(20, 6); time++) {
        heaps.push((await addAndRemoveWidgets(page, cdp, count)).gone)
      }
      report.push([
        `${count} widgets on a page, ready`,
        `${((performance.now() - started) / heaps.length).toFixed(0)} ms a round`,
      ])
      expectNoGrowth(`page with ${count} widgets`, heaps)
    } finally {
      await Promise.all([browser.close(), site.close()])
    }
  })
})

describe('the extension', () => {
  it('panels in many tabs, and a week of alarms', async () => {
    const network: Network = await createNetwork({
      demo: { snapshots: 2, blocksPerSnapshot: 12 },
      keeper: false,
      blockIntervalMs: 0,
    })
    const session = await Session.start({ api: network.url })
    try {
      await session.probe.sendCommand({ type: 'watch', address: userAccounts[0]!.address })
      await session.refresh()
      await tabs(session, size(50, 3))
      await alarms(session, network, size(2016, 24))
    } finally {
      await session.close()
      await network.close()
    }
  })
})

const backgroundHeap = async (session: Session): Promise<number> => {
  const worker = await Remote.attach(session.chromium.cdp, await session.chromium.worker())
  try {
    await worker.send('HeapProfiler.collectGarbage')
    return Number((await worker.send('Runtime.getHeapUsage'))?.['usedSize'])
  } finally {
    await worker.detach()
  }
}

/**
 * A panel in each of many tabs; what is stored reaches all of them, and closing them gives the
 * memory back.
 */
async function tabs(session: Session, count: number): Promise<void> {
  const heaps: number[] = []
  const started = performance.now()
  for (let round = 0; round < 3; round++) {
    const open: [Page, Panel][] = []
    for (let each = 0; each < Math.ceil(count / (round === 0 ? 1 : 5)); each++) {
      const page = await session.openPage()
      await session.openPopup(page)
      await session.chromium.closePopup()
      await session.probe.sendCommand({ type: 'openPanel', tabId: await tabOf(session, page) })
      open.push([page, Panel.on(page)])
      // The next tab has the same address: each is identified by its own.
      await page.evaluate((id) => history.replaceState(null, '', `#${id}`), `${round}-${each}`)
    }
    for (const [, panel] of open) await panel.waitForText(userAccounts[0]!.address.slice(0, 7))
    if (round === 0) report.push([`${open.length} tabs with panels, all painted`, seconds(started)])
    for (const [page] of open) await page.close()
    heaps.push(await backgroundHeap(session))
  }
  expectNoGrowth('background with panels that come and go', heaps)
}

const tabOf = (session: Session, page: Page): Promise<number> => session.probe.findTab(page.url())

/**
 * Five minutes between alarms, a Bitcoin block every second one; a cycle is paid when it is due.
 */
async function alarms(session: Session, network: Network, count: number): Promise<void> {
  const heaps: number[] = []
  const bytes: number[] = []
  const started = performance.now()
  await session.chromium.inBackground(() => {
    const now = Date.now.bind(Date)
    const scope = globalThis as unknown as { ahead: number }
    scope.ahead = 0
    Date.now = () => now() + scope.ahead
  })
  for (let alarm = 1; alarm <= count; alarm++) {
    if (alarm % 2 === 0) await network.control.mineBurn()
    if (alarm % 24 === 0) await network.control.step()
    await session.chromium.inBackground(
      () => void ((globalThis as unknown as { ahead: number }).ahead += 300_000),
    )
    await session.refresh()
    if (alarm % Math.floor(count / 12) !== 0) continue
    heaps.push(await backgroundHeap(session))
    bytes.push(await session.probe.countBytes())
  }
  expect((await session.probe.readState()).refresh.problem).toBeNull()
  report.push([`${count} alarms (${(count / 288).toFixed(1)} days)`, seconds(started)])
  report.push([
    'storage',
    `${(bytes[0]! / 1000).toFixed(0)} kB, ${(bytes.at(-1)! / 1000).toFixed(0)} kB at the end`,
  ])
  expectNoGrowth('background over the alarms', heaps)
}
