import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DuskState } from '../../src/app/hyperstaking/state.ts'
import { openConsole } from '../../src/dev/browser/chromium/console.ts'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

let network: DuskNetwork
let session: Session
let page: Page
let popup: View

const refresh = () => session.probe.command({ type: 'dusk/refresh' })
const until = async (fits: (state: DuskState) => boolean, what: string): Promise<DuskState> =>
  (await session.probe.until(({ dusk: state }) => state !== undefined && fits(state), what)).dusk!
const now = async (): Promise<DuskState> => (await session.probe.state()).dusk!
const liquid = ({ reading }: DuskState) => reading?.pools.find(({ name }) => name === 'Liquid')
const value = (state: DuskState): bigint | null => {
  const read = liquid(state)?.position?.value
  return read?.known ? read.value : null
}

beforeAll(async () => {
  network = await createDuskNetwork({ seed: 'hyper', faultChance: 0 })
  session = await Session.start()
  await start()
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

/** As after the installation, with a Dusk wallet on the embedded network. */
async function start(wallet: Parameters<Session['reset']>[1] = {}): Promise<void> {
  await session.reset(
    {},
    {
      shapes: ['dusk'],
      dusk: { account: network.people.alice, api: network.url, chainId: 0 },
      ...wallet,
    },
  )
  await session.probe.command({
    type: 'dusk/saveSettings',
    settings: { network: 'local', base: network.url },
  })
}

async function connect(): Promise<void> {
  page = await session.openPage()
  popup = await session.popupOver(page)
  await popup.press(say['tab.hyper'])
  await popup.press(say['hyper.connect'])
  await session.wallet.approve()
  await until(({ account }) => account !== null, 'a Dusk account')
  await until((state) => value(state) !== null, 'a reading of the pools')
}

/** The wallet approves; the intent goes on to finality when its block cannot be undone any more. */
async function settled(): Promise<DuskState> {
  await session.wallet.approve()
  await until(({ intents }) => intents[0]?.state === 'executed', 'an executed call')
  network.control.mine(3n)
  await refresh()
  return until(({ intents }) => intents[0]?.state === 'final', 'a final call')
}

it('connects, and shows balance, pools and their health', async () => {
  await connect()
  const { account, reading } = await now()
  expect(account).toMatchObject({ address: network.people.alice, walletName: 'Demo wallet' })
  expect(reading).toMatchObject({
    balance: { known: true, value: dusk(1_000_000n) },
    callsOpen: { known: true, value: true },
    warnings: { known: true, value: [] },
  })
  expect(reading!.pools.map(({ name }) => name)).toEqual([
    'Liquid',
    'Rotating',
    'Referral',
    'Service',
    'Sozu',
  ])
  expect(value(await now())).toBe(0n)
  await popup.shows('1,000,000 DUSK')
  await popup.shows(say['hyper.thirdParty.text'])
  await popup.shows(say['hyper.health.calls.open'])
  // By the worker, with its range.
  await popup.shows('in 9 of 10 cases')
  await popup.press(say['hyper.why'])
  await popup.shows(say['hyper.assume.no-slashes'])
})

it('deposits after telling what it does and what it risks', async () => {
  await popup.press(say['hyper.deposit'])
  await popup.shows(say['hyper.risk.pause'])
  await popup.fill(say['hyper.amount'], '2000000')
  await popup.shows(say['hyper.problem.balance-too-low'])
  await popup.fill(say['hyper.amount'], '5000')
  await popup.shows(say['hyper.passes.exact'])
  await popup.press(say['hyper.understood'])
  await popup.press(say['hyper.submit'])
  const { intents } = await settled()
  expect(intents[0]).toMatchObject({
    action: 'deposit',
    lux: dusk(5000n),
    failure: null,
    problem: null,
  })
  // A quarter of a percent is the pool's fee on deposits; rounding is for the pool.
  const held = value(await now())!
  expect(held).toBeLessThanOrEqual(dusk(5000n) - dusk(5000n) / 400n)
  expect(held).toBeGreaterThan(dusk(4987n))
})

it('tells of a reward once, and the position has grown', async () => {
  const before = value(await now())!
  network.control.epochs(2)
  network.control.mine(4n)
  await refresh()
  const { notices } = await until(
    (state) => state.notices.some(({ kind }) => kind === 'reward'),
    'a reward',
  )
  const rewards = notices.filter(({ kind }) => kind === 'reward')
  expect(value(await now())!).toBeGreaterThan(before)
  expect(rewards[0]!.lux).toBeGreaterThan(0n)
  expect((await session.chromium.notifications()).toSorted()).toEqual(
    notices.map(({ key }) => key).toSorted(),
  )
  await refresh()
  expect((await now()).notices).toEqual(notices)
})

it('withdraws everything', async () => {
  const before = network.ledger.transfer.accounts.get(network.people.alice)!.balance
  page = await session.openPage()
  popup = await session.popupOver(page)
  await popup.press(say['tab.hyper'])
  await popup.press(say['hyper.withdraw'])
  await popup.press(say['hyper.all'])
  await popup.shows(say['hyper.passes.exact'])
  await popup.press(say['hyper.submit'])
  const { intents } = await settled()
  expect(intents[0]).toMatchObject({ action: 'withdraw-all', failure: null, problem: null })
  expect(value(await now())).toBe(0n)
  expect(network.ledger.transfer.accounts.get(network.people.alice)!.balance).toBeGreaterThan(
    before + dusk(4980n),
  )
})

it('lets nothing be lost by a rejection, and does not count what was not asked', async () => {
  await start()
  await connect()
  const ask = async () => {
    await session.probe.command({
      type: 'dusk/submit',
      pool: liquid(await now())!.id,
      action: 'deposit',
      lux: String(dusk(100n)) as unknown as bigint,
      referrer: null,
      tabId: await session.tabId(page),
    })
  }
  await ask()
  await session.wallet.reject()
  const rejected = await until(({ intents }) => intents[0]?.state === 'failed', 'a rejection')
  expect(rejected.intents[0]).toMatchObject({ failure: 'rejected', hash: null })
  await session.wallet.set({ behaviour: 'other-argument' })
  await session.probe.command({
    type: 'dusk/retry',
    intentId: rejected.intents[0]!.id,
    tabId: await session.tabId(page),
  })
  await session.wallet.approve()
  const refused = await until(({ intents }) => intents[0]?.state === 'refused', 'a refusal')
  expect(refused.intents[0]).toMatchObject({ failure: 'result-mismatch' })
})

it('asks for nothing while the network has switched contract calls off', async () => {
  network.control.calls(false)
  await refresh()
  expect((await now()).reading?.callsOpen).toEqual({ known: true, value: false })
  await session.probe.command({
    type: 'dusk/check',
    pool: liquid(await now())!.id,
    action: 'deposit',
    lux: String(dusk(100n)) as unknown as bigint,
    referrer: null,
  })
  const { plan } = await until(({ plan: checked }) => checked !== null, 'a plan')
  expect(plan).toMatchObject({
    verdict: 'fails',
    problems: expect.arrayContaining(['calls-closed']),
  })
  network.control.calls(true)
})

it('tells once that the pool was punished, from the contract’s events, and not of a pause that the user does not want to hear of', async () => {
  // What the wallet sent against the request is in the pool all the same, and its news are the
  // holder's.
  await refresh()
  expect(value(await now())).toBeGreaterThan(0n)
  const settings = (await session.probe.state()).settings
  await session.probe.command({
    type: 'saveSettings',
    settings: {
      ...settings,
      notifications: {
        ...settings.notifications,
        pools: { ...settings.notifications.pools, paused: false },
      },
    },
  })
  const keys = (await now()).reading!.pools.find(({ name }) => name === 'Liquid')!.keys
  const account = keys.known ? keys.value[0]!.account : ''
  // A block that it makes in the meantime forgives a provisioner its faults: the second one in a
  // row is the first that costs.
  const lockedOf = () => network.ledger.stake.entries.get(account)!.data.amount!.locked
  const before = lockedOf()
  while (lockedOf() === before) {
    network.control.fault({ account }, 'double-vote')
    network.control.mine(1n)
  }
  await refresh()
  network.control.pause('Liquid', true)
  network.control.mine(12n)
  await refresh()
  const { notices } = await until(
    ({ notices: all }) =>
      all.some(({ kind }) => kind === 'slash') && all.some(({ kind }) => kind === 'paused'),
    'news of the pool',
  )
  const slashes = notices.filter(({ kind }) => kind === 'slash')
  expect(slashes.map(({ lux }) => lux)).toEqual([lockedOf() - before])
  await session.chromium.killBackground()
  await refresh()
  expect((await now()).notices).toEqual(notices)
  // The browser puts older ones away by itself: what it shows is among them, and nothing is due any
  // more.
  for (const shown of await session.chromium.notifications())
    expect(notices.map(({ key }) => key)).toContain(shown)
  const { d: ledger } = (await session.probe.raw())['duskLedger'] as {
    d: Record<string, { state: string }>
  }
  for (const { key, kind } of notices)
    expect(`${kind} ${ledger[key]!.state}`).toBe(`${kind} ${kind === 'paused' ? 'past' : 'shown'}`)
  await session.probe.command({
    type: 'dusk/check',
    pool: liquid(await now())!.id,
    action: 'deposit',
    lux: String(dusk(100n)) as unknown as bigint,
    referrer: null,
  })
  const { plan } = await until(
    ({ plan: checked }) => checked?.problems.includes('pool-paused') ?? false,
    'a plan',
  )
  expect(plan).toMatchObject({ verdict: 'fails', problems: ['pool-paused'] })
  network.control.pause('Liquid', false)
})

it('deposits with a referrer, who then sees whom it has referred', async () => {
  await session.wallet.set({ behaviour: 'honest' })
  const referral = (state: DuskState) =>
    state.reading?.pools.find(({ name }) => name === 'Referral')
  const link = `https://pools.example/site/pool.html?pool=Referral&referrer=${network.people.bob}`
  page = await session.openPage()
  popup = await session.popupOver(page)
  await popup.press(say['tab.hyper'])
  await popup.fill(say['hyper.pool'], referral(await now())!.id)
  await popup.shows(say['hyper.referral.income'])
  await popup.press(say['hyper.deposit'])
  await popup.fill(say['hyper.amount'], '300')
  await popup.fill(say['hyper.referrer'], link)
  await popup.shows(say['hyper.passes.exact'])
  await popup.press(say['hyper.understood'])
  await popup.press(say['hyper.submit'])
  const { intents } = await settled()
  expect(intents[0]).toMatchObject({
    action: 'deposit',
    problem: null,
    request: { call: { fnName: 'deposit_with_referrer' } },
  })
  expect(referral(await now())!.position!.referrer).toEqual({
    known: true,
    value: network.people.bob,
  })
})

it('is in the panel on a page, computed by the background, and in the console with every pool', async () => {
  // A tab is known by its address: the earlier pages have the same.
  const address = page.url()
  for (const earlier of session.chromium.context.pages())
    if (earlier.url() === address) await earlier.close()
  page = await session.openPage()
  await session.popupOver(page)
  await session.chromium.closePopup()
  expect(
    await session.probe.command({ type: 'openPanel', tabId: await session.tabId(page) }),
  ).toEqual({ ok: true })
  const panel = await Panel.on(page)
  await panel.press(say['tab.hyper'])
  await panel.shows(say['hyper.thirdParty.text'])
  await panel.shows('in 9 of 10 cases')
  await panel.press(say['panel.close'])
  const { page: tab, view } = await openConsole(session.chromium, 'hyperstaking')
  await view.shows(say['hyper.all.pools'])
  for (const name of ['Liquid', 'Rotating', 'Referral', 'Service', 'Sozu']) await view.shows(name)
  await view.press('Sozu')
  await view.shows('reckoned with 0.25% of deposits and 10% of rewards')
  await tab.close()
})
