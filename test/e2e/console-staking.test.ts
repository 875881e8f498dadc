import { beforeEach, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { pox5Contract } from '../../src/dev/network/bitcoin-staking/pox-5-contract.ts'
import { stakingClock } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { halfAt, halfStart, rewardCycleAt } from '../../src/protocol/bitcoin-staking/cycle-clock.ts'
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
  const [calculated, ...pulled] = await takeSteps()
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
})
