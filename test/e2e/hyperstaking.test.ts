import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DuskState } from '../../src/app/hyperstaking/dusk-state.ts'
import { openConsole } from '../../src/dev/browser/chromium/open-console.ts'
import { Panel } from '../../src/dev/browser/chromium/panel.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { DuskSession, findPool, readPosition } from '../support/dusk-session.ts'

let holder: DuskSession
beforeEach(async () => {
  holder = await DuskSession.start('hyperstaking')
})
afterEach(() => holder?.close())

it('keeps a rejected request, and ignores what was not requested', async () => {
  const { session } = holder
  const { page } = await holder.connect()
  await holder.requestDeposit(page)
  await session.wallet.reject()
  const rejected = await holder.until(
    ({ intents }) => intents[0]?.state === 'failed',
    'a rejection',
  )
  expect(rejected.intents[0]).toMatchObject({ failure: 'rejected', hash: null })
  await session.wallet.set({ behaviour: 'other-argument' })
  await session.probe.sendCommand({
    type: 'dusk/retry',
    intentId: rejected.intents[0]!.id,
    tabId: await session.findTabId(page),
  })
  await session.wallet.approve()
  const refused = await holder.until(({ intents }) => intents[0]?.state === 'refused', 'a refusal')
  expect(refused.intents[0]).toMatchObject({ failure: 'result-mismatch' })
})

it('refuses a deposit while the network has switched contract calls off', async () => {
  await holder.connect()
  holder.network.control.calls(false)
  await holder.refresh()
  expect((await holder.state()).reading?.callsOpen).toEqual({ known: true, value: false })
  await holder.checkDeposit()
  const { plan } = await holder.until(({ plan: checked }) => checked !== null, 'a plan')
  expect(plan).toMatchObject({
    verdict: 'fails',
    problems: expect.arrayContaining(['calls-closed']),
  })
})

it('reports once that the pool was slashed, and no pause when that is turned off', async () => {
  const { session, network } = holder
  const { page } = await holder.connect()
  await holder.requestDeposit(page)
  await holder.settle()
  expect(readPosition(await holder.state())).toBeGreaterThan(0n)
  await ignorePauses()

  const slashed = await slashLiquidPool()
  await holder.refresh()
  network.control.pause('Liquid', true)
  network.control.mine(12n)
  await holder.refresh()
  const { notices } = await holder.until(
    ({ notices: all }) =>
      all.some(({ kind }) => kind === 'slash') && all.some(({ kind }) => kind === 'paused'),
    'news of the pool',
  )
  const slashes = notices.filter(({ kind }) => kind === 'slash')
  expect(slashes.map(({ lux }) => lux)).toEqual([slashed])
  await session.chromium.killBackground()
  await holder.refresh()
  expect((await holder.state()).notices).toEqual(notices)
  // The browser removes older notifications on its own: the visible ones are among them, and
  // nothing is due any more.
  for (const shown of await session.probe.notifications())
    expect(notices.map(({ key }) => key)).toContain(shown)
  const { d: ledger } = (await session.probe.readRaw())['duskLedger'] as {
    d: Record<string, { state: string }>
  }
  for (const { key, kind } of notices)
    expect(`${kind} ${ledger[key]!.state}`).toBe(`${kind} ${kind === 'paused' ? 'past' : 'shown'}`)

  await holder.checkDeposit()
  const { plan } = await holder.until(
    ({ plan: checked }) => checked?.problems.includes('pool-paused') ?? false,
    'a plan',
  )
  expect(plan).toMatchObject({ verdict: 'fails', problems: ['pool-paused'] })
})

async function ignorePauses(): Promise<void> {
  const { probe } = holder.session
  const { settings } = await probe.readState()
  const { notifications } = settings
  const pools = { ...notifications.pools, paused: false }
  await probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, notifications: { ...notifications, pools } },
  })
}

/** Punishes a provisioner of the pool; gives by how much its locked stake changed, in LUX. */
async function slashLiquidPool(): Promise<bigint> {
  const { ledger, control } = holder.network
  const { keys } = findPool(await holder.state(), 'Liquid')
  const account = keys.known ? keys.value[0]!.account : ''
  const lockedStake = () => ledger.stake.entries.get(account)!.data.amount!.locked
  const before = lockedStake()
  // A block that it makes in the meantime forgives a provisioner its faults: the second one in a
  // row is the first that costs.
  while (lockedStake() === before) {
    control.fault({ account }, 'double-vote')
    control.mine(1n)
  }
  return lockedStake() - before
}

it('deposits with a referrer, and then shows who referred the account', async () => {
  const { network } = holder
  const referralPool = (state: DuskState) => findPool(state, 'Referral')
  const link = `https://pools.example/site/pool.html?pool=Referral&referrer=${network.people.bob}`
  const { popup } = await holder.connect()
  await popup.fill(say['hyper.pool'], referralPool(await holder.state()).id)
  await popup.waitForText(say['hyper.referral.income'])
  await popup.press(say['hyper.deposit'])
  await popup.fill(say['hyper.amount'], '300')
  await popup.fill(say['hyper.referrer'], link)
  await popup.waitForText(say['hyper.passes.exact'])
  await popup.press(say['hyper.understood'])
  await popup.press(say['hyper.submit'])
  const { intents } = await holder.settle()
  expect(intents[0]).toMatchObject({
    action: 'deposit',
    problem: null,
    request: { call: { fnName: 'deposit_with_referrer' } },
  })
  expect(referralPool(await holder.state()).position!.referrer).toEqual({
    known: true,
    value: network.people.bob,
  })
})

it('is in the panel on a page, computed by the background', async () => {
  const { session } = holder
  const { page } = await holder.connect()
  await session.chromium.closePopup()
  expect(
    await session.probe.sendCommand({ type: 'openPanel', tabId: await session.findTabId(page) }),
  ).toEqual({ ok: true })
  const panel = Panel.on(page)
  await panel.press(say['tab.hyper'])
  await panel.waitForText(say['hyper.thirdParty.text'])
  await panel.waitForText('90% of outcomes:')
  await panel.press(say['panel.close'])
})

it('is in the console with every pool', async () => {
  await holder.connect()
  const { view } = await openConsole(holder.session.chromium, 'hyperstaking')
  await view.waitForText(say['hyper.all.pools'])
  for (const name of ['Liquid', 'Rotating', 'Referral', 'Service', 'Sozu'])
    await view.waitForText(name)
  await view.press('Sozu')
  await view.waitForText('calculated with the published 0.25% on deposits and 10% on rewards')
})
