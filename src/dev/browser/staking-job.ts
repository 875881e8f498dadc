import assert from 'node:assert/strict'
import type { AppState } from '../../app/app-state.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { decodeClarity } from '../../chain/stacks/clarity.ts'
import {
  cycleStart,
  halfBlocks,
  rewardCycleAt,
} from '../../protocol/bitcoin-staking/cycle-clock.ts'
import { catalogue as say } from '../../words/en/index.ts'
import { createFormat } from '../../words/format/format.ts'
import { userAccounts } from '../network/accounts.ts'
import { pox5Contract } from '../network/bitcoin-staking/pox-5-contract.ts'
import { stakingClock, stakingManagers } from '../network/bitcoin-staking/staking-setting.ts'
import { sbtcToken } from '../network/contracts.ts'
import type { Network } from '../network/index.ts'
import type { StorageProbe } from './chromium/storage-probe.ts'
import type { View } from './chromium/view.ts'

/** What the job needs of a browser with the extension and a wallet. */
export interface StakingBrowser {
  probe: StorageProbe
  /** The popup over a page, opened anew. */
  openPopup: () => Promise<View>
  /** The wallet's user approves in its window. */
  approve: () => Promise<void>
}

interface StepResult {
  /** What the popup shows of it. */
  view: View
  /** What the chain has confirmed. */
  says: string
}

/** A step of the job: it rejects where the chain or the popup does not confirm it. */
interface StakingJobStep {
  name: string
  act: () => Promise<StepResult>
}

const clock = stakingClock
const { address } = userAccounts[1]!
const format = createFormat('en', 'sats')
const STAKED_MICRO_STX = 60_000_000_000n

/**
 * A holder's whole job in Bitcoin Staking, from the first connection to unlocked STX. The wallet's
 * account in use must be the second user of the embedded network.
 */
export class StakingJob {
  private cycle = 0n
  private netSats = 0n
  private readonly announced = new Set<string>()

  constructor(
    private readonly browser: StakingBrowser,
    private readonly network: Network,
  ) {}

  /** The steps in their order, each of which needs those before it. */
  readonly steps: readonly StakingJobStep[] = [
    { name: 'connect', act: () => this.connect() },
    { name: 'stake', act: () => this.stake() },
    { name: 'cycle', act: () => this.beginCycle() },
    { name: 'income', act: () => this.seeIncome() },
    { name: 'calculation', act: () => this.seeCalculation() },
    { name: 'notification', act: () => this.seeNotification() },
    { name: 'claim', act: () => this.claim() },
    { name: 'landed', act: () => this.seeLanded() },
    { name: 'verified', act: () => this.verify() },
    { name: 'extend', act: () => this.extend() },
    { name: 'change-manager', act: () => this.changeManager() },
    { name: 'unstake', act: () => this.unstake() },
    { name: 'unlock', act: () => this.seeUnlocked() },
  ]

  async connect(): Promise<StepResult> {
    const { probe, openPopup, approve } = this.browser
    const popup = await openPopup()
    await popup.press(say['connect.wallet'])
    await approve()
    const { accounts } = await probe.waitUntil((state) => state.accounts.length > 0, 'an account')
    assert.equal(accounts[0]?.address, address)
    await this.openTab()
    await this.readAll()
    const view = await this.openTab()
    await view.waitForText(say['staking.state.none'])
    await view.waitForText(say['staking.action.stake'])
    return { view, says: `the wallet gave ${address}` }
  }

  async stake(): Promise<StepResult> {
    await this.leavePreparePhase()
    const txid = await this.sign(async (popup) => {
      await popup.press(say['staking.action.stake'])
      await popup.fill(say['staking.form.amount'], String(STAKED_MICRO_STX / 1_000_000n))
      await popup.fill(say['staking.form.cycles'], '3')
      await popup.fill(say['staking.form.manager'], stakingManagers.reference)
      await popup.waitForText(say['staking.form.fee'])
      await popup.press(say['staking.form.submit'])
    })
    const { locked } = await this.readChainAccount()
    assert.equal(locked, STAKED_MICRO_STX)
    const view = await this.openTab()
    await view.waitForText('60,000 STX')
    return { view, says: `${txid} mined; ${format.stx(locked)} are locked` }
  }

  async beginCycle(): Promise<StepResult> {
    await this.dismissLast()
    this.cycle = rewardCycleAt(clock, this.height()) + 1n
    await this.mineTo(cycleStart(clock, this.cycle))
    await this.network.stakingKeeper.work()
    await this.readAll()
    const view = await this.openTab()
    await view.waitForText(say['staking.state.active'])
    await view.waitForText(say['staking.cycle'].replace('{cycle}', String(this.cycle)))
    return { view, says: `cycle ${this.cycle} has begun, and the stake earns` }
  }

  async seeIncome(): Promise<StepResult> {
    await this.mineTo(cycleStart(clock, this.cycle) + halfBlocks(clock))
    await this.network.stakingKeeper.bringIncome()
    const sats = await this.readNewRewards()
    assert.ok(sats > 0n)
    await this.readAll()
    const view = await this.openTab()
    await view.waitForText(say['staking.income.sinceNow'].replace('{sats}', format.sats(sats)))
    return { view, says: `${format.sats(sats)} have arrived since the last calculation` }
  }

