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

const notUnderstood = { ok: false, code: 'not-understood' }

describe('a message', () => {
  it('that is none of ours is not understood', async () => {
    const { life } = await start()
    for (const message of [null, 5, 'enroll', {}, { type: 'other' }, { type: 'select' }])
      expect(await life.command(message as never)).toEqual({ ok: false, code: 'not-understood' })
  })

  it('of a script in a page is a wallet’s answer or nothing', async () => {
    const { fake, tabId, life } = await start()
    for (const type of ['optOut', 'refresh', 'erase', 'walletconnect/task', 'ask', 'panel/open'])
      expect(await life.fromPage(tabId, { type, tabId, token: 'x' })).toEqual(notUnderstood)
    expect(fake.pageIn(tabId).jobs).toEqual([])
  })

  it('of the panel speaks for its own tab, and not for the settings', async () => {
    const { fake, tabId, life } = await start()
    const other = fake.openTab('https://other.example')
    const give = (command: object, token: unknown = fake.state.session[`panel:${tabId}`]) =>
      life.fromPanel(tabId, { type: 'panel/command', token, command })
    const optOut = { type: 'optOut', tabId: other }
    expect(await give(optOut, 'x')).toEqual(notUnderstood)
    expect(await life.command({ type: 'openPanel', tabId })).toEqual({ ok: true })
    for (const token of [undefined, null, '', 'x', crypto.randomUUID()])
      expect(await give(optOut, token)).toEqual(token === undefined ? { ok: true } : notUnderstood)
    expect(fake.pageIn(tabId).jobs).toHaveLength(1)
    expect(fake.pageIn(other).jobs).toEqual([])
    for (const type of ['erase', 'watch', 'saveSettings', 'walletconnect/task', 'ask'])
      expect(await give({ type, address: OTHER })).toEqual(notUnderstood)
    expect(await life.fromPanel(tabId, optOut)).toEqual(notUnderstood)
  })

  it('of a frame that was not opened there gets nothing', async () => {
    const { fake, tabId, life } = await start()
    await life.command({ type: 'openPanel', tabId })
    const token = fake.state.session[`panel:${tabId}`]
    const other = fake.openTab('https://other.example')
    const open = (tab: number, offered: unknown) =>
      life.fromPanel(tab, { type: 'panel/open', token: offered })
    expect(await open(tabId, token)).toEqual({ ok: true, zoom: 1, host: 'page.example' })
    expect(await open(other, token)).toEqual({ ok: false })
    expect(await open(tabId, 'x')).toEqual({ ok: false })
    life.closeTab(tabId)
    await fake.until(() => Object.keys(fake.state.session).length === 0)
    expect(await open(tabId, token)).toEqual({ ok: false })
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
