import { deserializePostConditionWire, wireToPostCondition } from '@stacks/transactions'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { sbtcToken } from '../../src/dev/network/contracts.ts'
import { demoParticipants } from '../../src/dev/network/demo/people.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'
import { ConsoleUser } from '../support/console-user.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

const [user, builder] = userAccounts as [(typeof userAccounts)[0], (typeof userAccounts)[1]]
const [one, two] = demoParticipants().map(({ account }) => account.address) as [string, string]
let network: Network
let session: Session
let operator: ConsoleUser

beforeAll(async () => {
  network = await sharedNetwork()
  await network.control.runTo('advance-to-next-cycle')
  session = await sharedSession(network.url)
})
beforeEach(async () => {
  await session.reset()
  operator = new ConsoleUser(session, network)
  await operator.open()
  await operator.connect()
  await operator.page.bringToFront()
})

it('pool: funded from the wallet, which sends exactly the amount', async () => {
  const { view } = operator
  await operator.openSection('pool')
  await view.fill(op['pool.amount'], '0.01')
  await view.waitForText('Sends exactly 0.01 sBTC from your wallet to the contract.')
  // The wallet gives the transaction's id alone: its conditions are read from the network.
  await session.wallet.set({ behaviour: 'txid-only' })
  await view.press(op['pool.submit'])
  const { request } = await operator.mineSubmitted()
  expect(request).toMatchObject({
    contract: sbtcToken,
    functionName: 'transfer',
    postConditionMode: 'deny',
  })
  const condition = wireToPostCondition(deserializePostConditionWire(request.postConditions[0]!))
  expect(condition).toMatchObject({
    address: user.address,
    condition: 'eq',
    amount: '1000000',
    asset: `${sbtcToken}::sbtc-token`,
  })
})

it('reads: typed arguments, and the decoded answer', async () => {
  const { view } = operator
  await operator.openSection('reads')
  await view.press('get-participant-cycle-info')
  await view.fill('address', one)
  await view.fill('cycle', '0')
  await view.press(op['reads.read'])
  await view.waitForText('holding-data')
  await view.press('get-weight-computation-status')
  await view.press(op['reads.read'])
  await view.waitForText('are-weights-computed')
})

it('admin: for the administrator only; nothing out of bounds is signed', async () => {
  const { page, view } = operator
  expect(await page.locator('nav a[href="#admin"]').count()).toBe(0)
  await session.wallet.set({ keys: [deployer.key] })
  await view.press(op['console.otherAccount'])
  await page.locator('nav a[href="#admin"]').waitFor()
  await operator.openSection('admin')
  await view.press('update-APR')
  await view.fill('new-apr-one-eight', '25000000')
  await view.waitForText(say['contract.211'])
  expect(await page.getByRole('button', { name: op['console.sign'] }).isDisabled()).toBe(true)

  await view.press('add-blacklisted-batch')
  await view.fill('addresses', `${one}\nnonsense`)
  await view.waitForText('2 rows')
  await view.waitForText(say['address.not-a-principal'])
  await view.fill('addresses', one)
  await view.press(op['console.sign'])
  expect(await operator.mineSubmitted()).toMatchObject({
    request: {
      functionName: 'add-blacklisted-batch',
      account: deployer.address,
      postConditions: [],
    },
  })
  await view.press('remove-blacklisted-batch')
  await view.fill('addresses', `${one}\n${two}`)
  await view.press(op['console.sign'])
  await operator.mineSubmitted()
  await view.waitForText(op['argument.done'])
  await view.waitForText(say['contract.v1.116'])
})

it('deploy: a new contract part by part, put into use, and its first cycle started', async () => {
  const { view } = operator
  await session.wallet.set({ keys: [builder.key] })
  await view.press(op['console.otherAccount'])
  // What is pressed before the console shows the account is asked of the one before.
  await operator.page.locator('.full-address', { hasText: builder.address }).waitFor()
  await operator.openSection('deploy')
  for (const part of ['bitcoin-block-buffer-live', 'liquid-stacking-live', 'dual-stacking-live']) {
    await view.press(`${op['deploy.submit']} ${part}`)
    expect(await operator.mineSubmitted()).toMatchObject({
      request: { contract: `${builder.address}.${part}`, functionName: '' },
    })
  }
  await view.press(op['deploy.use'])
  await session.probe.waitUntil(
    ({ settings }) => settings.deployment.startsWith('custom-devnet'),
    'the new contract in use',
  )
  // What is shared names the contract in use, on the page beside the signing page.
  await operator.openSection('share')
  await view.waitForText(
    `${network.url}/demo/add.html#network=devnet&contract=${builder.address}.dual-stacking-live`,
  )
  await operator.page.locator('svg.qr path[d^=M4]').waitFor()
  // The plan, then step by step what is left of it.
  await operator.openSection('deploy')
  await view.fill(op['budget.snapshots'], '2')
  await view.fill(op['budget.blocks'], '2')
  const start = network.control.heights().burn + 2
  await setUp('update-cycle-data-before-initialized')
  await setUp('update-initialize-block', { 'new-bitcoin-block-height': String(start) })
  await operator.runTo('initialize-contract')
  await view.waitForText(op['deploy.setup.complete'])
  await operator.openSection('cycle')
  await view.waitForText('Cycle 0')
})

/** Signs a step of the set-up with what is filled in, or with these values. */
async function setUp(
  call: 'update-cycle-data-before-initialized' | 'update-initialize-block',
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const step = operator.page
    .locator('.setup-steps > li')
    .filter({ hasText: op[`deploy.step.${call}`] })
  const sign = step.getByRole('button', { name: op['console.sign'], exact: true })
  // The step to do now is open; an optional one before it may be left out.
  if (await step.evaluate((item) => !item.hasAttribute('aria-current')))
    await step.locator('summary').click()
  for (const [field, value] of Object.entries(values)) await operator.view.fill(field, value)
  await sign.click()
  await operator.mineSubmitted()
  await step.getByText(op['deploy.state.done'], { exact: true }).waitFor()
}
