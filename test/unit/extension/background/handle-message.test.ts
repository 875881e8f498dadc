import { describe, expect, it } from 'vitest'
import { faultLogItem } from '../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../support/background/fake-browser.ts'
import { ME, OTHER, stacksScenario } from '../../../support/background/signing-scenarios.ts'

async function start() {
  const fake = createFakeBrowser(stacksScenario.stored())
  const tabId = fake.openTab('https://page.example')
  return { fake, tabId, life: await startLife(fake) }
}
const faults = (fake: ReturnType<typeof createFakeBrowser>) => {
  const parsed = parseItem(faultLogItem, fake.state.stored['faultLog'])
  return parsed.ok ? parsed.value : []
}

describe('a message', () => {
  it('that is none of ours is not understood', async () => {
    const { life } = await start()
    for (const message of [null, 5, 'enroll', {}, { type: 'other' }, { type: 'select' }])
      expect(await life.command(message as never)).toEqual({ ok: false, code: 'not-understood' })
  })

  it('of a page speaks for its own tab, and not for the settings', async () => {
    const { fake, tabId, life } = await start()
    const other = fake.openTab('https://other.example')
    await life.fromPage(tabId, { type: 'optOut', tabId: other })
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
    expect(fake.pageIn(other).jobs).toEqual([])
    for (const type of ['erase', 'watch', 'saveSettings', 'walletconnect/task', 'ask'])
      expect(await life.fromPage(tabId, { type, address: OTHER })).toEqual({
        ok: false,
        code: 'not-understood',
      })
  })

  it('that fails is answered, and leaves a trace without what it was about', async () => {
    const { fake, life } = await start()
    fake.state.isFull = true
    expect(await life.command({ type: 'watch', address: OTHER })).toEqual({
      ok: false,
      code: 'no-answer',
    })
    fake.state.isFull = false
    await life.command({ type: 'select', address: ME })
    expect(faults(fake)).toMatchObject([{ boundary: 'command watch' }])
    expect(JSON.stringify(faults(fake))).not.toContain(OTHER)
  })

  it('is answered even where the background cannot start', async () => {
    const fake = createFakeBrowser()
    Object.defineProperty(fake.state, 'stored', {
      get: () => {
        throw new Error('storage is gone')
      },
    })
    const life = await startLife(fake)
    expect(await life.command({ type: 'refresh' })).toEqual({ ok: false, code: 'no-answer' })
  })
})
