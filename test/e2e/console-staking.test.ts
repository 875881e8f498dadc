import { Cl } from '@stacks/transactions'
import { beforeEach, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { deployer, faucetAccount } from '../../src/dev/network/accounts.ts'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import { createStakingCalls } from '../../src/dev/network/bitcoin-staking/staking-calls.ts'
import {
  demoStakers,
  type DemoStaker,
} from '../../src/dev/network/bitcoin-staking/staking-people.ts'
import {
  stakingClock,
  stakingManagers,
} from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import { sbtcToken } from '../../src/dev/network/contracts.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { createStacksSender } from '../../src/dev/network/node/sender.ts'
import { halfAt, halfStart, rewardCycleAt } from '../../src/protocol/bitcoin-staking/cycle-clock.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'
import { ConsoleUser } from '../support/console-user.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

let network: Network
let session: Session
let operator: ConsoleUser

beforeEach(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
  operator = new ConsoleUser(session, network)
  await operator.open()
  await operator.connect()
  await operator.page.bringToFront()
  await operator.openSection('staking')
})

/** Income arrives in the half that runs; then the half is over. */
async function passHalf(): Promise<void> {
  const burn = BigInt(network.control.heights().burn)
  const end = halfStart(stakingClock, halfAt(stakingClock, burn) + 1n)
  await network.control.mineBurn(Number((end - burn) / 2n))
  await network.stakingKeeper.bringIncome()
  await network.control.mineBurn(Number(end) - network.control.heights().burn)
  await session.refresh()
}

/** Signs every step that can be made now; names them. */
async function takeSteps(): Promise<string[]> {
  const taken: string[] = []
  while (await operator.hasNextStep()) {
    taken.push(await operator.signNext())
    await operator.mine()
  }
  return taken
}

it('an operator calculates each half, and managers claim a cycle once it is over', async () => {
  const { view } = operator
  const cycle = rewardCycleAt(stakingClock, BigInt(network.control.heights().burn))
  await view.waitForText(`Cycle ${cycle}, 2nd half`)
  await view.waitForText(op['console.staking.nothing'])
  await passHalf()
  await view.waitForText(op['console.staking.does.calculate'])
  // Chromium keeps a 410 for ever: a wallet that takes one from there does not count the calls that
  // wait for a block, and the second of the holders' claims below is refused.
  network.control.setDeprecatedPaths(false)
  const [calculated, ...pulled] = await takeSteps()
  network.control.setDeprecatedPaths(true)
  expect(calculated).toBe('calculate-rewards')
  expect(pulled).toEqual(Array.from({ length: 4 }, () => 'claim-rewards'))
  await view.waitForText(`Cycle ${cycle + 1n}, 1st half`)
  // Until the next cycle is over managers wait: two claims cost two fees.
  await passHalf()
  await view.waitForText(op['console.staking.does.calculate'])
  expect(await takeSteps()).toEqual(['calculate-rewards'])
  await view.waitForText('waits for the cycle’s end')
  const { intents } = await session.probe.readState()
  const pull = intents.find(({ step }) => step?.step.kind === 'manager-claim')!
  expect(pull).toMatchObject({ state: 'confirmed', action: 'call' })
  expect(pull.request).toMatchObject({ postConditionMode: 'deny' })
  expect(pull.request.postConditions).toHaveLength(1)
  expect(intents.find(({ step }) => step?.step.kind === 'calculate')?.request).toMatchObject({
    contract: pox5Contract,
    postConditions: [],
  })

  await claimForHolders(cycle)
  await auditByKeyboard(cycle)
  await compareByKeyboard()
  await returnPayoutByKeyboard()
})

const [onBitcoin] = demoStakers().filter(({ manager }) => manager === 'max500') as [DemoStaker]
const calls = () =>
  createStakingCalls(network.node, createStacksSender(network.node), faucetAccount)

/** One holder is paid on Bitcoin, from whatever amount on. */
const wantBitcoin = () =>
  calls().call(onBitcoin.account, stakingManagers.max500, 'set-payout-config', [
    Cl.tuple({
      version: Cl.bufferFromHex('04'),
      hashbytes: Cl.bufferFromHex('66'.repeat(20)),
    }),
    Cl.uint(100),
    Cl.uint(647),
  ])

