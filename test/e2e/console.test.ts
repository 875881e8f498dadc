import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import { openConsole } from '../support/browser/console.ts'
import { Session } from '../support/browser/session.ts'
import type { View } from '../support/browser/view.ts'
import { crowd, enrollCrowd } from '../support/network/crowd.ts'

const PARTICIPANTS = 2000
let network: Network
let session: Session
let page: Page
let view: View

beforeAll(async () => {
  network = await createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false, blockIntervalMs: 0, pages: { '/site': 'dist/site' } })
  await enrollCrowd(network, crowd(PARTICIPANTS - 10))
  await network.control.runTo('advance-to-next-cycle')
  session = await Session.start({ api: network.url })
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

const newest = async () => (await session.probe.state()).intents[0]

/** What the card of the next step wants, once it is up to date. */
async function wanted(): Promise<'sign' | 'burn' | 'stacks'> {
  const card = page.locator('.next-call:not([aria-busy="true"])')
  await card.waitFor()
  if ((await card.getByRole('button').count()) > 0) return 'sign'
  return (await card.innerText()).includes('Bitcoin block') ? 'burn' : 'stacks'
}

/** Presses the button that signs, whatever batch it names; gives the call that was sent. */
async function sign(): Promise<string> {
  const before = (await newest())?.id
  await page.locator('.next-call:not([aria-busy="true"]) button:enabled').click()
  const { intents } = await session.probe.until((state) => state.intents[0] !== undefined && state.intents[0].id !== before && state.intents[0].state === 'submitted', 'a call that was sent')
  return intents[0]!.request.functionName
}

/** The network takes what was sent, and the extension hears of it. */
async function mined(): Promise<void> {
  await network.control.mine()
  await session.refresh()
  const intent = (await session.probe.until(({ intents }) => intents[0]?.state !== 'submitted', 'an outcome')).intents[0]!
  expect(`${intent.request.functionName} ${intent.state} ${intent.contractError}`).toContain('confirmed')
}

/** Signs every step until this call has been made; names all of them. */
async function runTo(functionName: string): Promise<string[]> {
  const called: string[] = []
  while (called.at(-1) !== functionName) {
    const next = await wanted()
    if (next === 'sign') {
      called.push(await sign())
      await mined()
    } else {
      await (next === 'burn' ? network.control.mineBurn() : network.control.mineStacks())
      await session.refresh()
      const { burn, stacks } = network.control.heights()
      await view.shows(`Bitcoin block ${burn.toLocaleString('en')}, Stacks block ${stacks.toLocaleString('en')}`)
    }
  }
  return called
}

describe('an operator runs a cycle by hand', () => {
  it('connects a wallet over any page, and the console knows the account', async () => {
    await session.connect(await session.openPage())
    await session.chromium.closePopup()
    await session.wallet.set({ silent: true })
    ;({ page, view } = await openConsole(session.chromium))
    await view.shows('Cycle 1')
    await view.shows('Capture the balances: batch 1 of 3')
  })

  it('signs the first batch on the signing page, where the toolbar button lets the wallet in', async () => {
    const opened = session.chromium.context.waitForEvent('page')
    await view.press('Sign batch 1')
    const signing = await opened
    await signing.getByRole('heading').waitFor()
    await session.popupOver(signing)
    await session.probe.until(({ intents }) => intents[0]?.state === 'submitted', 'a call that was sent')
    await session.chromium.closePopup()
    await page.bringToFront()
    await mined()
    await view.shows('batch 2 of 3')
  })

  it('goes on where the chain is after the console was closed in the middle of a batch', async () => {
    await wanted()
    expect(await sign()).toBe('capture-snapshot-balances')
    await page.close()
    await network.control.mine()
    ;({ page, view } = await openConsole(session.chromium))
    await session.refresh()
    await view.shows('batch 3 of 3')
    await view.shows('1,498 of 2,000 done.')
  })

  it('runs the whole cycle, every call of which the contract accepts', async () => {
    const called = await runTo('finalize-snapshots')
    called.push(...(await runTo('advance-to-next-cycle')))
    const batches = (name: string) => called.filter((each) => each === name).length
    expect(['capture-snapshot-balances', 'tally-participant-ratios', 'calculate-participant-weights', 'distribute-rewards'].map(batches)).toEqual([4, 3, 3, 3])
    await view.shows('Cycle 2')
  })
})
