import { broadcastTransaction, Cl, makeContractCall } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CommandResult } from '../../app/command-result.ts'
import type { Command } from '../../extension/messages.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { Session } from '../browser/chromium/session.ts'
import { userAccounts } from '../network/accounts.ts'
import { callAs, isEnrolled } from '../network/demo/call-as.ts'
import type { Network } from '../network/index.ts'
import { expectAccepted } from './expect-accepted.ts'
import { Scene } from './scene.ts'

export const user = userAccounts[0]!

/**
 * A browser with a connected Stacks wallet on the embedded network, brought back to that state
 * before every fault.
 */
export class StacksScene extends Scene {
  #unpaid: Record<string, unknown> | undefined

  private constructor(
    readonly network: Network,
    session: Session,
    page: Page,
    readonly connected: Record<string, unknown>,
  ) {
    super(session, page)
  }

  /** The session uses this network. */
  static async start(network: Network, session: Session): Promise<StacksScene> {
    const page = await session.openPage()
    await session.connect(page)
    await session.refresh()
    await session.chromium.closePopup()
    const scene = new StacksScene(network, session, page, await session.probe.readRaw())
    scene.tabId = await session.findTabId(page)
    return scene
  }

  /**
   * Restarts the background with this storage and a wallet that approves at once; the user is not
   * enrolled by default.
   */
  async from(storage: Record<string, unknown>, enrolled = false): Promise<void> {
    const { session, network } = this
    await session.wallet.set({ silent: true, behaviour: 'honest', bareId: false })
    await network.control.setFault(null)
    await network.control.mine()
    if (!enrolled && (await isEnrolled(network, user.address)))
      await callAs(network, user, 'opt-out', [])
    await this.restartOver(storage)
    await this.start()
  }

  /**
   * Storage in which the user is enrolled, and does not have the reward yet that the chain has paid
   * since.
   */
  async unpaid(): Promise<Record<string, unknown>> {
    if (this.#unpaid) return this.#unpaid
    await this.from(this.connected)
    await callAs(this.network, user, 'enroll', [Cl.none()])
    await this.network.control.runTo('advance-to-next-cycle')
    await this.session.refresh()
    this.#unpaid = await this.session.probe.readRaw()
    await this.network.control.runTo('distribute-rewards')
    return this.#unpaid
  }

  /** Wakes the background with a command that reads nothing. */
  start = () => this.command({ type: 'cancelConnect' })
  command = (command: Command): Promise<CommandResult> => this.session.probe.sendCommand(command)
  intents = async (): Promise<StacksIntent[]> => (await this.session.probe.readState()).intents
  /** The newest intent, once it is in this state. */
  until = async (state: StacksIntent['state']): Promise<StacksIntent> =>
    (
      await this.session.probe.waitUntil(
        (now) => now.intents[0]?.state === state,
        `an intent that is ${state}`,
      )
    ).intents[0]!

  enroll = (tabId: number | null = this.tabId) =>
    this.command({ type: 'enroll', rewardAddress: null, tabId })
  retry = (intentId: string) => this.command({ type: 'retry', intentId, tabId: this.tabId })
  /** How many enrollments of the user the network has received. */
  calls = () =>
    this.network.node.ledger.transactions.filter(
      ({ sender, action }) =>
        sender === user.address && action.kind === 'call' && action.method === 'enroll',
    ).length
  /**
   * Sends another transaction with this nonce and a higher fee, as a wallet does that speeds one
   * up.
   */
  async outbid(nonce: number): Promise<void> {
    const [contractAddress = '', contractName = ''] = this.network.contracts.dualStacking.split('.')
    const client = { baseUrl: this.network.url }
    const transaction = await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'enroll',
      functionArgs: [Cl.some(Cl.principal(userAccounts[1]!.address))],
      senderKey: user.key,
      network: 'testnet',
      client,
      fee: 9000,
      nonce,
    })
    expect(
      await broadcastTransaction({ transaction, network: 'testnet', client }),
    ).not.toHaveProperty('error')
  }

  /** An enrollment that waits for the wallet's user. */
  async waiting(): Promise<StacksIntent> {
    await this.session.wallet.set({ silent: false })
    void this.enroll().catch(() => undefined)
    await this.session.wallet.window()
    return this.until('asking')
  }

  async confirmed(): Promise<void> {
    await this.network.control.mine()
    await this.session.refresh()
    await this.until('confirmed')
    expect(await isEnrolled(this.network, user.address)).toBe(true)
  }

  /** The intent counts as interrupted; requested again, it is confirmed. */
  async madeAgain(id: string, failure: StacksIntent['failure'] = 'interrupted'): Promise<void> {
    expect(await this.until('failed')).toMatchObject({ id, failure })
    await this.session.wallet.set({ silent: true })
    await expectAccepted(this.retry(id))
    expect(await this.until('submitted')).toMatchObject({ id })
    await this.confirmed()
    expect(await this.intents()).toHaveLength(1)
  }
}
