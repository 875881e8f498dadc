import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { refreshItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { faultLogItem } from '../../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const refreshStaking = '../../../../../src/extension/background/bitcoin-staking/refresh-staking.ts'
const status = (fake: ReturnType<typeof createFakeBrowser>) => {
  const parsed = parseItem(refreshItem, fake.state.stored['refresh'])
  return parsed.ok ? parsed.value : null
}

const offline = async (): Promise<never> => {
  throw new TypeError('fetch failed')
}

describe('a refresh', () => {
  it('goes on where Bitcoin Staking cannot be read', async () => {
    vi.doMock(refreshStaking, () => ({
      refreshStaking: () => Promise.reject(new Error('a number without an end')),
    }))
    onTestFinished(() => void vi.doUnmock(refreshStaking))
    const fake = createFakeBrowser(stacksScenario.stored())
    const life = await startLife(fake)
    expect(await life.command({ type: 'refresh' })).toEqual({ ok: true })
    expect(status(fake)?.startedAt).toBeNull()
    const faults = parseItem(faultLogItem, fake.state.stored['faultLog'])
    expect(faults.ok && faults.value).toMatchObject([{ boundary: 'refresh bitcoin staking' }])
  })
})

describe('a refresh at a request limit', () => {
  const NOW = Date.UTC(2026, 10, 24, 12)
  const refuse = async () => new Response('{}', { status: 429, headers: { 'retry-after': '40' } })

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW })
    onTestFinished(() => void vi.useRealTimers())
  })

  it('says when the alarm begins the next one, and that one asks again', async () => {
    const fake = createFakeBrowser(stacksScenario.stored())
    let asked = 0
    const life = await startLife(fake, () => ((asked += 1), refuse()))
    await life.command({ type: 'refresh' })
    expect(status(fake)).toMatchObject({ problem: 'rate-limited', retryAt: NOW + 40_000 })
    expect(fake.state.alarms.get('refresh')).toMatchObject({ scheduledTime: NOW + 40_000 })

    vi.setSystemTime(NOW + 10_000)
    const before = asked
    await life.command({ type: 'refresh' })
    expect(asked).toBe(before)
    expect(status(fake)?.retryAt).toBe(NOW + 40_000)

    vi.setSystemTime(NOW + 40_000)
    life.emit('alarms', 'onAlarm', { name: 'refresh' })
    await fake.until(() => status(fake)?.retryAt === NOW + 80_000)
    expect(asked).toBeGreaterThan(before)
  })

  it('is planned no more once the hosts answer', async () => {
    const fake = createFakeBrowser(stacksScenario.stored())
    let answer: typeof fetch = refuse
    const life = await startLife(fake, (...request) => answer(...request))
    await life.command({ type: 'refresh' })
    answer = offline
    vi.setSystemTime(NOW + 40_000)
    life.emit('alarms', 'onAlarm', { name: 'refresh' })
    await fake.until(() => status(fake)?.problem === 'offline')
    expect(status(fake)?.retryAt).toBeNull()
  })

  it('keeps its time in the next life', async () => {
    const fake = createFakeBrowser(stacksScenario.stored())
    const life = await startLife(fake, refuse)
    await life.command({ type: 'refresh' })
    life.kill()
    fake.state.alarms.clear()
    await startLife(fake, refuse)
    await fake.until(() => fake.state.alarms.has('refresh'))
    expect(fake.state.alarms.get('refresh')).toMatchObject({ scheduledTime: NOW + 40_000 })
  })
})

describe('a refresh without a network', () => {
  it('ends with its reason, and comes again by the alarm', async () => {
    const fake = createFakeBrowser(stacksScenario.stored())
    const life = await startLife(fake, offline)
    expect(await life.command({ type: 'refresh' })).toEqual({ ok: true })
    expect(status(fake)).toMatchObject({ startedAt: null, problem: 'offline' })
    expect(fake.state.alarms.get('refresh')).toMatchObject({ periodInMinutes: 0.5 })
    const before = status(fake)!.finishedAt!
    life.emit('alarms', 'onAlarm', { name: 'refresh' })
    await fake.until(() => (status(fake)?.finishedAt ?? 0) >= before && !status(fake)!.startedAt)
  })

  it('that was stopped in the middle is done whole by the next life', async () => {
    const fake = createFakeBrowser(stacksScenario.stored())
    const life = await startLife(fake, offline)
    const stopped = new Promise<void>((resolve) => {
      fake.state.beforeWrite = (values) => {
        if (!('refresh' in values)) return
        life.kill()
        resolve()
      }
    })
    void life.command({ type: 'refresh' })
    await stopped
    fake.state.beforeWrite = () => undefined
    const next = await startLife(fake, offline)
    await next.command({ type: 'refresh' })
    expect(status(fake)).toMatchObject({ startedAt: null, problem: 'offline' })
  })
})
