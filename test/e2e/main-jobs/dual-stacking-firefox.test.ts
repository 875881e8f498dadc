import { afterAll, expect, it } from 'vitest'
import { FirefoxSession } from '../../../src/dev/browser/firefox/firefox-session.ts'
import { userAccounts } from '../../../src/dev/network/accounts.ts'
import type { Network } from '../../../src/dev/network/index.ts'
import { catalogue as say } from '../../../src/words/en/index.ts'
import { sharedNetwork } from '../../support/shared/network.ts'

const [user, other] = userAccounts.map(({ address }) => address) as [string, string]

let session: FirefoxSession | undefined
afterAll(() => session?.close())

// As in Chromium: the checkout itself with the manifest that ships, the toolbar button pressed, and
// `activeTab` all that the extension has of the page.
it('connects, enrolls, survives a stopped event page, is notified, opts out', async () => {
  const starting = sharedNetwork()
  session = await FirefoxSession.start(starting.then(({ url }) => url))
  const job = new MainJob(session, await starting)
  await job.connect()
  await job.enroll()
  await job.seeFirstReward()
  await job.changeRewardAddress()
  await job.seeSecondReward()
  await job.optOut()
})

class MainJob {
  constructor(
    private readonly session: FirefoxSession,
    private readonly network: Network,
  ) {}

  private refresh = () => this.session.probe.sendCommand({ type: 'refresh' })
  private readAccount = async () => (await this.session.probe.readState()).readings[user]
  private waitForSubmitted = () =>
    this.session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a submitted intent',
    )
  private waitForRewards = (count: number) =>
    this.session.probe.waitUntil(({ rewards }) => rewards.length === count, `${count} rewards`)

  /** The network mines, and the extension shows the call as confirmed. */
  private async confirm(action: string): Promise<void> {
    await this.network.control.mine()
    await this.refresh()
    const { intents } = await this.session.probe.waitUntil(
      (state) => state.intents[0]?.state === 'confirmed',
      'a confirmed intent',
    )
    expect(intents[0]).toMatchObject({
      action,
      failure: null,
      request: { account: user, postConditionMode: 'deny', postConditions: [] },
    })
    const { txid } = intents[0]!
    expect(this.network.node.ledger.transaction(txid!)).toMatchObject({ status: 'success' })
  }

  async connect(): Promise<void> {
    const popup = await this.session.popup()
    await popup.press(say['connect.wallet'])
    await this.session.approve()
    await this.session.probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
    await this.refresh()
    await (await this.session.popup()).waitForText(say['status.pill.not'])
    const { network, accounts } = await this.session.probe.readState()
    expect(accounts).toEqual([
      expect.objectContaining({ address: user, kind: 'wallet', walletId: 'leather' }),
    ])
    expect(network).toMatchObject({
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
    const popup = await this.session.popup()
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.submit'])
    await this.session.approve()
    await this.waitForSubmitted()
    await this.confirm('enroll')
    expect((await this.readAccount())?.enrolledNextCycle).toEqual({ known: true, value: true })
  }

  private async payCycle(): Promise<void> {
    await this.network.control.runTo('advance-to-next-cycle')
    await this.network.control.runTo('distribute-rewards')
    await this.refresh()
  }

  async seeFirstReward(): Promise<void> {
    await this.payCycle()
    const [reward] = (await this.waitForRewards(1)).rewards
    expect(reward).toMatchObject({
      cycle: { known: true, value: 1 },
      enrolledAddress: user,
      rewardAddress: user,
    })
    expect(reward!.sats).toBeGreaterThan(0n)
    expect(await this.session.probe.notifications()).toEqual([reward!.key])
    const popup = await this.session.popup()
    await popup.press(say['tab.rewards'])
    await popup.waitForText(`${reward!.sats.toLocaleString('en')} sats`)
  }

  /** The event page is stopped while the wallet waits, and again before the confirmation. */
  async changeRewardAddress(): Promise<void> {
    const { probe, firefox } = this.session
    const popup = await this.session.popup()
    await popup.press(say['action.change-reward-address'])
    await popup.fill(say['address.reward'], other)
    await popup.press(say['change.submit'])
    await probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'asking',
      'a wallet that was asked',
    )
    await firefox.closePopup()
    await firefox.killBackground()
    await this.session.approve()
    const { txid } = (await this.waitForSubmitted()).intents[0]!
    await firefox.killBackground()
    await this.confirm('change-reward-address')
    expect((await probe.readState()).intents.map((intent) => [intent.action, intent.txid])).toEqual(
      [
        ['change-reward-address', txid],
        ['enroll', expect.any(String)],
      ],
    )
    expect((await this.readAccount())?.rewardAddress).toEqual({ known: true, value: other })
  }

  async seeSecondReward(): Promise<void> {
    await this.payCycle()
    const { rewards } = await this.waitForRewards(2)
    expect(rewards[0]).toMatchObject({
      cycle: { known: true, value: 2 },
      enrolledAddress: user,
      rewardAddress: other,
    })
    expect(await this.session.probe.notifications()).toHaveLength(2)
  }

  async optOut(): Promise<void> {
    const popup = await this.session.popup()
    await popup.press(say['action.opt-out'])
    await popup.press(say['optOut.submit'])
    await this.session.approve()
    await this.waitForSubmitted()
    await this.confirm('opt-out')
    expect(await this.readAccount()).toMatchObject({
      enrolledNextCycle: { known: true, value: false },
      enrolledThisCycle: { known: true, value: true },
    })
    await (await this.session.popup()).waitForText(say['status.pill.leaving'])
  }
}
