import { broadcastTransaction, Cl, makeContractCall } from '@stacks/transactions'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { callAs } from '../../src/dev/network/demo/call-as.ts'
import { createFamilies } from '../../src/dev/network/families/families.ts'
import type { Network } from '../../src/dev/network/index.ts'
import type { StacksIntent } from '../../src/wallet/stacks/stacks-intent.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { optOutUsers } from '../support/opt-out-users.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// What becomes of a transaction after the wallet has sent it, whatever it has sent.

const [user] = userAccounts as [(typeof userAccounts)[0]]
let network: Network
let session: Session
let popup: View

beforeAll(async () => {
  // Beside it are contracts of the other families, which its epoch takes.
  network = await sharedNetwork('v1')
  await createFamilies(network.node)
  session = await sharedSession(network.url)
})
beforeEach(() => session.reset({ deployment: 'embedded-v1' }))
afterEach(() => optOutUsers(network))

const newest = async (state: StacksIntent['state']): Promise<StacksIntent> =>
  (
    await session.probe.waitUntil(
      ({ intents }) => intents[0]?.state === state,
      `an intent that is ${state}`,
    )
  ).intents[0]!

async function enroll(): Promise<void> {
  popup = await session.connect(await session.openPage())
  await session.refresh()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
}

async function sent(): Promise<StacksIntent> {
  await enroll()
  await session.wallet.approve()
  return newest('submitted')
}

describe('a transaction that differs from the request is refused, and followed to its end', () => {
  it.each([
    ['another contract', { behaviour: 'other-contract' }, 'result-mismatch'],
    [
      'another contract, its id alone',
      { behaviour: 'other-contract', bareId: true },
      'result-mismatch',
    ],
    [
      'another function, its id alone',
      { behaviour: 'other-function', bareId: true },
      'result-mismatch',
    ],
    [
      'another argument, its id alone',
      { behaviour: 'other-argument', bareId: true },
      'result-mismatch',
    ],
  ] as const)('%s', async (_, wallet, failure) => {
    await enroll()
    await session.wallet.set(wallet)
    await session.wallet.approve()
    await popup.waitForText(say[`signing.${failure}`])
    const refused = await newest('refused')
    expect(refused).toMatchObject({
      failure,
      broadcast: 'pending',
      txid: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    })
    await popup.waitForText(say['activity.broadcast.pending'])
    await network.control.mine()
    await session.refresh()
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents[0]?.broadcast !== 'pending',
      'an outcome',
    )
    const { status } = network.node.ledger.transaction(refused.txid!)!
    expect(intents[0]).toMatchObject({
      state: 'refused',
      failure,
      txid: refused.txid,
      broadcast: status === 'success' ? 'confirmed' : 'aborted',
    })
    await popup.waitForText(
      say[`activity.broadcast.${status === 'success' ? 'confirmed' : 'aborted'}`],
    )
    if (wallet.behaviour === 'other-contract')
      await callAs(
        {
          ...network,
          contracts: {
            ...network.contracts,
            dualStacking: network.contracts.dualStacking.replace('v1', 'v2'),
          },
        },
        user,
        'opt-out',
        [],
      )
  })
})

it('another sender, its id alone: what was carried out for whom is said', async () => {
  await enroll()
  await session.wallet.set({ behaviour: 'other-account', bareId: true })
  await session.wallet.approve()
  await popup.waitForText(say['activity.other-account.pending'])
  const { request, answeredBy } = await newest('refused')
  expect(answeredBy).not.toBe(request.account)
  await network.control.mine()
  await session.refresh()
  await popup.waitForText(say['activity.other-account.enroll'])
})

it('dropped by the network: reported, and sent again from there', async () => {
  const { txid } = await sent()
  network.control.drop(txid!.slice(2))
  await session.refresh()
  await newest('dropped')
  await popup.waitForText(say['activity.dropped.too-old'])
  await popup.press(say['activity.retry'])
  await session.wallet.approve()
  await newest('submitted')
  await network.control.mine()
  await session.refresh()
  expect(await newest('confirmed')).toMatchObject({ failure: null })
})

it('replaced by another one with its nonce: reported', async () => {
  const { nonce } = await sent()
  const [contractAddress = '', contractName = ''] = network.contracts.dualStacking.split('.')
  const client = { baseUrl: network.url }
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'enroll',
    functionArgs: [Cl.some(Cl.principal(userAccounts[1]!.address))],
    senderKey: user.key,
    network: 'testnet',
    client,
    fee: 9000,
    nonce: nonce!,
  })
  expect(await broadcastTransaction({ transaction, network: 'testnet', client })).toHaveProperty(
    'txid',
  )
  await session.refresh()
  await newest('replaced')
  await popup.waitForText(say['activity.replaced.text'])
})

it('its effect is read within the same block, also after a failed first reading', async () => {
  await sent()
  await network.control.mine()
  await network.control.setFault({ kind: 'error', paths: '/v2/' })
  await session.refresh()
  await newest('confirmed')
  const enrolled = async () =>
    (await session.probe.readState()).readings[user.address]?.enrolledNextCycle
  expect(await enrolled()).toEqual({ known: true, value: false })
  await network.control.setFault(null)
  await session.probe.sendCommand({ type: 'opened', tabId: null })
  await session.probe.waitUntil(
    ({ readings }) =>
      JSON.stringify(readings[user.address]?.enrolledNextCycle) ===
      JSON.stringify({ known: true, value: true }),
    'the enrollment',
  )
})

it('followed through a browser restart and a change of the selected contract', async () => {
  const { id } = await sent()
  await session.restart()
  const { settings } = await session.probe.readState()
  expect(
    await session.probe.sendCommand({
      type: 'saveSettings',
      settings: { ...settings, deployment: 'embedded-v3' },
    }),
  ).toEqual({ ok: true })
  await network.control.mine()
  await session.refresh()
  expect(await newest('confirmed')).toMatchObject({ id, request: { deployment: 'embedded-v1' } })
})
