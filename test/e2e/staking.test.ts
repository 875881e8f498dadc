import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { demoStakers } from '../../src/dev/network/bitcoin-staking/staking-people.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { createFormat } from '../../src/words/format/format.ts'

const [user] = userAccounts.map(({ address }) => address) as [string]
const format = createFormat('en', 'sats')

let network: Network
let session: Session

beforeAll(async () => {
  network = await createNetwork({ demo: true, keeper: false, blockIntervalMs: 0 })
  session = await Session.start({ api: network.url })
})
afterEach(async () => session?.startOver(network.url))
afterAll(async () => {
  await session?.close()
  await network?.close()
})

/** Opens the tab, and reads until every cycle of the selected address is known. */
async function openStaking(popup: View): Promise<void> {
  await popup.press(say['tab.staking'])
  await session.probe.waitUntil(({ staking }) => staking?.settings.isFollowed === true, 'the tab')
  for (let pass = 0; pass < 3; pass++) await session.refresh()
  await session.probe.waitUntil(({ staking }) => staking?.holder?.claims?.next === null, 'claims')
}

it('shows a holder what can be claimed now, to the satoshi, and the position', async () => {
  const { address } = demoStakers()[1]!.account
  const popup = await session.connect(await session.openPage())
  await session.probe.sendCommand({ type: 'watch', address })
  await openStaking(popup)
  const { staking } = await session.probe.readState()
  expect(staking?.holder?.position).toMatchObject({
    address,
    stake: { value: { microStx: 60_000_000_000n, cycles: 12n } },
  })
  const ready = staking!.holder!.claims!.cycles.flatMap(({ legs }) =>
    legs.map(({ netSats }) => (netSats.known ? netSats.value : 0n)),
  )
  const sats = ready.reduce((sum, each) => sum + each, 0n)
  expect(sats).toBeGreaterThan(0n)
  await popup.waitForText(format.sats(sats))
  await popup.waitForText(say['staking.hero.claimable'])
  await popup.waitForText('60,000 STX')
})

it('tells a newcomer with STX and sBTC what can be done, and what earns nothing', async () => {
  const popup = await session.connect(await session.openPage())
  await openStaking(popup)
  const { staking } = await session.probe.readState()
  expect(staking?.holder?.position).toMatchObject({ address: user, bondPart: { value: null } })
  expect(staking?.income).toMatchObject({ known: true })
  expect(staking?.managers.registered).toHaveLength(4)
  await popup.waitForText(say['staking.income'])
})
