import { deserializeTransaction, getAddressFromPrivateKey } from '@stacks/transactions'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findDeployment } from '../../src/chain/stacks/deployments.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import {
  renderPartnerPage,
  servePartnerSite,
  type PartnerSite,
} from '../../src/dev/browser/partner-site.ts'
import { openWatchedPage, readPart, waitForPart } from '../../src/dev/browser/plain-browser.ts'
import { makeSnapshot } from '../../src/dev/cli/snapshot/make.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { createFamilies } from '../../src/dev/network/families/families.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { dualStackingWidget } from '../../src/words/en/dual-stacking-widget.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { startMainnetHost, type MainnetHost } from '../support/mainnet-host.ts'
import { sharedBrowser } from '../support/shared/browser.ts'
import { sharedNetwork } from '../support/shared/network.ts'
import { sharedSession } from '../support/shared/session.ts'

// The built-in row of mainnet, read from a host that has it: its programme has ended.

const row = findDeployment('mainnet-v3_0_0')!
const [user] = userAccounts as [(typeof userAccounts)[0]]
const address = getAddressFromPrivateKey(user.key, 'mainnet')
let network: Network
let host: MainnetHost
let session: Session
let site: PartnerSite

beforeAll(async () => {
  network = await sharedNetwork('v1')
  const families = await createFamilies(network.node)
  await families.v3.enroll(user)
  await families.v3.pay([{ address: user.address, sats: 4_321n }])
  host = await startMainnetHost(network.url, [{ mainnet: address, embedded: user.address }])
  ;[session, site] = await Promise.all([sharedSession(host.url), servePartnerSite()])
})
afterAll(() => Promise.all([host?.close(), site?.close()]))

it('the popup promises nothing, lists what was paid, and lets a holder leave', async () => {
  await session.reset({ deployment: row.id })
  await session.wallet.set({ network: 'mainnet' })
  const popup = await session.openPopup(await session.openPage())
  await popup.press(say['tab.dual'])
  await popup.waitForText(say['life.ended.newcomer'])
  expect(await popup.readText()).not.toMatch(/×|What if/)
  await popup.press(say['connect.wallet'])
  await session.wallet.approve()
  await session.probe.waitUntil(({ accounts }) => accounts.length > 0, 'an account')
  await session.refresh()
  await session.refresh()
  const { network: reading, readings } = await session.probe.readState()
  expect(reading).toMatchObject({
    deployment: row.id,
    life: 'ended',
    writable: { ok: false, reason: 'ended' },
  })
  expect(readings[address]).toMatchObject({ enrolledNextCycle: { value: true } })

  await popup.press(say['tab.dual'])
  await popup.waitForText(say['life.ended.title'])
  await popup.waitForText('You received 4,321 sats in 1 payment.')
  const shown = await popup.readText()
  expect(shown).not.toMatch(/×|next payment|What if|Not enrolled|late/)
  expect(shown).not.toContain(say['action.enroll'])
  expect(shown).not.toContain(say['action.change-reward-address'])
  for (const command of [
    { type: 'enroll', rewardAddress: null, tabId: null },
    { type: 'changeRewardAddress', rewardAddress: row.contract.split('.')[0]!, tabId: null },
  ] as const)
    expect(await session.probe.sendCommand(command)).toMatchObject({ ok: false })
  expect((await session.probe.readState()).intents).toEqual([])

  await popup.press(say['action.opt-out'])
  await popup.press(say['optOut.submit'])
  await session.wallet.approveCall()
  const { intents } = await session.probe.waitUntil(
    (state) => state.intents[0]?.state === 'submitted',
    'the opt-out to be submitted',
  )
  expect(intents).toMatchObject([{ action: 'opt-out', request: { contract: row.contract } }])
  expect(host.sent.map(({ txid }) => `0x${txid}`)).toEqual([intents[0]!.txid])
  expect(deserializeTransaction(host.sent[0]!.hex).chainId).toBe(1)
})

it('the widget says so without any request, shows no figures, and none after reading', async () => {
  const browser = await sharedBrowser()
  const open = async (path: string, attributes: string) => {
    site.pages.set(
      path,
      renderPartnerPage(
        `<dual-stacking-boost sbtc="0.1152" stx="5103" golden-ratio="191000" ${attributes}></dual-stacking-boost>`,
      ),
    )
    return openWatchedPage(browser, site.url + path)
  }
  const plain = await open('/', '')
  await waitForPart(plain.page, 'source', dualStackingWidget.ended)
  expect(await readPart(plain.page, 'boost')).toBe('—')
  expect(await plain.page.getByText(dualStackingWidget.load).isVisible()).toBe(false)
  expect(plain.requests).toEqual([`${site.url}/widget/boost.js`])
  await plain.page.close()

  const read = await open('/read', `api-url="${host.url}" address="${address}"`)
  await waitForPart(read.page, 'source', 'as of')
  expect(await readPart(read.page, 'source')).toContain(dualStackingWidget.ended)
  expect(await readPart(read.page, 'boost')).toBe('—')
  await read.page.close()

  const elsewhere = await open('/elsewhere', 'network="testnet"')
  await waitForPart(elsewhere.page, 'boost', '5.33')
  await elsewhere.page.close()
})

it('a snapshot of it can be made, and says so', async () => {
  const { json } = await makeSnapshot({ ...row, apiBases: [host.url] })
  expect(JSON.parse(json)).toMatchObject({
    deployment: row.id,
    life: 'ended',
    cycle: { id: 20, nextStartHeight: 966_250 },
  })
})
