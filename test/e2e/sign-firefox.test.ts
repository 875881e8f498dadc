import { afterAll, expect, it } from 'vitest'
import { FirefoxSession } from '../../src/dev/browser/firefox/firefox-session.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { sharedNetwork } from '../support/shared/network.ts'

const user = userAccounts[0]!.address

let session: FirefoxSession | undefined
afterAll(() => session?.close())

it('what the wallet sent for a page that was left is followed, in Firefox', async () => {
  const network = await sharedNetwork()
  const firefox = (session = await FirefoxSession.start(Promise.resolve(network.url)))
  const { probe } = firefox
  const refresh = () => probe.sendCommand({ type: 'refresh' })
  await (await firefox.popup()).press(say['connect.wallet'])
  await firefox.approve()
  await probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
  await refresh()
  const popup = await firefox.popup()
  await popup.press(say['action.enroll'])
  await popup.press(say['enroll.submit'])
  await firefox.walletWindow()
  await firefox.firefox.closePopup()
  await firefox.leavePage()
  const left = await probe.waitUntil(({ intents }) => intents[0]?.state === 'failed', 'a failure')
  expect(left.intents[0]).toMatchObject({ failure: 'tab-closed', txid: null })
  const before = network.node.ledger.ofPrincipal(user).length
  // The wallet sends all the same, and its answer reaches nobody.
  await firefox.approve()
  await refresh()
  await probe.waitUntil(({ intents }) => intents[0]?.state === 'submitted', 'what was sent')
  await network.control.mine()
  await refresh()
  const { intents } = await probe.waitUntil(
    (state) => state.intents[0]?.state === 'confirmed',
    'a confirmed intent',
  )
  expect(intents).toHaveLength(1)
  expect(intents[0]).toMatchObject({ action: 'enroll', failure: null })
  expect(network.node.ledger.ofPrincipal(user)).toHaveLength(before + 1)
})
