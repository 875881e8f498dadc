import { afterAll, beforeAll, expect, it } from 'vitest'
import { FirefoxSession } from '../../src/dev/browser/firefox/session.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

const user = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const other = 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND'
let network: Network
let session: FirefoxSession

// As in Chromium: the checkout itself with the manifest that ships, the toolbar button pressed, and
// `activeTab` all that the extension has of the page.
beforeAll(async () => {
  const starting = createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
  })
  session = await FirefoxSession.start(starting.then(({ url }) => url))
  network = await starting
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

const refresh = () => session.probe.command({ type: 'refresh' })

/** The network mines, and the extension says that it is done. */
async function confirmed(action: string): Promise<void> {
  await network.control.mine()
  await refresh()
  const { intents } = await session.probe.until(
    (state) => state.intents[0]?.state === 'confirmed',
    'a confirmed intent',
  )
  expect(intents[0]).toMatchObject({
    action,
    failure: null,
    request: { account: user, postConditionMode: 'deny', postConditions: [] },
  })
  expect(network.node.ledger.transaction(intents[0]!.txid!)).toMatchObject({ status: 'success' })
}

const submitted = () =>
  session.probe.until(({ intents }) => intents[0]?.state === 'submitted', 'a submitted intent')

it('connects, and shows what the chain says of the account', async () => {
  const popup = await session.popup()
  await popup.press(say['connect.wallet'])
  await session.approve()
  await session.probe.until(({ accounts }) => accounts.length > 0, 'an account')
  await refresh()
  await (await session.popup()).shows(say['status.pill.not'])
  const { network: reading, readings, accounts } = await session.probe.state()
  expect(accounts).toEqual([
    expect.objectContaining({ address: user, kind: 'wallet', walletId: 'leather' }),
  ])
  expect(reading).toMatchObject({
    family: 'v1',
    writable: { ok: true },
    minimumSats: { known: true, value: 10_000n },
  })
  expect(readings[user]).toMatchObject({
    sats: { known: true, value: 25_000_000n },
    enrolledNextCycle: { known: true, value: false },
  })
})

it('enrolls with a signature from the wallet', async () => {
  const popup = await session.popup()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await session.approve()
  await submitted()
  await confirmed('enroll')
  expect((await session.probe.state()).readings[user]?.enrolledNextCycle).toEqual({
    known: true,
    value: true,
  })
})

it('is told when the reward lands: amount, cycle, and the address that it went to', async () => {
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('distribute-rewards')
  await refresh()
  const { rewards } = await session.probe.until((state) => state.rewards.length === 1, 'a reward')
  const [reward] = rewards
  expect(reward).toMatchObject({
    cycle: { known: true, value: 1 },
    enrolledAddress: user,
    rewardAddress: user,
  })
  expect(reward!.sats).toBeGreaterThan(0n)
  expect(await session.notifications()).toEqual([reward!.key])
  const popup = await session.popup()
  await popup.press(say['tab.rewards'])
  await popup.shows(`${reward!.sats.toLocaleString('en')} sats`)
})

it('loses nothing when the event page is stopped while the wallet is asked, and again before the transaction is confirmed', async () => {
  const popup = await session.popup()
  await popup.press(say['action.change-reward-address'])
  await popup.fill(say['address.reward'], other)
  await popup.press(say['change.submit'])
  await session.probe.until(
    ({ intents }) => intents[0]?.state === 'asking',
    'a wallet that was asked',
  )
  await session.firefox.closePopup()
  await session.firefox.killBackground()
  await session.approve()
  const { txid } = (await submitted()).intents[0]!
  await session.firefox.killBackground()
  await confirmed('change-reward-address')
  expect(
    (await session.probe.state()).intents.map((intent) => [intent.action, intent.txid]),
  ).toEqual([
    ['change-reward-address', txid],
    ['enroll', expect.any(String)],
  ])
  expect((await session.probe.state()).readings[user]?.rewardAddress).toEqual({
    known: true,
    value: other,
  })
})

it('sends the next reward to the other address, and tells of each reward once', async () => {
  for (const step of ['advance-to-next-cycle', 'distribute-rewards'])
    await network.control.runTo(step)
  await refresh()
  const { rewards } = await session.probe.until(
    (state) => state.rewards.length === 2,
    'the second reward',
  )
  expect(rewards[0]).toMatchObject({
    cycle: { known: true, value: 2 },
    enrolledAddress: user,
    rewardAddress: other,
  })
  expect(await session.notifications()).toHaveLength(2)
})

it('opts out', async () => {
  const popup = await session.popup()
  await popup.press(say['action.opt-out'])
  await popup.press(say['optOut.submit'])
  await session.approve()
  await submitted()
  await confirmed('opt-out')
  const { readings } = await session.probe.state()
  expect(readings[user]).toMatchObject({
    enrolledNextCycle: { known: true, value: false },
    enrolledThisCycle: { known: true, value: true },
  })
  await (await session.popup()).shows(say['status.pill.leaving'])
})