  /** The half is calculated, and every manager claims its part. */
  async seeCalculation(): Promise<StepResult> {
    const taken = await this.network.stakingKeeper.takeSteps()
    const kinds = taken.map(({ kind }) => kind)
    assert.equal(kinds[0], 'calculate')
    assert.ok(taken.some(({ contract }) => contract === stakingManagers.reference))
    // Figures are read once in a Bitcoin block.
    await this.network.control.mineBurn()
    await this.readAll()
    const { holder } = await this.readStaking(
      (staking) => this.legOf(staking) !== undefined,
      'a claimable reward',
    )
    const net = holder!.claims!.cycles.find(({ cycle }) => cycle === this.cycle)!.legs[0]!.netSats
    assert.ok(net.known && net.value > 0n)
    this.netSats = net.value
    const view = await this.openTab()
    await view.waitForText(say['staking.hero.claimable'])
    await view.waitForText(format.sats(this.netSats))
    return {
      view,
      says: `the half is calculated, ${kinds.length - 1} claims of managers; ${format.sats(net.value)} to claim`,
    }
  }

  async seeNotification(): Promise<StepResult> {
    const key = await this.expectNotice('claimable')
    const view = await this.openTab()
    await view.waitForText(say['staking-notice.claimable.title'])
    return { view, says: `shown once: ${key}` }
  }

  async claim(): Promise<StepResult> {
    const before = this.readChainSats()
    const txid = await this.sign(async (popup) => {
      await popup.press(say['staking.action.claim'])
      await popup.press(
        say['staking.claim.next']
          .replace('{sats}', format.sats(this.netSats))
          .replace('{cycle}', String(this.cycle)),
      )
    })
    assert.equal(this.readChainSats() - before, this.netSats)
    const view = await this.openTab()
    await view.waitForText(say['staking.done.claim'])
    return { view, says: `${txid} mined; ${format.sats(this.netSats)} more on the address` }
  }

  async seeLanded(): Promise<StepResult> {
    await this.dismissLast()
    await this.network.control.mineBurn()
    await this.readAll()
    const { rewards } = await this.readStaking(
      (staking) => (staking.rewards?.[address]?.claims.length ?? 0) > 0,
      'a claim in the record',
    )
    const [claim] = rewards![address]!.claims
    assert.equal(claim?.payout.kind, 'sbtc')
    assert.equal(claim.netSats, this.netSats)
    const key = await this.expectNotice('landed')
    const view = await this.openTab()
    await view.waitForText(say['staking-notice.landed.title'])
    return { view, says: `found on the chain and shown once: ${key}` }
  }

  async verify(): Promise<StepResult> {
    const view = await this.openTab()
    await view.press(say['staking.rewards.all'])
    await view.press(say['staking.rewards.cycle'].replace('{cycle}', String(this.cycle)))
    await view.press(say['staking.rewards.verify'])
    await view.waitForText(say['staking.rewards.exact.title'])
    const { rewards } = await this.readStaking(
      (staking) => (staking.rewards?.[address]?.audits.length ?? 0) > 0,
      'an audit',
    )
    const [audit] = rewards![address]!.audits
    assert.equal(audit?.result, 'exact')
    assert.equal(audit.paidSats, rewards![address]!.claims[0]!.grossSats)
    return { view, says: `recomputed: ${format.sats(audit.paidSats!)} before the fee, exact` }
  }

  async extend(): Promise<StepResult> {
    const txid = await this.sign(async (popup) => {
      await popup.press(say['staking.action.change'])
      await popup.fill(say['staking.form.addedCycles'], '2')
      await popup.press(say['staking.form.submit'])
    })
    const { cycles } = await this.readStake()
    assert.equal(cycles, 5n)
    return { view: await this.openTab(), says: `${txid} mined; the stake lasts ${cycles} cycles` }
  }

  async changeManager(): Promise<StepResult> {
    const txid = await this.sign(async (popup) => {
      await popup.press(say['staking.action.change'])
      await popup.fill(say['staking.form.manager'], stakingManagers.max500)
      await popup.waitForText(say['staking.form.pays'])
      await popup.press(say['staking.form.submit'])
    })
    const { manager } = await this.readStake()
    assert.equal(manager, stakingManagers.max500)
    return { view: await this.openTab(), says: `${txid} mined; the stake is with ${manager}` }
  }

  async unstake(): Promise<StepResult> {
    const txid = await this.sign(async (popup) => {
      await popup.press(say['staking.action.unstake'])
      await popup.press(say['staking.form.submit'])
    })
    const view = await this.openTab()
    await view.waitForText(say['staking.state.leaving'])
    await view.waitForText(say['staking.action.stay'])
    const { locked } = await this.readChainAccount()
    assert.equal(locked, STAKED_MICRO_STX)
    return { view, says: `${txid} mined; it ends with cycle ${this.cycle}` }
  }

