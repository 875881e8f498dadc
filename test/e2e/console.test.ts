import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import { catalogue as say } from '../../src/ui/messages/en/index.ts'
import { operator as op } from '../../src/ui/messages/en/operator.ts'
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

/** Presses the button that signs, whatever batch it names; gives the call that was asked for. */
async function sign(): Promise<string> {
  const before = (await newest())?.id
  await view.press('Sign')
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

describe('an operator runs a cycle by hand', () => {
  it('connects a wallet over any page, and the console knows the account', async () => {
    await session.connect(await session.openPage())
    await session.chromium.closePopup()
    await session.wallet.set({ silent: true })
    ;({ page, view } = await openConsole(session.chromium))
    await view.shows('Cycle 1')
    await view.shows('Capture the balances: batch 1 of 3')
    await page.screenshot({ path: '/tmp/console/cycle.png' })
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
})
