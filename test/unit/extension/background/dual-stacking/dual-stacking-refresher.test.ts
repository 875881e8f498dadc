import { describe, expect, it } from 'vitest'
import { refreshItem } from '../../../../../src/app/dual-stacking/stored-items.ts'
import { parseItem } from '../../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../../support/background/fake-browser.ts'
import { stacksScenario } from '../../../../support/background/signing-scenarios.ts'

const status = (fake: ReturnType<typeof createFakeBrowser>) => {
  const parsed = parseItem(refreshItem, fake.state.stored['refresh'])
  return parsed.ok ? parsed.value : null
}

const offline = async (): Promise<never> => {
  throw new TypeError('fetch failed')
}

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