/** The cycle that was just paid is recomputed from its prints, to the sat. */
async function auditByKeyboard(cycle: bigint): Promise<void> {
  const { page, view } = operator
  await operator.openSection('staking-audit')
  await view.waitForText(op['console.staking.audit.how'])
  await operator.reach(op['audit.cycle'])
  await page.keyboard.press('Home')
  for (let at = cycle + 1n; at > cycle; at--) await page.keyboard.press('ArrowDown')
  await operator.reach(op['audit.run'])
  await page.keyboard.press('Enter')
  await view.waitForText(op['audit.verdict.exact'])
  await view.waitForText(op['console.staking.audit.byLeg'])
}

/** Every manager is there; the details of one are one key away. */
async function compareByKeyboard(): Promise<void> {
  const { page, view } = operator
  await operator.openSection('staking-managers')
  await session.probe.waitUntil(
    ({ staking }) => Object.keys(staking?.managers.read ?? {}).length === 4,
    'four managers',
  )
  await view.waitForText(say['staking.managers.order'])
  await operator.reach('max500-signer-manager')
  await page.keyboard.press('Enter')
  await view.waitForText(say['staking.managers.claims.bounded'])
}

/** A payout that the signers of sBTC reject goes back to its holder. */
async function returnPayoutByKeyboard(): Promise<void> {
  const { page, view } = operator
  await operator.openSection('staking-manager')
  await view.waitForText(op['console.staking.manager.choose'])
  await operator.reach(op['console.staking.manager'])
  await page.keyboard.type('max500')
  await view.waitForText(op['console.staking.manager.owed'])
  await view.waitForText(op['console.staking.manager.notAdmin'])
  await view.waitForText('the 50,000 STX that stakes need')
  await view.waitForText(op['console.staking.payouts.pending'])
  const withdrawals = sbtcToken.replace('.sbtc-token', '.sbtc-withdrawal')
  await calls().call(deployer, withdrawals, 'reject-withdrawal-request', [Cl.uint(1)])
  // What is owed is read again with the next block of Bitcoin.
  await network.control.mineBurn()
  await session.refresh()
  await view.waitForText(op['console.staking.payouts.how'])
  await operator.reach(op['console.staking.payouts.return'].split('{')[0]!.trim())
  await page.keyboard.press('Enter')
  const { request } = await operator.mineSubmitted()
  expect(request).toMatchObject({
    contract: stakingManagers.max500,
    functionName: 'reclaim-failed-withdrawal',
    postConditionMode: 'deny',
  })
  expect(request.postConditions).toHaveLength(1)
  await view.waitForText(op['console.staking.payouts.none'])
}

/** Every holder of the demo is paid, but those that only pay themselves; a bad line is named. */
async function claimForHolders(cycle: bigint): Promise<void> {
  const { view } = operator
  const stakers = demoStakers()
  await wantBitcoin()
  await operator.openSection('staking-claims')
  await view.waitForText(op['console.staking.holders'])
  const list = stakers.map(({ account }) => account.address).join('\n')
  await view.fill(op['console.staking.holders.list'], `${list}\nnonsense`)
  await view.waitForText('8 holders')
  await view.waitForText('Line 9, “nonsense”')
  await view.fill(op['console.staking.holders.cycle'], String(cycle))
  await view.press(op['console.staking.holders.look'])
  const payable = stakers.filter(({ manager }) => manager !== 'native')
  await view.waitForText(op['console.staking.obstacle.holder-only'])
  const before = (await session.probe.readState()).intents.length
  await view.press(`Claim ${payable.length}:`)
  const { intents } = await session.probe.waitUntil(
    (state) =>
      state.intents.length === before + payable.length &&
      state.intents.every(({ state: at }) => at === 'submitted' || at === 'confirmed'),
    'every claim sent',
    ({ intents }) => intents.some(({ state: at }) => at === 'failed'),
  )
  const paid = intents.flatMap(({ step }) =>
    step?.step.kind === 'holder-claim' ? [step.step.staker] : [],
  )
  expect(paid.toSorted()).toEqual(payable.map(({ account }) => account.address).toSorted())
  await view.waitForText(op['console.staking.queue.sent'])
  await network.control.mine()
  await session.refresh()
  await session.probe.waitUntil(
    (state) => state.intents.every(({ state: at }) => at === 'confirmed'),
    'every holder paid',
  )
  // Nothing is left to be paid.
  await view.press(op['console.staking.holders.look'])
  await view.waitForText('1 left out')
}
