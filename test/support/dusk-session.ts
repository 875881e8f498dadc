import type { Page } from 'playwright-core'
import type { CommandResult } from '../../src/app/command-result.ts'
import type { DuskState } from '../../src/app/hyperstaking/dusk-state.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedSession } from './shared/session.ts'

type Pool = NonNullable<DuskState['reading']>['pools'][number]

export const findPool = ({ reading }: DuskState, name: string): Pool =>
  reading!.pools.find((pool) => pool.name === name)!

/** LUX of the account's position in a pool; null as long as it is not known. */
export function readPosition(state: DuskState, name = 'Liquid'): bigint | null {
  const value = state.reading && findPool(state, name).position?.value
  return value?.known ? value.value : null
}

/** A browser whose wallet holds DUSK, with its own Dusk network. */
export class DuskSession {
  private constructor(
    readonly session: Session,
    readonly network: DuskNetwork,
  ) {}

  static async start(seed: string): Promise<DuskSession> {
    const network = await createDuskNetwork({ seed, faultChance: 0 })
    const session = await sharedSession()
    const account = network.people.alice
    const wallet = { shapes: ['dusk' as const], dusk: { account, api: network.url, chainId: 0 } }
    await session.reset({}, wallet)
    await session.probe.sendCommand({
      type: 'dusk/saveSettings',
      settings: { network: 'local', base: network.url },
    })
    return new DuskSession(session, network)
  }

  close = (): Promise<void> => this.network.close()

  refresh = (): Promise<CommandResult> => this.session.probe.sendCommand({ type: 'dusk/refresh' })
  state = async (): Promise<DuskState> => (await this.session.probe.readState()).dusk!
  until = async (fits: (state: DuskState) => boolean, what: string): Promise<DuskState> =>
    (
      await this.session.probe.waitUntil(
        ({ dusk: state }) => state !== undefined && fits(state),
        what,
      )
    ).dusk!

  /** Opens the popup's tab of pools over a page. */
  async openPools(): Promise<{ page: Page; popup: View }> {
    const page = await this.session.openPage()
    const popup = await this.session.openPopup(page)
    await popup.press(say['tab.hyper'])
    return { page, popup }
  }

  /** Connects the wallet as a user does, and waits for the account's first reading. */
  async connect(): Promise<{ page: Page; popup: View }> {
    const opened = await this.openPools()
    await opened.popup.press(say['hyper.connect'])
    await this.session.wallet.approve()
    await this.until(({ account }) => account !== null, 'a Dusk account')
    await this.until((state) => readPosition(state) !== null, 'a reading of the pools')
    return opened
  }

  /** The wallet approves, and enough blocks follow that the call is final. */
  async settle(): Promise<DuskState> {
    await this.session.wallet.approve()
    await this.until(({ intents }) => intents[0]?.state === 'executed', 'an executed call')
    this.network.control.mine(3n)
    await this.refresh()
    return this.until(({ intents }) => intents[0]?.state === 'final', 'a final call')
  }

  /** Asks the wallet for a deposit into the Liquid pool, as the popup does. */
  requestDeposit = async (page: Page, amount = 100n): Promise<CommandResult> =>
    this.session.probe.sendCommand({
      type: 'dusk/submit',
      ...(await this.depositOf(amount)),
      tabId: await this.session.findTabId(page),
    })

  /** Asks what would become of that deposit. */
  checkDeposit = async (amount = 100n): Promise<CommandResult> =>
    this.session.probe.sendCommand({ type: 'dusk/check', ...(await this.depositOf(amount)) })

  private depositOf = async (amount: bigint) => ({
    pool: findPool(await this.state(), 'Liquid').id,
    action: 'deposit' as const,
    // Amounts cross the browser's messages as text.
    lux: String(dusk(amount)) as unknown as bigint,
    referrer: null,
  })
}
