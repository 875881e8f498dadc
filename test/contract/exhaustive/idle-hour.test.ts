import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { stakingHoldersItem } from '../../../src/app/bitcoin-staking/stored-items.ts'
import { accountsItem, refreshItem } from '../../../src/app/dual-stacking/stored-items.ts'
import {
  duskItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../src/app/hyperstaking/stored-items.ts'
import { settingsItem } from '../../../src/app/stored/shared-items.ts'
import { parseItem, storedForm, type StoredItem } from '../../../src/app/stored/stored-item.ts'
import { poolCallFor } from '../../../src/chain/dusk/calls.ts'
import { embeddedSettings } from '../../../src/dev/browser/embedded-settings.ts'
import { demoStakers } from '../../../src/dev/network/bitcoin-staking/staking-people.ts'
import { networkAccount } from '../../../src/dev/network/dusk/network-account.ts'
import { createNetwork, type Network } from '../../../src/dev/network/index.ts'
import { alarmMinutes } from '../../../src/extension/background/alarm-minutes.ts'
import { dusk } from '../../../src/protocol/hyperstaking/core/units.ts'
import { startLife } from '../../support/background/background-life.ts'
import { createFakeBrowser } from '../../support/background/fake-browser.ts'
import { findPoolDeployment, startDusk, type Dusk } from '../../support/contract/start-dusk.ts'

const MINUTE_MS = 60_000
const BLOCK_MINUTES = 10
/** Dusk's blocks take ten seconds. */
const DUSK_BLOCKS_PER_MINUTE = 6n
const { fetch: send } = globalThis

let stacks: Network
let on: Dusk
beforeAll(async () => {
  const demo = { snapshots: 2, blocksPerSnapshot: 3 }
  stacks = await createNetwork({ demo, keeper: false, blockIntervalMs: 0 })
  on = await startDusk()
})
afterAll(async () => {
  vi.useRealTimers()
  await stacks?.close()
  await on?.close()
})

/** A browser that follows an address in each programme, and what its background asks of whom. */
async function follow() {
  const { address } = demoStakers()[1]!.account
  const alice = networkAccount('alice')
  const deposit = { do: 'deposit', lux: dusk(2000n), referrer: null } as const
  await on.send(alice, poolCallFor(findPoolDeployment('Liquid'), deposit)!)
  on.network.control.mine(4n)
  const asked = { stacks: 0, dusk: 0 }
  const hosts: typeof fetch = (input, init) => {
    asked[String(input).startsWith(stacks.url) ? 'stacks' : 'dusk'] += 1
    return send(input, init)
  }
  const form = <T>(item: StoredItem<T>, value: T) => [item.key, storedForm(item, value)] as const
  const fake = createFakeBrowser(
    Object.fromEntries([
      form(settingsItem, embeddedSettings(stacks.url)),
      form(accountsItem, {
        list: [{ address, label: null, kind: 'watch' as const, walletId: null }],
        selected: address,
        since: {},
      }),
      form(duskSettingsItem, {
        ...duskSettingsItem.initial(),
        network: 'local' as const,
        base: on.network.url,
      }),
      form(duskItem, {
        ...duskItem.initial(),
        account: { address: alice, walletId: '', walletName: '', others: 0 },
      }),
    ]),
  )
  const read = <T>(item: StoredItem<T>): T => {
    const parsed = parseItem(item, fake.state.stored[item.key])
    if (!parsed.ok) throw new Error(parsed.code)
    return parsed.value
  }
  const life = await startLife(fake, hosts)
  await life.command({ type: 'staking/follow' })
  while (
    read(stakingHoldersItem)[address]?.claims?.next !== null ||
    read(refreshItem).requestsLeft
  ) {
    await life.command({ type: 'refresh' })
    await life.command({ type: 'dusk/refresh' })
    vi.setSystemTime(Date.now() + MINUTE_MS)
  }
  life.kill()
  return { asked, hosts, fake, read }
}

/** The background is stopped between its alarms, and nobody looks. */
async function playHour({ asked, hosts, fake, read }: Awaited<ReturnType<typeof follow>>) {
  const before = { ...asked }
  for (let minute = 0; minute < 60; minute += 1) {
    vi.setSystemTime(Date.now() + MINUTE_MS)
    on.network.control.mine(DUSK_BLOCKS_PER_MINUTE)
    if (minute % BLOCK_MINUTES === 0) await stacks.control.mineBurn(1)
    if (minute % alarmMinutes.later !== 0) continue
    const { finishedAt } = read(refreshItem)
    const readAt = read(duskReadingItem)?.readAt
    const life = await startLife(fake, hosts)
    life.emit('alarms', 'onAlarm', { name: 'refresh' })
    life.emit('alarms', 'onAlarm', { name: 'dusk' })
    await fake.until(() => read(refreshItem).finishedAt !== finishedAt)
    await fake.until(() => read(duskReadingItem)?.readAt !== readAt)
    await fake.until(() => read(refreshItem).startedAt === null)
    life.kill()
  }
  return { stacks: asked.stacks - before.stacks, dusk: asked.dusk - before.dusk }
}

it('an idle hour takes at most one request a minute of each network', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
  const followed = await follow()
  // The first one still reads what is kept for longer.
  await playHour(followed)
  const hours = [await playHour(followed), await playHour(followed)]
  for (const hour of hours) {
    expect(hour.stacks).toBeGreaterThan(4)
    expect(hour.stacks).toBeLessThanOrEqual(60)
    expect(hour.dusk).toBeGreaterThan(4)
    expect(hour.dusk).toBeLessThanOrEqual(60)
  }
})
