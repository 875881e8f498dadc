import { expect, it } from 'vitest'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { ME, OTHER, stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const MAINNET = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const BITCOIN = 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq'

async function connect(...addresses: string[]) {
  const fake = createFakeBrowser(stacksScenario.stored())
  const tabId = fake.openTab('https://page.example')
  const life = await startLife(fake)
  await life.command({ type: 'connect', walletId: null, tabId })
  const [job] = fake.pageIn(tabId).jobs
  await life.answer(tabId, job!, { result: 'connected', addresses })
  return { fake, life, connection: () => stacksScenario.connection(fake) }
}

it('one address of the network, among others, is kept at once', async () => {
  const { fake, connection } = await connect(BITCOIN, MAINNET, OTHER, OTHER)
  expect(connection()).toBeNull()
  expect(stacksScenario.accounts(fake)).toEqual([ME, OTHER])
})

it('of several addresses the user chooses one that the wallet gave', async () => {
  const { fake, life, connection } = await connect(OTHER, ME)
  expect(connection()).toMatchObject({ stage: 'choose-account', addresses: [OTHER, ME] })
  expect(await life.command({ type: 'chooseAccount', address: MAINNET })).toEqual({
    ok: false,
    code: 'no-account',
  })
  expect(await life.command({ type: 'chooseAccount', address: OTHER })).toEqual({ ok: true })
  expect(connection()).toBeNull()
  expect(stacksScenario.accounts(fake)).toEqual([ME, OTHER])
})

it('a closed tab does not take away addresses that were given', async () => {
  const { fake, life, connection } = await connect(OTHER, ME)
  life.closeTab(1)
  await life.fromPage(1, { type: 'relay/gone', id: 'x', nonce: 'x' })
  expect(connection()).toMatchObject({ stage: 'choose-account' })
  expect(fake.state.tabs.size).toBe(0)
})

it('addresses of another network alone are said to be that', async () => {
  const { connection } = await connect(BITCOIN, MAINNET)
  expect(connection()).toMatchObject({ stage: 'failed', failure: 'wrong-network' })
})
