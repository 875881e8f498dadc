import { Cl } from '@stacks/transactions'
import { afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { extensionId } from '../../src/dev/browser/chromium/chromium.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs } from '../../src/dev/network/demo/call-as.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { quarantineKey } from '../../src/extension/storage/item-store.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

const [rich, , poor] = userAccounts as [(typeof userAccounts)[0], unknown, (typeof userAccounts)[0]]
let network: Network
let session: Session

beforeAll(async () => {
  network = await sharedNetwork()
  session = await sharedSession(network.url)
})
beforeEach(async () => {
  await network.control.setFault(null)
  await session.reset()
})
afterEach(() => optOutUsers(network))

describe('a network in trouble: a sentence, known figures stay, and it recovers', () => {
  // What else a host may do to its clients is in live-faults.test.ts.
  it('down', async () => {
    const popup = await session.connect(await session.openPage())
    await session.refresh()
    const before = await session.probe.readState()
    await network.control.setFault({ kind: 'down' })
    await session.refresh()
    await popup.waitForText(say['problems.offline'])
    const during = await session.probe.readState()
    expect(during.accounts).toEqual(before.accounts)
    expect(during.network?.goldenRatios).toEqual(before.network?.goldenRatios)
    expect(during.readings[rich.address]?.sats).toEqual({ known: true, value: 25_000_000n })
    await network.control.setFault(null)
    await session.chromium.inBackground(() =>
      (chrome.alarms.onAlarm as unknown as { dispatch(alarm: object): void }).dispatch({
        name: 'refresh',
      }),
    )
    await popup.waitForNoText(say['problems.offline'])
  })

  it('a server of another network is not believed', async () => {
    await session.reset({ deployment: 'mainnet-v3_0_0' })
    await session.refresh()
    const popup = await session.openPopup(await session.openPage())
    await popup.waitForText(say['problems.wrong-chain'])
    const { network, refresh } = await session.probe.readState()
    expect([network, refresh.problem]).toEqual([null, 'wrong-chain'])
  })
})

it('storage that the browser cannot read: every view says what to do', async () => {
  for (const view of ['popup', 'welcome', 'console', 'statement']) {
    const page = await session.chromium.context.newPage()
    await page.addInitScript(() => {
      const refuse = () => Promise.reject(new Error('IO error: …/LOCK'))
      Object.defineProperty(chrome.storage.local, 'get', { value: refuse })
    })
    await page.goto(`chrome-extension://${extensionId}/dist/extension/${view}/${view}.html`)
    await page.getByText(say['storage.unreadable']).waitFor()
    await page.close()
  }
})

describe('wrong input is refused before a wallet opens', () => {
  const connectAs = async (account: { key: string }) => {
    await session.wallet.set({ keys: [account.key] })
    const popup = await session.connect(await session.openPage())
    await session.refresh()
    return popup
  }

  it('too little sBTC to enroll', async () => {
    const popup = await connectAs(poor)
    await popup.waitForText('You need at least 10,000 sats of sBTC to enroll')
    expect(
      await session.probe.sendCommand({ type: 'enroll', rewardAddress: null, tabId: null }),
    ).toMatchObject({ ok: false, code: 'below-minimum' })
  })

  it('blacklisted', async () => {
    await callAs(network, deployer, 'add-blacklisted', [Cl.principal(rich.address)])
    onTestFinished(() =>
      callAs(network, deployer, 'remove-blacklisted', [Cl.principal(rich.address)]),
    )
    const popup = await connectAs(rich)
    await popup.waitForText(say['status.blacklisted.why'])
    expect(
      await session.probe.sendCommand({ type: 'enroll', rewardAddress: null, tabId: null }),
    ).toEqual({ ok: false, code: 'blacklisted' })
  })

  it('an address that is invalid, mistyped, Bitcoin’s, or of another network', async () => {
    const popup = await connectAs(rich)
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.elsewhere'])
    for (const [text, problem] of [
      ['hello', 'not-a-principal'],
      [`${rich.address.slice(0, -1)}${rich.address.endsWith('C') ? 'D' : 'C'}`, 'bad-checksum'],
      ['bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'bitcoin-address'],
      ['SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7', 'wrong-network'],
    ] as const) {
      await popup.fill(say['address.reward'], text)
      await popup.waitForText(say[`address.${problem}`])
      const answer = await session.probe.sendCommand({
        type: 'enroll',
        rewardAddress: text,
        tabId: null,
      })
      expect(answer).toEqual({
        ok: false,
        code: problem === 'wrong-network' ? 'other-network' : 'not-a-principal',
      })
    }
    expect((await session.probe.readState()).intents).toEqual([])
  })

  it('enrolled already, and not enrolled', async () => {
    await connectAs(rich)
    expect(await session.probe.sendCommand({ type: 'optOut', tabId: null })).toEqual({
      ok: false,
      code: 'not-enrolled',
    })
    expect(
      await session.probe.sendCommand({
        type: 'changeRewardAddress',
        rewardAddress: poor.address,
        tabId: null,
      }),
    ).toEqual({ ok: false, code: 'not-enrolled' })
    await callAs(network, rich, 'enroll', [Cl.none()])
    await session.refresh()
    expect(
      await session.probe.sendCommand({ type: 'enroll', rewardAddress: null, tabId: null }),
    ).toEqual({ ok: false, code: 'already-enrolled' })
    expect(
      await session.probe.sendCommand({
        type: 'changeRewardAddress',
        rewardAddress: rich.address,
        tabId: null,
      }),
    ).toEqual({ ok: false, code: 'same-reward-address' })
    expect(
      await session.probe.sendCommand({
        type: 'changeRewardAddress',
        rewardAddress: network.contracts.dualStacking,
        tabId: null,
      }),
    ).toEqual({ ok: false, code: 'own-contract' })
  })

  it('enrolled elsewhere in the meantime: the contract’s own error', async () => {
    const popup = await connectAs(rich)
    await popup.press(say['action.enroll'])
    await popup.press(say['enroll.submit'])
    await callAs(network, rich, 'enroll', [Cl.none()])
    await session.wallet.approve()
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === 'submitted',
      'a submitted intent',
    )
    await network.control.mine()
    await session.refresh()
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents[0]?.state === 'aborted',
      'an aborted intent',
    )
    expect(intents[0]).toMatchObject({ contractError: 101 })
    await popup.waitForText(say['contract.101'])
    expect(
      await session.probe.sendCommand({ type: 'retry', intentId: intents[0]!.id, tabId: null }),
    ).toEqual({ ok: false, code: 'already-enrolled' })
  })
})

