import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DuskState } from '../../../src/app/hyperstaking/dusk-state.ts'
import { FirefoxSession } from '../../../src/dev/browser/firefox/firefox-session.ts'
import { demoWallet } from '../../../src/dev/browser/firefox/firefox.ts'
import { initialWalletSettings } from '../../../src/dev/demo-wallet/settings.ts'
import { createDuskNetwork, type DuskNetwork } from '../../../src/dev/network/dusk/index.ts'
import { dusk } from '../../../src/protocol/hyperstaking/core/units.ts'
import { catalogue as say } from '../../../src/words/en/index.ts'

let network: DuskNetwork
let session: FirefoxSession

beforeAll(async () => {
  network = await createDuskNetwork({ seed: 'firefox', faultChance: 0 })
  session = await FirefoxSession.start(Promise.resolve(network.url))
  const wallet = await session.firefox.openTab(`${demoWallet.origin}/manifest.json`)
  await wallet.evaluate((settings) => chrome.storage.local.set({ settings }), {
    ...initialWalletSettings,
    shapes: ['dusk' as const],
    dusk: { account: network.people.alice, api: network.url, chainId: 0 },
  })
  await session.probe.sendCommand({
    type: 'dusk/saveSettings',
    settings: { network: 'local', base: network.url },
  })
})
afterAll(async () => {
  await session?.close()
  await network?.close()
})

const until = async (fits: (state: DuskState) => boolean, what: string): Promise<DuskState> =>
  (await session.probe.waitUntil(({ dusk: state }) => state !== undefined && fits(state), what))
    .dusk!

it('connects a Dusk wallet, calculates in the worker, and deposits, in Firefox', async () => {
  const popup = await session.popup()
  await popup.press(say['tab.hyper'])
  await popup.press(say['hyper.connect'])
  await session.approve()
  await until(({ reading }) => reading?.balance?.known === true, 'a balance')
  const again = await session.popup()
  await again.press(say['tab.hyper'])
  await again.waitForText(say['hyper.thirdParty.text'])
  await again.waitForText('90% of outcomes:')
  await again.press(say['hyper.deposit'])
  await again.fill(say['hyper.amount'], '2000')
  await again.waitForText(say['hyper.passes.exact'])
  await again.press(say['hyper.understood'])
  await again.press(say['hyper.submit'])
  await session.approve()
  await until(({ intents }) => intents[0]?.state === 'executed', 'an executed call')
  network.control.mine(4n)
  await session.probe.sendCommand({ type: 'dusk/refresh' })
  const { reading } = await until(({ intents }) => intents[0]?.state === 'final', 'a final call')
  const value = reading?.pools.find(({ name }) => name === 'Liquid')?.position?.value
  expect(value?.known && value.value > dusk(1990n)).toBe(true)
})
