import { expect } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'

const [user, other] = userAccounts.map(({ address }) => address) as [string, string]

/** What surrounds the job. */
export interface JobConditions {
  /** Of an API behind its node: makes it know what the node knows. */
  catchUp?: () => Promise<unknown>
  /** Of the same: does something while the chain grows, so that the API comes to know what was. */
  whileGrowing?: <T>(work: () => Promise<T>) => Promise<T>
}

/** A holder of Dual Stacking in the popup, from the first connection to the opt-out. */
export class MainJob {
  popup!: View

  constructor(
    private readonly session: Session,
    private readonly network: Network,
    private readonly conditions: JobConditions = {},
  ) {}

  /** Everything that a holder does. */
  async run(): Promise<void> {
    await this.connect()
    await this.enroll()
    const sats = await this.seeReward()
    await this.readCycle(sats)
    await this.verifyReward(sats)
    await this.changeRewardAddress()
    await this.optOut()
  }

  readAccount = async () => (await this.session.probe.readState()).readings[user]

  /** The extension reads again, once the API knows what the node knows. */
  readAgain = async (): Promise<void> => {
    await this.conditions.catchUp?.()
    await this.session.refresh()
  }

  /** The wallet approves, and the extension knows what it has sent. */
  async approve(): Promise<void> {
    await this.session.wallet.approve()
    // A refresh by the extension itself may find it mined first.
    await this.session.probe.waitUntil(
      ({ intents }) => ['submitted', 'confirmed'].includes(intents[0]?.state ?? ''),
      'a submitted intent',
    )
  }

  /** The network mines, and the extension shows the call as confirmed. */
  async mine(action: string): Promise<void> {
    const { network, session } = this
    await network.control.mine()
    if (this.conditions.catchUp) {
      await session.refresh()
      const [behind] = (await session.probe.readState()).intents
      expect(behind).toMatchObject({ action, state: 'submitted' })
    }
    await this.readAgain()
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

  async connect(): Promise<void> {
    const { session } = this
    this.popup = await session.connect(await session.openPage())
    await session.refresh()
    await this.popup.waitForText(say['status.pill.not'])
    expect((await session.probe.readState()).network).toMatchObject({
      family: 'v1',
      writable: { ok: true },
      minimumSats: { known: true, value: 10_000n },
    })
    expect(await this.readAccount()).toMatchObject({
      sats: { known: true, value: 25_000_000n },
      enrolledNextCycle: { known: true, value: false },
    })
  }

  async enroll(): Promise<void> {
    await this.popup.press(say['action.enroll'])
    await this.popup.press(say['enroll.submit'])
    await this.approve()
    await this.mine('enroll')
    expect((await this.readAccount())?.enrolledNextCycle).toEqual({ known: true, value: true })
  }

  /** The network runs through a cycle up to its payment, which the holder is told of. */
  async seeReward(): Promise<bigint> {
    const { network, popup, session } = this
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    await this.readAgain()
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
    expect(await session.probe.notifications()).toEqual([reward!.key])
    await popup.press(say['tab.rewards'])
    await popup.waitForText(`${reward!.sats.toLocaleString('en')} sats`)
    return reward!.sats
  }

  async readCycle(sats: bigint): Promise<void> {
    const { probe } = this.session
    expect(await probe.sendCommand({ type: 'readCycle', cycle: 1 })).toEqual({ ok: true })
    expect((await probe.readState()).cycleRecords).toMatchObject([
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
  async verifyReward(sats: bigint): Promise<void> {
    const { popup, session } = this
    await popup.press(say['record.verify'])
    const { whileGrowing = (work) => work() } = this.conditions
    await whileGrowing(() => popup.waitForText(say['verify.title.verified']))
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

  async changeRewardAddress(): Promise<void> {
    const { network, popup, session } = this
    await popup.press(say['tab.dual'])
    await popup.press(say['action.change-reward-address'])
    await popup.fill(say['address.reward'], other)
    await popup.press(say['change.submit'])
    await this.approve()
    await this.mine('change-reward-address')
    expect((await this.readAccount())?.rewardAddress).toEqual({ known: true, value: other })
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    await this.readAgain()
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

  async optOut(): Promise<void> {
    await this.popup.press(say['action.opt-out'])
    await this.popup.press(say['optOut.submit'])
    await this.approve()
    await this.mine('opt-out')
    expect(await this.readAccount()).toMatchObject({
      enrolledNextCycle: { known: true, value: false },
      enrolledThisCycle: { known: true, value: true },
    })
    await this.popup.waitForText(say['status.pill.leaving'])
  }
}
