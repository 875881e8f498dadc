import { Cl } from '@stacks/transactions'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Chromium } from '../../src/dev/browser/chromium/chromium.ts'
import type { WalletUser } from '../../src/dev/browser/chromium/wallet-user.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { readEvents, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { pressInPlace } from '../../src/dev/browser/press-in-place.ts'
import { createContractReader } from '../../src/dev/cli/start/create-contract-reader.ts'
import { initialWalletSettings } from '../../src/dev/demo-wallet/settings.ts'
import { userAccounts, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { isEnrolled } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { dualStackingWallet as say } from '../../src/words/en/dual-stacking-wallet.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// What a visitor does in the widget, while the API is as it really is at times.

const LAG = 2
const [{ address }, other] = userAccounts as [DevnetAccount, DevnetAccount]
let network: Network
let chromium: Chromium
let wallet: WalletUser
let site: PartnerSite

/**
 * Keeps events that reach the window, and long waits until `pass` is called, as if their time had
 * gone by.
 */
const init = `window.heard = []
  for (const name of ['transaction-submitted', 'transaction-confirmed', 'reward-landed',
    'widget-error'])
    addEventListener(name, (event) => window.heard.push({ name, detail: event.detail }))
  let passed = 0
  const [now, wait, waits] = [Date.now, setTimeout, []]
  Date.now = () => now() + passed
  window.setTimeout = (run, ms, ...more) =>
    ms >= 60_000 ? waits.push(run) : wait(run, ms, ...more)
  window.waits = waits
  window.pass = () => { passed += 600_000; waits.splice(0).forEach((run) => run()) }`

beforeAll(async () => {
  ;[network, site] = await Promise.all([sharedNetwork(), servePartnerSite()])
  ;({ chromium, wallet } = await sharedSession(network.url))
})
afterAll(() => site?.close())
beforeEach(() => wallet.reset({ ...initialWalletSettings, api: network.url }))
afterEach(async () => {
  network.control.setDeprecatedPaths(true)
  network.control.setApiLag(0)
  await optOutUsers(network)
})

/** A visitor with a wallet; `catchUp`: of an API behind its node, makes it know what that knows. */
class Visitor {
  page!: Page

  constructor(private readonly catchUp: () => Promise<unknown> = () => Promise.resolve()) {}

  async open(): Promise<void> {
    await network.control.runTo('advance-to-next-cycle')
    await this.catchUp()
    site.pages.set(
      '/',
      renderPartnerPage(
        `<dual-stacking-boost network="devnet" api-url="${network.url}" actions="all"
          address="${address}"></dual-stacking-boost>`,
      ),
    )
    this.page = await chromium.context.newPage()
    await this.page.addInitScript(init)
    await this.page.goto(`${site.url}/`)
    await waitForPart(this.page, 'source', 'golden ratio of cycle')
    await waitForPart(this.page, 'boost', '×')
    expect(await this.page.locator('dual-stacking-boost input').first().inputValue()).toMatch(
      /^0\.25/,
    )
  }

  private async send(name: string, windows: number): Promise<void> {
    await pressInPlace(this.page.getByRole('button', { name }))
    for (let window = 0; window < windows; window++) await wallet.approve()
    await waitForPart(this.page, 'status', say.submitted)
  }

  private async mine(): Promise<void> {
    await network.control.mine()
    await this.catchUp()
    await waitForPart(this.page, 'status', say.confirmed)
  }

  async enroll(): Promise<void> {
    await this.send(say.enroll, 2)
    await this.mine()
    expect(await isEnrolled(network, address)).toBe(true)
  }

  async changeRewardAddress(): Promise<void> {
    await this.page.getByLabel('Reward address').fill(other.address)
    await this.send(say.change, 1)
    await this.mine()
  }

  async optOut(): Promise<void> {
    await this.send(say.optOut, 1)
    await this.mine()
    expect(await isEnrolled(network, address)).toBe(false)
  }

  /** Looks at the chain again, as minutes later. */
  async lookAgain(): Promise<void> {
    // Both the transaction and the rewards are looked at again later.
    await this.page.waitForFunction(
      () => (window as unknown as { waits: unknown[] }).waits.length > 1,
    )
    await this.page.evaluate(() => (window as unknown as { pass(): void }).pass())
  }

  /** The network pays; whether a reward is reported once, and is what the contract says. */
  async seeReward(): Promise<void> {
    await this.lookAgain()
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    await this.catchUp()
    await this.lookAgain()
    await waitForPart(this.page, 'status', /^Reward received: /)
    const read = createContractReader(network.url, network.contracts.dualStacking)
    const [landed, ...more] = await this.events('reward-landed')
    const paid = await read('reward-amount-for-cycle-and-address', [
      Cl.uint(Number(landed!.cycle)),
      Cl.principal(address),
    ])
    expect(landed).toMatchObject({ address, sats: String(paid) })
    expect(more).toEqual([])
  }

  async events(wanted: string): Promise<Record<string, unknown>[]> {
    return (await readEvents(this.page))
      .filter(({ name }) => name === wanted)
      .map(({ detail }) => detail)
  }

  /** Each call was reported as sent and as confirmed once, and nothing went wrong. */
  async close(calls: string[]): Promise<void> {
    for (const name of ['transaction-submitted', 'transaction-confirmed'])
      expect((await this.events(name)).map(({ action }) => action)).toEqual(calls)
    expect(await this.events('widget-error')).toEqual([])
    await this.page.close()
  }
}

describe.each<[string, () => Visitor]>([
  [
    'deprecated paths switched off',
    () => {
      network.control.setDeprecatedPaths(false)
      return new Visitor()
    },
  ],
  [
    'an API behind its node',
    () => {
      network.control.setApiLag(LAG)
      return new Visitor(() => network.control.mineStacks(LAG))
    },
  ],
])('with %s', (_, begin) => {
  it('a visitor enrolls, is paid and told so, changes the reward address and leaves', async () => {
    const visitor = begin()
    await visitor.open()
    await visitor.enroll()
    await visitor.seeReward()
    await visitor.changeRewardAddress()
    await visitor.optOut()
    await visitor.close(['enroll', 'change-reward-address', 'opt-out'])
  })
})

it('a reward that a reorganisation undid comes again without a second event', async () => {
  const visitor = new Visitor()
  await visitor.open()
  await visitor.enroll()
  await visitor.seeReward()
  const [paid] = network.node.ledger
    .calls(network.contracts.dualStacking, 'distribute-rewards')
    .slice(-1)
  await network.control.reorganise(network.control.heights().stacks - paid!.stacks + 1)
  await visitor.lookAgain()
  await waitForPart(visitor.page, 'status', say.undone)
  await network.control.mine()
  await network.control.mineBurn()
  await visitor.lookAgain()
  await waitForPart(visitor.page, 'status', /^Reward received: /)
  expect(await visitor.events('reward-landed')).toHaveLength(1)
  await visitor.close(['enroll'])
})