  async seeUnlocked(): Promise<StepResult> {
    await this.dismissLast()
    await this.mineTo(cycleStart(clock, this.cycle + 1n))
    const { locked } = await this.readChainAccount()
    assert.equal(locked, 0n)
    await this.readAll()
    const key = await this.expectNotice('stake-ended')
    const view = await this.openTab()
    await view.waitForText(say['staking-notice.unstaked.title'])
    await view.waitForText(say['staking.state.expired'])
    return { view, says: `no STX are locked; shown once: ${key}` }
  }

  private height = (): bigint => BigInt(this.network.node.ledger.blocks.tip().burn)

  private mineTo = (height: bigint): Promise<unknown> =>
    this.network.control.mineBurn(Number(height - this.height()))

  /** Positions change outside the prepare phase only. */
  private async leavePreparePhase(): Promise<void> {
    const cycle = rewardCycleAt(clock, this.height())
    const end = cycleStart(clock, cycle + 1n)
    if (this.height() < end - 2n * clock.prepareBlocks) return
    await this.mineTo(end)
    await this.network.stakingKeeper.work()
    await this.readAll()
  }

  private readChainAccount = () => this.network.node.host.account(address)

  private readChainSats(): bigint {
    const { fungible } = this.network.node.ledger.balances(address)
    return fungible.get(`${sbtcToken}::sbtc-token`)?.balance ?? 0n
  }

  private async readNewRewards(): Promise<bigint> {
    const { host } = this.network.node
    const [sender] = pox5Contract.split('.') as [string]
    const answer = await host.callRead(pox5Contract, 'get-new-rewards', [], sender)
    assert.ok(answer.okay)
    const value = decodeClarity(answer.result)
    assert.ok(typeof value === 'bigint')
    return value
  }

  private async readStaking(
    fits: (staking: StakingState) => boolean,
    what: string,
  ): Promise<StakingState> {
    const { staking } = await this.browser.probe.waitUntil(
      (state: AppState) => state.staking !== undefined && fits(state.staking),
      what,
    )
    return staking!
  }

  private async readStake() {
    const { holder } = await this.readStaking((staking) => staking.holder !== null, 'a position')
    const { stake } = holder!.position
    assert.ok(stake.known && stake.value !== null)
    return stake.value
  }

  private legOf = ({ holder }: StakingState) =>
    holder?.claims?.cycles
      .find(({ cycle }) => cycle === this.cycle)
      ?.legs.find(({ grossSats }) => grossSats > 0n)

  private refresh = () => this.browser.probe.sendCommand({ type: 'refresh' })

  /** A refresh has a budget: what one does not reach, the next ones do. */
  private async readAll(): Promise<void> {
    await this.readStaking(({ settings }) => settings.isFollowed, 'the tab')
    for (let pass = 0; pass < 3; pass++) await this.refresh()
    await this.readStaking(({ holder }) => holder?.claims?.next === null, 'claims')
  }

  private async openTab(): Promise<View> {
    const popup = await this.browser.openPopup()
    await popup.press(say['tab.staking'])
    return popup
  }

  /** Puts away what was told of the last call, as a person does who has read it. */
  private async dismissLast(): Promise<void> {
    const { probe } = this.browser
    const [last] = (await probe.readState()).intents
    if (last) await probe.sendCommand({ type: 'dismiss', intentId: last.id })
  }

  /** Fills a form in, signs in the wallet, and waits until the extension shows it as confirmed. */
  private async sign(fill: (popup: View) => Promise<void>): Promise<string> {
    const { probe, approve } = this.browser
    await this.dismissLast()
    const earlier = (await probe.readState()).intents.map(({ id }) => id)
    await fill(await this.openTab())
    await approve()
    const isSent = ({ intents }: AppState) =>
      !earlier.includes(intents[0]?.id ?? '') && Boolean(intents[0]?.txid)
    await probe.waitUntil((state) => state.intents.length > 0 && isSent(state), 'a submitted call')
    await this.network.control.mine()
    await this.refresh()
    const { intents } = await probe.waitUntil(
      (state) => /^(confirmed|failed)$/.test(state.intents[0]?.state ?? ''),
      'a confirmed call',
    )
    const [intent] = intents
    assert.equal(intent?.action, 'staking')
    assert.equal(intent.failure, null)
    assert.equal(intent.request.postConditionMode, 'deny')
    assert.equal(this.network.node.ledger.transaction(intent.txid!)?.status, 'success')
    await this.refresh()
    return intent.txid!
  }

  /** Exactly one notification of this occasion was shown since the last one was looked for. */
  private async expectNotice(occasion: string): Promise<string> {
    const isNew = (key: string) =>
      key.startsWith('staking:') && key.includes(`:${occasion}:`) && !this.announced.has(key)
    // It is in the ledger as shown once the browser has it.
    await this.readStaking(
      ({ news }) => news?.some(({ key }) => isNew(key)) ?? false,
      `a notice: ${occasion}`,
    )
    const shown = (await this.browser.probe.notifications()).filter(isNew)
    assert.equal(shown.length, 1)
    const [key] = shown as [string]
    this.announced.add(key)
    return key
  }
}
