import { expect, it } from 'vitest'
import type { View } from '../../../src/dev/browser/chromium/view.ts'
import { userAccounts } from '../../../src/dev/network/accounts.ts'
import { catalogue as say } from '../../../src/words/en/index.ts'
import { sharedNetwork } from '../../support/shared/network.ts'
import { sharedSession } from '../../support/shared/session.ts'

const [user, other] = userAccounts.map(({ address }) => address) as [string, string]

it('connects, enrolls, is notified, verifies, changes its address, opts out', async () => {
  const network = await sharedNetwork()
  const session = await sharedSession(network.url)

  /** The wallet approves, the network mines, and the extension shows the call as confirmed. */
  const confirm = async (action: string) => {
    await session.wallet.approve()
    // A refresh by the extension itself may find it mined first.
    await session.probe.waitUntil(
      ({ intents }) => ['submitted', 'confirmed'].includes(intents[0]?.state ?? ''),
      'a submitted intent',
    )
    await network.control.mine()
    await session.refresh()
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents[0]?.state === 'confirmed',
      'a confirmed intent',
    )
    expect(intents[0]).toMatchObject({
      action,
      failure: null,
      request: { account: user, postConditionMode: 'deny', postConditions: [] },
    })
    const { txid } = intents[0]!
    expect(network.node.ledger.transaction(txid!)).toMatchObject({ status: 'success' })
  }
  const readAccount = async () => (await session.probe.readState()).readings[user]

  const connect = async (): Promise<View> => {
    const popup = await session.connect(await session.openPage())
    await session.refresh()
    await popup.waitForText(say['status.pill.not'])
    expect((await session.probe.readState()).network).toMatchObject({
      family: 'v1',
      writable: { ok: true },
      minimumSats: { known: true, value: 10_000n },
    })
    expect(await readAccount()).toMatchObject({
      sats: { known: true, value: 25_000_000n },
      enrolledNextCycle: { known: true, value: false },
    })
    return popup
  }

  const enroll = async (popup: View) => {
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.submit'])
    await confirm('enroll')
    expect((await readAccount())?.enrolledNextCycle).toEqual({ known: true, value: true })
  }

  const seeReward = async (popup: View) => {
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    await session.refresh()
    const { rewards } = await session.probe.waitUntil(
      (state) => state.rewards.length === 1,
      'a reward',
    )
    const [reward] = rewards
    expect(reward).toMatchObject({
      cycle: { known: true, value: 1 },
      enrolledAddress: user,
      rewardAddress: user,
    })
    expect(reward!.sats).toBeGreaterThan(0n)
    expect(await session.chromium.notifications()).toEqual([reward!.key])
    await popup.press(say['tab.rewards'])
    await popup.waitForText(`${reward!.sats.toLocaleString('en')} sats`)
    return reward!.sats
  }

  const readCycle = async (sats: bigint) => {
    expect(await session.probe.sendCommand({ type: 'readCycle', cycle: 1 })).toEqual({ ok: true })
    expect((await session.probe.readState()).cycleRecords).toMatchObject([
      {
        address: user,
        cycle: 1,
        snapshots: 2,
        captured: { known: true, value: 2 },
        rewardSats: { known: true, value: sats },
        sats: { known: true, value: 50_000_000n },
      },
    ])
  }

  /** The background recomputes the cycle, and the payment is right to the satoshi. */
  const verifyReward = async (popup: View, sats: bigint) => {
    await popup.press(say['record.verify'])
    await popup.waitForText(say['verify.title.verified'])
    const { cycleRecords, verification } = await session.probe.readState()
    expect(verification).toBeNull()
    expect(cycleRecords![0]!.audit).toMatchObject({
      result: 'verified',
      expectedSats: sats,
      foundSats: sats,
      participants: 11,
    })
    const amount = `${sats.toLocaleString('en')} sats`
    await popup.waitForText(say['verify.verified'].replace('{amount}', amount))
  }

  const changeRewardAddress = async (popup: View) => {
    await popup.press(say['tab.dual'])
    await popup.press(say['action.change-reward-address'])
    await popup.fill(say['address.reward'], other)
    await popup.press(say['change.submit'])
    await confirm('change-reward-address')
    expect((await readAccount())?.rewardAddress).toEqual({ known: true, value: other })
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    await session.refresh()
    const { rewards } = await session.probe.waitUntil(
      (state) => state.rewards.length === 2,
      'the second reward',
    )
    expect(rewards[0]).toMatchObject({
      cycle: { known: true, value: 2 },
      enrolledAddress: user,
      rewardAddress: other,
    })
  }

  const optOut = async (popup: View) => {
    await popup.press(say['action.opt-out'])
    await popup.press(say['optOut.submit'])
    await confirm('opt-out')
    expect(await readAccount()).toMatchObject({
      enrolledNextCycle: { known: true, value: false },
      enrolledThisCycle: { known: true, value: true },
    })
    await popup.waitForText(say['status.pill.leaving'])
  }

  const popup = await connect()
  await enroll(popup)
  const sats = await seeReward(popup)
  await readCycle(sats)
  await verifyReward(popup, sats)
  await changeRewardAddress(popup)
  await optOut(popup)
})
