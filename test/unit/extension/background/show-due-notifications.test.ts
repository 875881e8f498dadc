import { describe, expect, it } from 'vitest'
import { ledgerItem, refreshItem } from '../../../../src/app/dual-stacking/stored-items.ts'
import { initialSettings } from '../../../../src/app/settings.ts'
import { faultLogItem, settingsItem, unreadItem } from '../../../../src/app/stored/shared-items.ts'
import { parseItem, storedForm } from '../../../../src/app/stored/stored-item.ts'
import { known } from '../../../../src/chain/known.ts'
import { startLife } from '../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../support/background/fake-browser.ts'
import { embedded, ME } from '../../../support/background/signing-scenarios.ts'

const payment = (key: string) => ({
  key,
  deployment: embedded.id,
  cycle: known(6),
  sats: 11_902n,
  enrolledAddress: ME,
  rewardAddress: ME,
  txid: '0xab',
  eventIndex: 0,
  burnHeight: known(900),
  blockTime: known(1_780_000_000),
})
type State = 'due' | 'shown' | 'past'

type QuietHours = { from: number; to: number } | null

function createWithLedger(states: Record<string, State>, quietHours: QuietHours = null) {
  const settings = initialSettings()
  return createFakeBrowser({
    settings: storedForm(settingsItem, {
      ...settings,
      deployment: embedded.id,
      locale: 'en',
      notifications: { ...settings.notifications, quietHours },
    }),
    ledger: storedForm(
      ledgerItem,
      Object.fromEntries(
        Object.entries(states).map(([key, state]) => [key, { payment: payment(key), state }]),
      ),
    ),
  })
}
const stateOf = (fake: ReturnType<typeof createFakeBrowser>, key: string) => {
  const parsed = parseItem(ledgerItem, fake.state.stored['ledger'])
  return parsed.ok ? parsed.value[key]?.state : undefined
}
const unread = (fake: ReturnType<typeof createFakeBrowser>) => {
  const parsed = parseItem(unreadItem, fake.state.stored['unread'])
  return parsed.ok ? parsed.value : []
}

describe('what is due', () => {
  it('is shown once at the start, under its own key, and counted on the badge', async () => {
    const fake = createWithLedger({ a: 'due', b: 'shown', c: 'past' })
    const life = await startLife(fake)
    await fake.until(() => fake.state.badge === '1')
    expect([...fake.state.notifications]).toMatchObject([
      ['a', { message: expect.stringContaining('11,902') as string }],
    ])
    expect(stateOf(fake, 'a')).toBe('shown')
    expect(unread(fake)).toEqual(['a'])
    life.kill()
    fake.state.notifications.clear()
    const next = await startLife(fake)
    await next.command({ type: 'refresh' })
    expect(fake.state.notifications.size).toBe(0)
    expect(fake.state.badge).toBe('1')
  })

  it('is shown again under the same key after a stop before it was recorded', async () => {
    const fake = createWithLedger({ a: 'due' })
    const life = await startLife(fake)
    fake.state.beforeWrite = (values) => {
      if ('ledger' in values) life.kill()
    }
    await fake.until(() => fake.state.notifications.has('a'))
    fake.state.beforeWrite = () => undefined
    life.kill()
    fake.state.stored['ledger'] = storedForm(ledgerItem, {
      a: { payment: payment('a'), state: 'due' },
    })
    await startLife(fake)
    await fake.until(() => stateOf(fake, 'a') === 'shown')
    expect([...fake.state.notifications.keys()]).toEqual(['a'])
    expect(unread(fake)).toEqual(['a'])
  })

  it('waits while hours are quiet', async () => {
    const hour = new Date().getHours()
    const quiet = createWithLedger({ a: 'due' }, { from: hour, to: (hour + 2) % 24 })
    const life = await startLife(quiet)
    await life.command({ type: 'refresh' })
    expect(quiet.state.notifications.size).toBe(0)
    expect(stateOf(quiet, 'a')).toBe('due')
  })

  it('stays due when the browser refuses it, is logged, and holds up nothing else', async () => {
    const fake = createWithLedger({ a: 'due', b: 'due' })
    fake.state.refused.add('a')
    const life = await startLife(fake)
    await fake.until(() => stateOf(fake, 'b') === 'shown')
    expect(stateOf(fake, 'a')).toBe('due')
    const logged = parseItem(faultLogItem, fake.state.stored['faultLog'])
    expect(logged.ok && logged.value).toContainEqual(
      expect.objectContaining({ boundary: 'notification' }),
    )
    const asked = Date.now()
    expect(await life.command({ type: 'refresh' })).toMatchObject({ ok: true })
    const refreshed = parseItem(refreshItem, fake.state.stored['refresh'])
    expect(refreshed).toMatchObject({ ok: true, value: { startedAt: null } })
    expect(refreshed.ok && refreshed.value.finishedAt).toBeGreaterThanOrEqual(asked)
    expect(fake.state.alarms.has('refresh')).toBe(true)
    expect(stateOf(fake, 'a')).toBe('due')
    fake.state.refused.clear()
    await life.command({ type: 'refresh' })
    await fake.until(() => stateOf(fake, 'a') === 'shown')
  })

  it('is not counted any more once a view was opened', async () => {
    const fake = createWithLedger({ a: 'due', b: 'due' })
    const life = await startLife(fake)
    await fake.until(() => fake.state.badge === '2')
    await life.command({ type: 'opened', tabId: null })
    expect(unread(fake)).toEqual([])
    expect(fake.state.badge).toBe('')
  })
})