it('a custom contract is checked, read, and removed', async () => {
  const input = {
    label: 'Mine',
    network: 'devnet' as const,
    contract: network.contracts.dualStacking,
    apiBases: [network.url],
  }
  expect(
    await session.probe.sendCommand({
      type: 'addDeployment',
      input: { ...input, contract: 'nonsense' },
    }),
  ).toEqual({ ok: false, code: 'bad-settings', values: { problem: 'bad-contract' } })
  expect(
    await session.probe.sendCommand({
      type: 'addDeployment',
      input: { ...input, apiBases: ['http://example.org'] },
    }),
  ).toMatchObject({ values: { problem: 'insecure-url' } })
  expect(await session.probe.sendCommand({ type: 'addDeployment', input })).toEqual({ ok: true })
  const { customDeployments, settings } = await session.probe.readState()
  const { id } = customDeployments![0]!
  expect(
    await session.probe.sendCommand({
      type: 'saveSettings',
      settings: { ...settings, apiBases: [], deployment: id },
    }),
  ).toEqual({ ok: true })
  await session.refresh()
  expect((await session.probe.readState()).network).toMatchObject({
    deployment: id,
    family: 'v1',
    writable: { ok: true },
  })
  expect(await session.probe.sendCommand({ type: 'removeDeployment', id })).toEqual({ ok: true })
  expect(await session.probe.readState()).toMatchObject({
    customDeployments: [],
    settings: { deployment: 'embedded-live' },
    network: null,
  })
})

it('damaged storage: set aside with a sentence, and everything else works', async () => {
  await session.connect(await session.openPage())
  await session.refresh()
  await session.chromium.closePopup()
  await session.probe.set({ journal: { v: 1, d: 'damaged' }, network: 5 })
  await session.chromium.killBackground()
  const popup = await session.openPopup(await session.openPage())
  await popup.waitForText(say['storage.corrupt'])
  const raw = await session.probe.readRaw()
  const [problem] = (await session.probe.readState()).storageProblems!
  expect(raw[quarantineKey(problem!.item, problem!.at)]).toBeDefined()
  await session.refresh()
  const { accounts, network: reading } = await session.probe.readState()
  expect(accounts).toHaveLength(1)
  expect(reading?.deployment).toBe('embedded-live')
})
