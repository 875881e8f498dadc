import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

const user = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const other = 'ST2NEB84ASENDXKYGJPQW86YXQCEFEX2ZQPG87ND'
let network: Network
let session: Session
let page: Page
let popup: View

beforeAll(async () => {
  network = await createNetwork({ demo: { snapshots: 2, blocksPerSnapshot: 2 }, keeper: false })
  session = await Session.start({ api: network.url })
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

/** The wallet approves, the network mines, and the extension says that it is done. */
async function confirmed(action: string): Promise<void> {
  await session.wallet.approve()
  // A refresh of its own may find it mined before anybody looks here.
  await session.probe.until(
    ({ intents }) => ['submitted', 'confirmed'].includes(intents[0]?.state ?? ''),
    'a submitted intent',
  )
  await network.control.mine()
  await session.refresh()
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

it('connects, and shows what the chain says of the account', async () => {
  page = await session.openPage()
  popup = await session.connect(page)
  await session.refresh()
  await popup.shows(say['status.pill.not'])
  const { network: reading, readings } = await session.probe.state()
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
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await confirmed('enroll')
  const { readings } = await session.probe.state()
  expect(readings[user]?.enrolledNextCycle).toEqual({ known: true, value: true })
})

it('is told when the reward lands: amount, cycle, and the address that it went to', async () => {
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('distribute-rewards')
  await session.refresh()
  const { rewards } = await session.probe.until((state) => state.rewards.length === 1, 'a reward')
  const [reward] = rewards
  expect(reward).toMatchObject({
    cycle: { known: true, value: 1 },
    enrolledAddress: user,
    rewardAddress: user,
  })
  expect(reward!.sats).toBeGreaterThan(0n)
  const shown = await session.chromium.notifications()
  expect(shown).toEqual([reward!.key])
  await popup.press(say['tab.rewards'])
  await popup.shows(`${reward!.sats.toLocaleString('en')} sats`)
})

it('answers what became of a cycle', async () => {
  expect(await session.probe.command({ type: 'readCycle', cycle: 1 })).toEqual({ ok: true })
  const { cycleRecords, rewards } = await session.probe.state()
  expect(cycleRecords).toMatchObject([
    {
      address: user,
      cycle: 1,
      snapshots: 2,
      captured: { known: true, value: 2 },
      rewardSats: { known: true, value: rewards[0]!.sats },
      sats: { known: true, value: 50_000_000n },
    },
  ])
})

it('recomputes the cycle in the background, and says whether the payment is right to the satoshi', async () => {
  await popup.press(say['record.verify'])
  await popup.shows(say['verify.title.verified'])
  const { cycleRecords, rewards, verification } = await session.probe.state()
  const { sats } = rewards[0]!
  expect(verification).toBeNull()
  expect(cycleRecords![0]!.audit).toMatchObject({
    result: 'verified',
    expectedSats: sats,
    foundSats: sats,
    participants: 11,
  })
  await popup.shows(say['verify.verified'].replace('{amount}', `${sats.toLocaleString('en')} sats`))
})

it('sends the next reward to another address', async () => {
  await popup.press(say['tab.dual'])
  await popup.press(say['action.change-reward-address'])
  await popup.fill(say['address.reward'], other)
  await popup.press(say['change.submit'])
  await confirmed('change-reward-address')
  expect((await session.probe.state()).readings[user]?.rewardAddress).toEqual({
    known: true,
    value: other,
  })
  for (const step of ['advance-to-next-cycle', 'distribute-rewards'])
    await network.control.runTo(step)
  await session.refresh()
  const { rewards } = await session.probe.until(
    (state) => state.rewards.length === 2,
    'the second reward',
  )
  expect(rewards[0]).toMatchObject({
    cycle: { known: true, value: 2 },
    enrolledAddress: user,
    rewardAddress: other,
  })
})

it('opts out', async () => {
  await popup.press(say['action.opt-out'])
  await popup.press(say['optOut.submit'])
  await confirmed('opt-out')
  const { readings } = await session.probe.state()
  expect(readings[user]).toMatchObject({
    enrolledNextCycle: { known: true, value: false },
    enrolledThisCycle: { known: true, value: true },
  })
  await popup.shows(say['status.pill.leaving'])
})
