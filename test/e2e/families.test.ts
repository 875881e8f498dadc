import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findDeployment } from '../../src/chain/stacks/deployments.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { faults, startFaultProxy, type FaultProxy } from '../../src/dev/faults/fault-proxy.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { demoParticipants } from '../../src/dev/network/demo/people.ts'
import { createFamilies, type Families } from '../../src/dev/network/families/families.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// The same holder, popup and steps with a contract of each family.

const [user] = userAccounts as [(typeof userAccounts)[0]]
let network: Network
let families: Families
let proxy: FaultProxy
let session: Session
let popup: View

beforeAll(async () => {
  network = await sharedNetwork('v1')
  families = await createFamilies(network.node)
  await families.v2.open([{ account: demoParticipants()[0]!.account, defiSats: 5_000_000n }])
  // A cycle of the second family is over, so that it has a golden ratio.
  await families.v2.runTo('advance-to-next-cycle')
  await network.control.runTo('advance-to-next-cycle')
  proxy = await startFaultProxy(network.url)
  session = await sharedSession(proxy.url)
})
afterAll(() => proxy?.close())
afterEach(() => proxy.play(undefined))

interface Family {
  name: 'v1' | 'v2' | 'v3'
  deployment: string
  /** What the popup says of an address that never enrolled, and under the boost. */
  pill: string
  rules: string
  /** Everything of the first reading that is unknown, with its reason. */
  unknown: Record<string, string>
  /** The chain pays the user. */
  pay(): Promise<void>
  /** Cycle of the payment; null: the chain does not say. */
  paidCycle: number | null
}

const rules = (version: string) => say['assumption.rules'].replace('{version}', version)
const notOffered = { cycle: 'not-offered', totalWeights: 'not-offered', minimumSats: 'not-offered' }
const table: Family[] = [
  {
    name: 'v1',
    deployment: 'embedded-v1',
    pill: say['status.pill.not'],
    rules: rules('v1'),
    unknown: {},
    paidCycle: 2,
    pay: async () => {
      await network.control.runTo('advance-to-next-cycle')
      await network.control.runTo('distribute-rewards')
    },
  },
  {
    name: 'v2',
    deployment: 'embedded-v2',
    pill: say['status.pill.not'],
    rules: rules('v2'),
    unknown: {},
    paidCycle: 2,
    pay: async () => {
      await families.v2.runTo('advance-to-next-cycle')
      await families.v2.include({ account: user, defiSats: 4_000_000n })
      await families.v2.runTo('distribute-rewards')
    },
  },
  {
    name: 'v3',
    deployment: 'embedded-v3',
    pill: say['status.pill.unknown'],
    rules: say['hero.estimate'],
    paidCycle: null,
    unknown: {
      ...notOffered,
      enrolledThisCycle: 'not-offered',
      enrolledNextCycle: 'not-offered',
      rewardAddress: 'not-offered',
      blacklisted: 'not-offered',
      holding: 'not-offered',
    },
    pay: () => families.v3.pay([{ address: user.address, sats: 4_321n }]).then(() => undefined),
  },
]

const unknowns = (...readings: (object | null | undefined)[]): Record<string, string> =>
  Object.fromEntries(
    readings.flatMap((reading) =>
      Object.entries(reading ?? {}).flatMap(
        ([name, value]: [string, { known?: boolean; reason?: string } | null]) =>
          typeof value === 'object' && value?.known === false ? [[name, value.reason!]] : [],
      ),
    ),
  )

/** The wallet approves, a block comes, and the extension shows the call as confirmed. */
async function confirm(action: string, contract: string): Promise<void> {
  await session.wallet.approve()
  const submitted = await session.probe.waitUntil(
    ({ intents }) => intents[0]?.state === 'submitted',
    `${action} to be submitted`,
  )
  await network.control.mine()
  await session.refresh()
  const { intents } = await session.probe.waitUntil(
    (state) => state.intents[0]?.state === 'confirmed',
    `${action} to be confirmed`,
  )
  expect(intents[0]).toMatchObject({
    id: submitted.intents[0]!.id,
    action,
    request: { contract, postConditionMode: 'deny', postConditions: [] },
    feeMicroStx: expect.stringMatching(/^300\d$/),
    nonce: expect.any(Number),
  })
}

const readAccount = async () => (await session.probe.readState()).readings[user.address]

/** Shows what the contract offers, by its own rules, and why the rest is unknown. */
async function showReading({ name, deployment, pill, rules: ownRules, unknown }: Family) {
  const { network: reading, readings } = await session.probe.waitUntil(
    (state) => state.readings[user.address]?.sats.known === true,
    'a reading',
  )
  expect(reading).toMatchObject({
    deployment,
    family: name,
    writable: { ok: true },
    multiplier: { value: 9n },
    goldenRatios: { known: true },
  })
  expect(readings[user.address]).toMatchObject({
    sats: { known: true },
    lockedMicroStx: { value: 60_000_000_000n },
    balanceMicroStx: { known: true },
  })
  expect(unknowns(reading, readings[user.address])).toEqual(unknown)
  await popup.waitForText(pill)
  if (name === 'v3') await popup.waitForText(ownRules)
  await popup.press(say[name === 'v3' ? 'hero.why' : 'hero.whyMaybe'])
  await popup.waitForText(name === 'v3' ? say['assumption.estimate-by-v2-rules'] : ownRules)
  if (Object.keys(unknown).length === 0) return
  // One that stands in a list is called after its figure.
  await popup.press(say['unknown.label'].slice(1))
  await popup.waitForText(say['unknown.not-offered'])
}

