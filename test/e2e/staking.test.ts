import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { Session } from '../../src/dev/browser/chromium/session.ts'
import type { View } from '../../src/dev/browser/chromium/view.ts'
import { userAccounts } from '../../src/dev/network/accounts.ts'
import { demoStakers } from '../../src/dev/network/bitcoin-staking/staking-people.ts'
import { stakingManagers } from '../../src/dev/network/bitcoin-staking/staking-setting.ts'
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

/** The wallet approves, and what it signed is on its way. */
async function approve(): Promise<void> {
  await session.wallet.approve()
  await session.probe.waitUntil(
    ({ intents }) => ['submitted', 'confirmed'].includes(intents[0]?.state ?? ''),
    'a submitted call',
  )
}

/** The network mines what was signed, and the extension shows it done. */
async function confirm(): Promise<void> {
  await network.control.mine()
  await session.refresh()
  const { intents } = await session.probe.waitUntil(
    (state) => state.intents.every(({ state: reached }) => /^(confirmed|failed)$/.test(reached)),
    'confirmed calls',
  )
  expect(intents[0]).toMatchObject({ action: 'staking', failure: null })
  await session.refresh()
}

/** The wallet approves, the network mines, and the extension shows it done. */
async function settle(): Promise<void> {
  await approve()
  await confirm()
}

const position = async () => (await session.probe.readState()).staking!.holder!.position

/** A cycle passes: each half brings income, is calculated, and the managers claim. */
async function passCycle(): Promise<void> {
  await network.control.mineBurn(100)
  await network.stakingKeeper.work()
  await network.control.mineBurn(100)
  await network.stakingKeeper.work()
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

it('compares managers, moves a stake to one, and claims all one after another', async () => {
  // All that the demo's first user has is staked: there is nothing to pay a fee with.
  const minted = { kind: 'mint', recipient: user, microStx: '10000000000' } as const
  await network.node.perform(minted)
  const popup = await session.connect(await session.openPage())
  await openStaking(popup)
  const { stake } = await position()
  if (!stake.known || stake.value === null) throw new Error('The demo has no stake of this user')
  const { microStx } = stake.value
  expect(stake.value.manager).toBe(stakingManagers.reference)

  // All managers are shown for what is staked and 5,000 STX, each once it is loaded.
  await popup.press(say['staking.managers.open'])
  await popup.fill(say['staking.managers.amount'], String(microStx / 1_000_000n + 5_000n))
  await session.probe.waitUntil(
    ({ staking }) => Object.keys(staking?.managers.read ?? {}).length === 4,
    'four managers',
  )
  await popup.waitForText(say['staking.managers.order'])
  await popup.press('max500-signer-manager')
  await popup.waitForText(say['staking.managers.claims.bounded'])
  await session.probe.waitUntil(
    ({ staking }) => staking?.records[stakingManagers.max500]?.record.claimHeights.known === true,
    'its record',
  )
  await popup.press(say['staking.managers.move'])
  await popup.press(say['staking.form.submit'])
  await settle()
  expect(await position()).toMatchObject({
    stake: { value: { microStx: microStx + 5_000_000_000n, manager: stakingManagers.max500 } },
  })

  for (let cycle = 0; cycle < 3; cycle++) await passCycle()
  for (let pass = 0; pass < 3; pass++) await session.refresh()
  const payable = async () =>
    (await session.probe.readState()).staking!.holder!.claims!.cycles.filter(({ legs }) =>
      legs.some(({ grossSats }) => grossSats > 0n),
    )
  const cycles = await payable()
  expect(cycles.length).toBeGreaterThan(1)
  const sentSoFar = async () =>
    (await session.probe.readState()).intents.filter(
      ({ txid, state }) => txid !== null && state !== 'failed',
    ).length
  const before = await sentSoFar()
  await popup.press(say['staking.action.claim'])
  // Earlier cycles are the former manager's: this profile has signed nothing with it.
  if (cycles.some(({ manager }) => manager !== stakingManagers.max500))
    await popup.press(say['staking.form.agree'])
  await popup.press(say['staking.claim.everything'].split('{')[0]!.trim())

  // A rejection stops them; the same one is asked for again when told to.
  await session.wallet.reject()
  await session.probe.waitUntil(
    ({ staking }) => staking?.claiming?.paused === 'not-signed',
    'a pause',
  )
  await popup.press(say['staking.claim.continue'])
  for (const [at] of cycles.entries()) {
    await session.wallet.approve()
    await session.probe.waitUntil(
      ({ intents }) =>
        intents.filter(({ txid, state }) => txid !== null && state !== 'failed').length ===
        before + at + 1,
      `claim ${at + 1}`,
    )
  }
  await popup.waitForText(say['staking.claim.sent'])
  await confirm()
  expect(await payable()).toEqual([])
  const { intents } = await session.probe.readState()
  const claimed = intents.flatMap(({ staking, state }) =>
    staking?.call.kind === 'claim' && state === 'confirmed' ? [staking.call.cycle] : [],
  )
  expect(claimed.toSorted()).toEqual(cycles.map(({ cycle }) => cycle).toSorted())
})
