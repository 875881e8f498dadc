import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CommandResult } from '../../app/command-result.ts'
import type { DuskState } from '../../app/hyperstaking/dusk-state.ts'
import { createDuskClient } from '../../chain/dusk/client.ts'
import { duskDeployment } from '../../chain/dusk/deployments.ts'
import { readPool } from '../../chain/dusk/read-pool.ts'
import type { Command } from '../../extension/messages.ts'
import { dusk } from '../../protocol/hyperstaking/core/units.ts'
import type { DuskIntent } from '../../wallet/dusk/dusk-intent.ts'
import type { Session } from '../browser/chromium/session.ts'
import { FINAL_AFTER } from '../network/dusk/chain/blocks.ts'
import type { DuskNetwork } from '../network/dusk/index.ts'
import { expectAccepted } from './expect-accepted.ts'
import { Scene } from './scene.ts'

const pool = duskDeployment('local').pools.find(({ name }) => name === 'Liquid')!
const states = ['submitted', 'executed', 'final'] as const

/**
 * A browser with a connected Dusk wallet on the embedded network, brought back to that state before
 * every fault.
 */
export class DuskScene extends Scene {
  #paused = false
  /** Storage with the account connected and everything read. */
  connected: Record<string, unknown> = {}

  private constructor(
    readonly network: DuskNetwork,
    session: Session,
    page: Page,
  ) {
    super(session, page)
  }

  static async start(network: DuskNetwork, session: Session): Promise<DuskScene> {
    await session.reset(
      {},
      {
        shapes: ['dusk'],
        dusk: { account: network.people.alice, api: network.url, chainId: 0 },
        silent: true,
      },
    )
    const scene = new DuskScene(network, session, await session.openPage())
    await scene.command({
      type: 'dusk/saveSettings',
      settings: { network: 'local', base: network.url },
    })
    await scene.grant()
    await scene.command({ type: 'dusk/connect', tabId: scene.tabId, walletId: null })
    await scene.when(
      ({ account, reading }) => account !== null && reading !== null,
      'a Dusk account and its reading',
    )
    await scene.refresh()
    scene.connected = await session.probe.readRaw()
    return scene
  }

  /**
   * Pauses or reopens the pool permanently. Only a change makes blocks, because blocks bring
   * rewards, and rewards notices.
   */
  pause(paused: boolean): void {
    if (paused !== this.#paused) {
      this.network.control.pause('Liquid', paused)
      this.network.control.mine(FINAL_AFTER)
    }
    this.#paused = paused
  }

  /**
   * Restarts the background over this storage, with a wallet that approves at once and a network
   * without faults.
   */
  async from(storage: Record<string, unknown>, paused = false): Promise<void> {
    const { session, network } = this
    await session.wallet.set({ silent: true, behaviour: 'honest' })
    network.control.nodeFaults(undefined)
    network.control.automine(true)
    if (network.control.state().waiting > 0) network.control.mine(1n)
    this.pause(paused)
    await this.restartOver(storage)
    await this.start()
  }

  /** Wakes the background with a command that reads nothing. */
  start = () => this.command({ type: 'dusk/cancelConnect' })
  command = (command: Command): Promise<CommandResult> => this.session.probe.sendCommand(command)
  refresh = () => this.command({ type: 'dusk/refresh' })
  now = async (): Promise<DuskState> => (await this.session.probe.readState()).dusk!
  intents = async (): Promise<DuskIntent[]> => (await this.now()).intents
  when = async (fits: (state: DuskState) => boolean, what: string): Promise<DuskState> =>
    (
      await this.session.probe.waitUntil(
        ({ dusk: state }) => state !== undefined && fits(state),
        what,
      )
    ).dusk!
  /** The newest intent, once it is in this state. */
  until = async (state: DuskIntent['state']): Promise<DuskIntent> =>
    (await this.when(({ intents }) => intents[0]?.state === state, `a call that is ${state}`))
      .intents[0]!

  deposit = (tabId: number | null = this.tabId): Promise<CommandResult> =>
    this.command({
      type: 'dusk/submit',
      pool: pool.id,
      action: 'deposit',
      lux: String(dusk(100n)) as unknown as bigint,
      referrer: null,
      tabId,
    })
  retry = (intentId: string) => this.command({ type: 'dusk/retry', intentId, tabId: this.tabId })
  /** How many transactions the account has had in blocks. */
  calls = (): bigint => this.network.ledger.transfer.accounts.get(this.network.people.alice)!.nonce

  /** A deposit that waits for the wallet's user. */
  async waiting(): Promise<DuskIntent> {
    await this.session.wallet.set({ silent: false })
    void this.deposit().catch(() => undefined)
    await this.session.wallet.window()
    return this.until('asking')
  }

  /**
   * The background is stopped after the wallet's answer was stored, and before the transaction was
   * compared with the request.
   */
  async answered(): Promise<DuskIntent> {
    const { reached } = await this.session.chromium.hangBackgroundAt('storage.local.set', {
      text: '"submitted"',
    })
    await expectAccepted(this.deposit())
    await reached()
    const [intent] = await this.intents()
    expect(intent).toMatchObject({ state: 'asking', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    await this.session.chromium.killBackground()
    return intent!
  }

  /** Sent, whether it is in a block already or not. */
  sent = () =>
    this.when(
      ({ intents }) => states.some((state) => intents[0]?.state === state),
      'a call that was sent',
    )

  /** The call is final, and what is shown of the position is what the contract says. */
  async settled(): Promise<void> {
    this.network.control.automine(true)
    this.network.control.mine(3n)
    await this.refresh()
    expect(await this.until('final')).toMatchObject({ failure: null, problem: null })
    await this.right()
  }

  /** The position that is shown is the contract's. */
  async right(): Promise<void> {
    const shown = (await this.now()).reading?.pools.find(({ id }) => id === pool.id)?.position
      ?.value
    const { position } = await readPool(
      createDuskClient({ bases: [this.network.url] }),
      pool,
      this.network.people.alice,
    )
    expect(position!.value.known).toBe(true)
    expect(shown).toEqual(position!.value)
  }

  /** The intent failed; requested again, it is carried out. */
  async madeAgain(id: string, failure: DuskIntent['failure'] = 'interrupted'): Promise<void> {
    expect(await this.until('failed')).toMatchObject({ id, failure })
    await this.session.wallet.set({ silent: true })
    const before = this.calls()
    await expectAccepted(this.retry(id))
    await this.sent()
    await this.settled()
    expect(await this.intents()).toMatchObject([{ id }])
    expect(this.calls() - before).toBe(1n)
  }
}