async function enroll(contract: string) {
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await confirm('enroll', contract)
  await popup.waitForText(say['status.pill.enrolled'])
  await popup.waitForText('Fee 0.003')
  expect(await readAccount()).toMatchObject({
    enrolledNextCycle: { value: true },
    rewardAddress: { value: user.address },
  })
}

/** The payment is listed and announced once. */
async function seePayment({ name, deployment, pay, paidCycle }: Family) {
  await pay()
  await network.control.mineBurn(1)
  await session.refresh()
  await session.refresh()
  const { rewards } = await session.probe.waitUntil(
    (state) => state.rewards.some((reward) => reward.deployment === deployment),
    'a reward',
  )
  const paid = rewards.filter((reward) => reward.deployment === deployment)
  expect(paid).toMatchObject([
    {
      cycle: paidCycle === null ? { known: false } : { value: paidCycle },
      enrolledAddress: user.address,
      rewardAddress: user.address,
    },
  ])
  const { sats, key } = paid[0]!
  expect(await session.probe.notifications()).toContain(key)
  await popup.press(say['tab.rewards'])
  await popup.waitForText(`${sats.toLocaleString('en')} sats`)
  await popup.press(say['tab.dual'])
  if (name === 'v2')
    expect((await readAccount())?.holding).toMatchObject({
      value: { defiSats: 8_000_000n, rewardSats: sats },
    })
}

async function optOut(contract: string) {
  await popup.press(say['action.opt-out'])
  await popup.press(say['optOut.submit'])
  await confirm('opt-out', contract)
  expect(await readAccount()).toMatchObject({ enrolledNextCycle: { value: false } })
}

it.each(table)(
  '$name: shows its reading, enrolls, announces the payment once and opts out',
  async (family) => {
    await session.reset({ deployment: family.deployment })
    popup = await session.connect(await session.openPage())
    await session.refresh()
    const { contract } = findDeployment(family.deployment)!
    await showReading(family)
    await enroll(contract)
    await seePayment(family)
    await optOut(contract)
  },
)

it('a contract that needs at-block, without it: no enrollment, and says why', async () => {
  // A cycle in which nothing of the user is captured: only a read that needs at-block could say
  // whether they take part.
  await families.v2.runTo('advance-to-next-cycle')
  proxy.play(faults.withoutAtBlock())
  await session.reset({ deployment: 'embedded-v2' })
  popup = await session.connect(await session.openPage())
  await session.refresh()
  await session.refresh()

  await popup.waitForText(say['status.pill.not'])
  await popup.waitForText(say['whatIf.title'])
  await popup.press(say['hero.whyMaybe'])
  await popup.waitForText(rules('v2'))
  const { network: reading, readings } = await session.probe.readState()
  expect(unknowns(reading)).toEqual({})
  expect(Object.values(unknowns(readings[user.address]))).toEqual(
    expect.arrayContaining(['at-block-unavailable']),
  )

  await popup.waitForText(say['writable.inactive-network'])
  expect(
    await session.probe.sendCommand({ type: 'enroll', rewardAddress: null, tabId: null }),
  ).toEqual({ ok: false, code: 'not-writable' })
  expect((await session.probe.readState()).intents).toEqual([])
})

describe('a contract that must not be written to', () => {
  it.each([
    ['superseded', { ...findDeployment('embedded-v1')!, supersededBy: 'embedded-v2' }, undefined],
    ['no-user-calls', findDeployment('embedded-v1')!, faults.without(['enroll'])],
  ] as const)(
    '%s: still read, and refused for writing with a sentence',
    async (reason, row, fault) => {
      proxy.play(fault)
      await session.reset()
      await session.probe.set({
        deployments: {
          v: 1,
          d: [{ ...row, id: 'custom-devnet-own', custom: true, apiBases: [proxy.url] }],
        },
      })
      await session.chromium.killBackground()
      const { settings } = await session.probe.readState()
      expect(
        await session.probe.sendCommand({
          type: 'saveSettings',
          settings: { ...settings, deployment: 'custom-devnet-own' },
        }),
      ).toEqual({ ok: true })
      popup = await session.connect(await session.openPage())
      await session.refresh()
      await popup.waitForText(say[`writable.${reason}`])
      expect(await popup.readText()).not.toContain(say['action.opt-out'])
      expect(
        await session.probe.sendCommand({ type: 'enroll', rewardAddress: null, tabId: null }),
      ).toEqual({ ok: false, code: 'not-writable' })
      expect((await session.probe.readState()).readings[user.address]).toMatchObject({
        enrolledNextCycle: { known: true },
      })
    },
  )
})
