import { describe, expect, it } from 'vitest'
import { initialSettings, type Settings } from '../../../../src/app/settings.ts'
import { settingsItem } from '../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../support/background/fake-browser.ts'

/** A background in which settings are saved, and the hosts that got a key. */
async function start() {
  const fake = createFakeBrowser({})
  const keyed = new Set<string>()
  const life = await startLife(fake, async (url, init) => {
    const key = new Headers(init?.headers).get('x-api-key')
    if (key !== null) keyed.add(`${new URL(String(url)).host} ${key}`)
    return new Response('{}', { status: 404 })
  })
  const settings = (): Settings => {
    const parsed = parseItem(settingsItem, fake.state.stored['settings'])
    return parsed.ok ? parsed.value : initialSettings()
  }
  return {
    keyed,
    settings,
    async save(change: Partial<Settings>) {
      keyed.clear()
      const saved = await life.command({
        type: 'saveSettings',
        settings: { ...settings(), ...change },
      })
      expect(saved).toEqual({ ok: true })
      await life.command({ type: 'refresh' })
      return [...keyed]
    },
  }
}

const first = { apiBases: ['https://first.example/api'] }
const second = { apiBases: ['https://second.example'] }

describe('an API key', () => {
  it('goes to the host that it was entered for, and to no other that is chosen later', async () => {
    const { save, settings } = await start()
    await save(first)
    expect(await save({ apiKey: 'secret' })).toEqual(['first.example secret'])
    expect(settings().apiKeyOrigin).toBe('https://first.example')
    expect(await save(second)).toEqual([])
    expect(await save(first)).toEqual(['first.example secret'])
  })

  it('belongs to another host only when it is entered there', async () => {
    const { save } = await start()
    await save({ ...first, apiKey: 'secret' })
    await save({ ...second, apiKey: null })
    expect(await save({ apiKey: 'secret' })).toEqual(['second.example secret'])
    expect(await save({ ...first, apiKey: 'other' })).toEqual(['first.example other'])
  })

  it('cannot be sent elsewhere by a view that names another origin', async () => {
    const { save } = await start()
    await save({ ...first, apiKey: 'secret' })
    expect(await save({ ...second, apiKeyOrigin: 'https://second.example' })).toEqual([])
  })
})
