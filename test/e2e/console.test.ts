import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { measureScrollFrames } from '../../src/dev/browser/chromium/measure-work.ts'
import { openConsole } from '../../src/dev/browser/chromium/open-console.ts'
import { plantRecords } from '../../src/dev/browser/chromium/plant-records.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { startFaultProxy } from '../../src/dev/faults/fault-proxy.ts'
import { crowdAddresses, enrollCrowd } from '../../src/dev/network/demo/crowd.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { operator as op } from '../../src/words/en/operator.ts'
import { shortAddress } from '../../src/words/format/address.ts'
import { ConsoleUser } from '../support/console-user.ts'
import { onQuietMachine } from '../support/on-quiet-machine.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

const PARTICIPANTS = 2000
const [victim] = crowdAddresses(1) as [string]
let network: Network
let session: Session

beforeEach(async () => {
  network = await sharedNetwork()
  await enrollCrowd(network, crowdAddresses(PARTICIPANTS - 10))
  await network.control.runTo('advance-to-next-cycle')
  session = await sharedSession(network.url)
})

it('an operator runs a cycle of 2,000 participants by hand, and audits it', async () => {
  const operator = new ConsoleUser(session, network)
  await operator.connect()
  await operator.open()
  await showsFirstStep(operator.view)
  await signFirstBatchOnSigningPage(operator)
  await reopenInTheMiddle(operator)
  await runWholeCycle(operator)
  await findParticipant(operator)
  await auditCycle(operator)
  await auditWrongPayment(operator)
})

async function showsFirstStep(view: View): Promise<void> {
  await view.waitForText('Cycle 1')
  await view.waitForText('Capture the balances: batch 1 of 3')
  await view.waitForText(op['console.facts.none'])
}

/**
 * Where the wallet is not in any page yet, the signing page opens and its toolbar button grants
 * access.
 */
async function signFirstBatchOnSigningPage(operator: ConsoleUser): Promise<void> {
  const opened = session.chromium.context.waitForEvent('page')
  await operator.view.press('Sign batch 1')
  const signing = await opened
  await signing.getByRole('heading', { level: 1 }).waitFor()
  await session.openPopup(signing)
  await session.probe.waitUntil(
    ({ intents }) => intents[0]?.state === 'submitted',
    'a call that was sent',
  )
  await session.chromium.closePopup()
  await operator.page.bringToFront()
  await operator.mine()
  await operator.view.waitForText('batch 2 of 3')
}

/** The console is closed while a batch is under way, and continues where the chain is. */
async function reopenInTheMiddle(operator: ConsoleUser): Promise<void> {
  await operator.nextStep()
  expect(await operator.signNext()).toBe('capture-snapshot-balances')
  await operator.page.close()
  await network.control.mine()
  await operator.open()
  await session.refresh()
  await operator.view.waitForText('batch 3 of 3')
  await operator.view.waitForText('1,360 of 2,000 done.')
}

async function runWholeCycle(operator: ConsoleUser): Promise<void> {
  const called = [
    ...(await operator.runTo('finalize-snapshots')),
    ...(await operator.runTo('advance-to-next-cycle')),
  ]
  const batches = (name: string) => called.filter((each) => each === name).length
  expect(
    [
      'capture-snapshot-balances',
      'tally-participant-ratios',
      'calculate-participant-weights',
      'distribute-rewards',
    ].map(batches),
  ).toEqual([4, 3, 3, 3])
  await operator.view.waitForText('Cycle 2')
}

async function findParticipant({ view, openSection }: ConsoleUser): Promise<void> {
  await openSection('participants')
  await view.waitForText('2,000 participants')
  await view.fill(op['participant.search'], victim.slice(3, 30))
  await view.waitForText('1 participant')
}

async function auditCycle({ view, openSection }: ConsoleUser): Promise<void> {
  await openSection('audit')
  await view.fill(op['audit.cycle'], '1')
  await view.press(op['audit.run'])
  await view.waitForText(op['audit.verdict.exact'])
  await view.waitForText('Cycle 1: 2,000 participants')
}

/** A host whose answer is one satoshi off for one participant. */
async function auditWrongPayment({ page, view }: ConsoleUser): Promise<void> {
  const proxy = await startFaultProxy(network.url)
  onTestFinished(proxy.close)
  let changed = 0
  const addSat = (_name: string, value: unknown) => {
    if (!isPaymentTo(victim, value)) return value
    changed += 1
    return { ...value, amount: String(BigInt(value.amount) + 1n) }
  }
  proxy.play((exchange) =>
    exchange.text.includes(victim)
      ? { ...exchange, text: JSON.stringify(JSON.parse(exchange.text, addSat)) }
      : exchange,
  )
  const { settings } = await session.probe.readState()
  await session.probe.sendCommand({
    type: 'saveSettings',
    settings: { ...settings, apiBases: [proxy.url] },
  })
  await page.reload()
  await view.waitForText('Cycle 2')
  await view.fill(op['audit.cycle'], '1')
  await view.press(op['audit.run'])
  await view.waitForText('Cycle 1: 2,000 participants')
  expect(changed).toBeGreaterThan(0)
  await view.waitForText('difference')
  await view.waitForText(shortAddress(victim))
}

/** A transfer of a token, in either form of the API. */
const isPaymentTo = (address: string, value: unknown): value is { amount: string } =>
  typeof value === 'object' &&
  value !== null &&
  'recipient' in value &&
  value.recipient === address &&
  'amount' in value

onQuietMachine('100,000 participants scroll without a frame over 50 ms', async () => {
  const { page, view } = await openConsole(session.chromium, 'participants')
  await view.waitForText('2,000 participants')
  await page.evaluate(plantRecords, { count: 100_000, cycle: 1 })
  await page.reload()
  await view.waitForText('102,000 participants')
  await page.locator('.table-body [role=row]').first().waitFor()
  const frames = await measureScrollFrames(page)
  const mean = frames.reduce((sum, each) => sum + each) / frames.length
  console.log(`Longest frame ${Math.max(...frames).toFixed(1)} ms, mean ${mean.toFixed(1)} ms`)
  expect(Math.max(...frames)).toBeLessThan(50)
  expect(await page.locator('[role=row]').count()).toBeLessThan(80)
})
