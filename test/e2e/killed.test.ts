import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { embeddedDeployment } from '../../src/chain/stacks/deployments.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { isEnrolled } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import type { Command } from '../../src/extension/messages.ts'
import type { StacksIntent } from '../../src/wallet/stacks/stacks-intent.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// The browser may stop the service worker between any two steps. Here it is stopped at each: the
// storage at that moment must be enough to continue.

const user = userAccounts[0]!
let network: Network
let session: Session
let page: Page
let tabId: number

beforeAll(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
})
beforeEach(async () => {
  await session.reset()
  page = await session.openPage()
  await session.connect(page)
  await session.refresh()
  await session.chromium.closePopup()
  tabId = await session.findTabId(page)
})
afterEach(() => optOutUsers(network))

const newest = async (state: StacksIntent['state']): Promise<StacksIntent> =>
  (
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === state,
      `an intent that is ${state}`,
    )
  ).intents[0]!

/** Asks for an enrollment as the popup does; a background that is stopped gives no answer. */
const enroll = () =>
  void session.probe
    .sendCommand({ type: 'enroll', rewardAddress: null, tabId } satisfies Command)
    .catch(() => undefined)

const confirm = async (id: string) => {
  await network.control.mine()
  await session.refresh()
  const { intents } = await session.probe.waitUntil(
    (state) => state.intents[0]?.state === 'confirmed',
    'a confirmed intent',
  )
  expect(intents).toHaveLength(1)
  expect(intents[0]).toMatchObject({
    id,
    action: 'enroll',
    failure: null,
    request: { account: user.address },
  })
  expect(await isEnrolled(network, user.address)).toBe(true)
}

describe('stopped before the wallet was asked, the request can be made again', () => {
  it.each([
    ['the relay is put into the page', 'scripting.executeScript', { text: 'relay.js' }, 'created'],
    [
      'the bridge is put into the page',
      'scripting.executeScript',
      { text: 'bridge.js' },
      'created',
    ],
    ['wallets are looked for', 'scripting.executeScript', { text: '"find"' }, 'created'],
    ['the relay listens', 'tabs.sendMessage', { text: 'relay/listen' }, 'asking'],
    ['the bridge asks the wallet', 'scripting.executeScript', { text: '"run"' }, 'asking'],
  ] as const)('before %s', async (_step, api, which, state) => {
    const { reached } = await session.chromium.hangBackgroundAt(api, which)
    enroll()
    await reached()
    const { id } = await newest(state)
    await session.chromium.killBackground()
    await session.probe.sendCommand({ type: 'opened', tabId })
    expect(await newest('failed')).toMatchObject({ id, failure: 'interrupted', txid: null })
    const retried = session.probe.sendCommand({ type: 'retry', intentId: id, tabId })
    await session.wallet.approve()
    expect(await retried).toEqual({ ok: true })
    await newest('submitted')
    await confirm(id)
  })
})

describe('stopped after the wallet was asked, nothing is lost and no one has to act', () => {
  it('while the wallet waits for its user', async () => {
    enroll()
    await session.wallet.window()
    const { id } = await newest('asking')
    await session.chromium.killBackground()
    await session.wallet.approve()
    await newest('submitted')
    await confirm(id)
  })

  it('while the wallet waits, and started by something else meanwhile', async () => {
    enroll()
    await session.wallet.window()
    const { id } = await newest('asking')
    await session.chromium.killBackground()
    await session.refresh()
    expect((await session.probe.readState()).intents[0]).toMatchObject({ id, state: 'asking' })
    await session.wallet.approve()
    await newest('submitted')
    await confirm(id)
  })

  it('while it stores the answer: the relay delivers it again', async () => {
    enroll()
    await session.wallet.window()
    const { id } = await newest('asking')
    const { reached } = await session.chromium.hangBackgroundAt('storage.local.set', {
      text: 'submitted',
    })
    await session.wallet.approve()
    await reached()
    expect((await session.probe.readState()).intents[0]).toMatchObject({
      id,
      state: 'asking',
      txid: null,
    })
    await session.chromium.killBackground()
    await newest('submitted')
    await confirm(id)
  })

  it('before a bare transaction id has been checked', async () => {
    await session.wallet.set({ behaviour: 'txid-only' })
    await network.control.setFault({ kind: 'error', paths: '/extended/v1/tx' })
    enroll()
    await session.wallet.approve()
    const { intents } = await session.probe.waitUntil(
      (state) => Boolean(state.intents[0]?.txid),
      'a transaction id',
    )
    await session.chromium.killBackground()
    await network.control.setFault(null)
    await session.refresh()
    await newest('submitted')
    await confirm(intents[0]!.id)
  })

  it('while the transaction waits for its block', async () => {
    enroll()
    await session.wallet.approve()
    const { id } = await newest('submitted')
    await session.chromium.killBackground()
    await confirm(id)
  })

  it('between the block and its reading', async () => {
    enroll()
    await session.wallet.approve()
    const { id } = await newest('submitted')
    await network.control.mine()
    const { reached } = await session.chromium.hangBackgroundAt('storage.local.set', {
      text: 'confirmed',
    })
    void session.probe.sendCommand({ type: 'refresh' }).catch(() => undefined)
    await reached()
    await session.chromium.killBackground()
    await confirm(id)
  })
})

it("stopped while connecting: the wallet's answer still counts", async () => {
  await session.reset()
  page = await session.openPage()
  const popup = await session.openPopup(page)
  void popup
  void session.probe
    .sendCommand({ type: 'connect', walletId: null, tabId: await session.findTabId(page) })
    .catch(() => undefined)
  await session.wallet.window()
  await session.chromium.killBackground()
  await session.wallet.approve()
  expect(
    (await session.probe.waitUntil(({ accounts }) => accounts.length === 1, 'an account'))
      .accounts[0],
  ).toMatchObject({ address: user.address, kind: 'wallet' })
})

it('stopped while verifying a cycle: the audit resumes with the same result', async () => {
  await session.reset()
  await session.probe.sendCommand({ type: 'watch', address: user.address })
  await session.refresh()
  await network.control.runTo('finalize-reward-distribution')
  const { reached } = await session.chromium.hangBackgroundAt('storage.local.set', {
    text: '"verification"',
    call: 2,
  })
  void session.probe
    .sendCommand({ type: 'verifyCycle', cycle: 0, deployment: embeddedDeployment })
    .catch(() => undefined)
  await reached()
  await session.chromium.killBackground()
  expect((await session.probe.readState()).verification).toMatchObject({ cycle: 0 })
  await session.refresh()
  const { cycleRecords } = await session.probe.waitUntil(
    ({ verification }) => verification === null,
    'the end of the audit',
  )
  expect(cycleRecords![0]).toMatchObject({
    cycle: 0,
    audit: { result: 'not-captured', participants: 10 },
  })
})
