import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DuskState } from '../../src/app/hyperstaking/dusk-state.ts'
import { namedContract } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { DuskSession } from '../support/dusk-session.ts'

const AMOUNT = 100n

let holder: DuskSession
let page: Page
beforeEach(async () => {
  holder = await DuskSession.start('dusk signing')
  ;({ page } = await holder.connect())
})
afterEach(() => holder?.close())

const newest = (state: DuskState['intents'][number]['state']): Promise<DuskState> =>
  holder.until(({ intents }) => intents[0]?.state === state, `an intent that is ${state}`)
const held = (): bigint =>
  holder.network.ledger.host.read(
    namedContract('liquid pool'),
    'balance_of',
    holder.network.people.alice,
  ) as bigint
/** Opens the tab of pools over a page. */
async function openPools(over: Page) {
  await holder.session.chromium.closePopup()
  const popup = await holder.session.openPopup(over)
  await popup.press(say['tab.hyper'])
  return popup
}

it('a page that is left once its wallet has sent ends in one deposit', async () => {
  await holder.requestDeposit(page, AMOUNT)
  const window = await holder.session.wallet.window()
  await window.locator('#approve:enabled').waitFor()
  await page.goto('about:blank')
  const { intents } = await newest('failed')
  // Nobody is there to take its answer, so that it stays open.
  await window.locator('#approve').click()
  await expect.poll(held).toBeGreaterThan(0n)
  await window.close()
  // The user asks again, in another page.
  const there = await holder.session.openPage()
  const popup = await openPools(there)
  const retry = { type: 'dusk/retry', intentId: intents[0]!.id } as const
  const tabId = await holder.session.findTabId(there)
  await holder.session.probe.sendCommand({ ...retry, tabId })
  await newest('executed')
  expect(
    there
      .context()
      .pages()
      .filter((each) => each.url().includes('approve.html')),
  ).toEqual([])
  holder.network.control.mine(3n)
  await holder.refresh()
  const final = await newest('final')
  expect(final.intents).toHaveLength(1)
  await popup.waitForText(say['hyper.state.final'])
  expect(held()).toBeGreaterThan(0n)
  expect(held()).toBeLessThan(dusk(AMOUNT + 1n))
})

it('who has to sign is named while the wallet is waited for, and the wait ends', async () => {
  await holder.requestDeposit(page, AMOUNT)
  await holder.session.wallet.window()
  const popup = await openPools(await holder.session.openPage())
  await popup.waitForText(say['window.other'])
  await popup.waitForText(new URL(page.url()).host)
  await popup.press(say['activity.stop'])
  await popup.waitForText(say['signing.stopped'])
  // What is approved all the same counts.
  await holder.session.wallet.approve()
  await newest('executed')
})

it('another account that signed is named beside the one that had to', async () => {
  await holder.session.wallet.set({ behaviour: 'other-account' })
  await holder.requestDeposit(page, AMOUNT)
  await holder.session.wallet.approve()
  const { intents } = await newest('refused')
  expect(intents[0]).toMatchObject({
    failure: 'wrong-account',
    answeredBy: holder.network.people.bob,
  })
  const popup = await openPools(await holder.session.openPage())
  await popup.waitForText(say['activity.other-account.pending'])
  await popup.waitForText(say['activity.switch'])
})
