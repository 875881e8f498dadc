// @vitest-environment happy-dom
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addLocale, MARK, writeCatalogues } from '../../support/words/add-locale.ts'
import { findCatalogueFaults } from '../../support/words/find-faults.ts'

// Basque and Esperanto represent any language: a real one may be in the registry some day.
let src: string
/** A module of the copy, typed as the same one of the repository. */
const copied = async <Module,>(path: string): Promise<Module> =>
  (await import(/* @vite-ignore */ resolve(src, path))) as Module

beforeAll(() => {
  src = addLocale('eu', 'Euskara')
})
afterAll(() => rmSync(dirname(src), { recursive: true }))

describe('a language that is one row and one folder', () => {
  it('has its catalogues checked as the others are', async () => {
    expect(await findCatalogueFaults('eu', `${src}/words`)).toEqual([])
  })

  it('is chosen where the browser prefers it, offered in the settings and stored', async () => {
    const { chooseLocale, locales } =
      await copied<typeof import('../../../src/words/locales.ts')>('words/locales.ts')
    expect(locales).toContain('eu')
    expect(chooseLocale('auto', ['xx', 'eu-ES'])).toBe('eu')
    const { settings } =
      await copied<typeof import('../../../src/app/settings.ts')>('app/settings.ts')
    const { locale } = settings.entries
    expect(v.is(locale, 'eu')).toBe(true)
    expect(v.is(locale, 'xx')).toBe(false)

    const [{ SettingsView }, { WordsProvider }, { createWords }, { loadCatalogue }, fixtures] =
      await Promise.all([
        copied<typeof import('../../../src/ui/settings/settings-view.tsx')>(
          'ui/settings/settings-view.tsx',
        ),
        copied<typeof import('../../../src/ui/hooks/use-words.ts')>('ui/hooks/use-words.ts'),
        copied<typeof import('../../../src/words/create-words.ts')>('words/create-words.ts'),
        copied<typeof import('../../../src/words/load.ts')>('words/load.ts'),
        copied<typeof import('../../../src/dev/gallery/fixtures.ts')>('dev/gallery/fixtures.ts'),
      ])
    const basque = createWords('eu', await loadCatalogue('eu' as 'es'), 'sats')
    const root = document.createElement('div')
    await act(async () =>
      render(
        <WordsProvider value={basque}>
          <SettingsView
            settings={fixtures.sampleSettings}
            deployments={[]}
            commands={{ saveSettings: async () => ({ ok: true }) }}
            onBack={() => {}}
          />
        </WordsProvider>,
        root,
      ),
    )
    const offered = [...root.querySelectorAll('option')].find(({ value }) => value === 'eu')
    expect(offered?.textContent).toBe('Euskara')
    expect(root.querySelector('h1')?.textContent).toContain(MARK)
  })

  it('is what every surface says', async () => {
    const load = await copied<typeof import('../../../src/words/load.ts')>('words/load.ts')
    const basque = 'eu' as 'es'
    for (const [name, loader] of Object.entries(load)) {
      if (!name.startsWith('load')) continue
      const sentences = Object.values(
        await (loader as (locale: 'es') => Promise<object>)(basque),
      ) as unknown[]
      expect(sentences.length, name).toBeGreaterThan(0)
      for (const sentence of sentences) expect(JSON.stringify(sentence), name).toContain(MARK)
    }
    const boost = await copied<typeof import('../../../src/widget/dual-stacking/words.ts')>(
      'widget/dual-stacking/words.ts',
    )
    const words = await boost.loadBoostWords('eu-FR')
    expect(words.f.locale).toBe('eu')
    expect(words.t('group')).toContain(MARK)
    const pool = await copied<typeof import('../../../src/widget/hyperstaking/words.ts')>(
      'widget/hyperstaking/words.ts',
    )
    expect((await pool.loadPoolWords('eu')).t('title')).toContain(MARK)
    const staking = await copied<typeof import('../../../src/widget/bitcoin-staking/words.ts')>(
      'widget/bitcoin-staking/words.ts',
    )
    expect((await staking.loadYieldWords('eu')).t('title')).toContain(MARK)
    const notices = await copied<
      typeof import('../../../src/extension/notifications/notification-text.ts')
    >('extension/notifications/notification-text.ts')
    const said = notices.noticeText(
      { kind: 'boost-below', address: 'SP1', boost: 450_000_000n },
      { locale: 'auto', units: 'sats' },
      ['eu'],
    )
    expect(said.title + said.message).toMatch(new RegExp(`${MARK}.*4,50×.*${MARK}`))
  })

  it('is what the browser shows of the extension, and a separate file in every build', async () => {
    const { writeBrowserLocales } = await copied<
      typeof import('../../../src/dev/cli/build/browser-locales.ts')
    >('dev/cli/build/browser-locales.ts')
    const folder = mkdtempSync(join(tmpdir(), 'locales-'))
    await writeBrowserLocales(folder)
    expect(readdirSync(folder)).toContain('eu')
    expect(readFileSync(`${folder}/eu/messages.json`, 'utf8')).toContain(MARK)
    rmSync(folder, { recursive: true })
    const { chunkFileNames, isTranslation } = await copied<
      typeof import('../../../src/dev/cli/build/chunk-names.ts')
    >('dev/cli/build/chunk-names.ts')
    const file = chunkFileNames({
      name: 'start',
      facadeModuleId: resolve(src, 'words/eu/start.ts'),
    })
    expect(file).toBe('start-eu.js')
    expect(isTranslation(file)).toBe(true)
  })

  it('is rejected where a sentence is empty, missing or has lost a placeholder', async () => {
    writeCatalogues(`${src}/words`, 'eo')
    appendFileSync(
      `${src}/words/eo/app.ts`,
      `Object.assign(app, { 'nav.back': ' ', 'age.ago': 'Lu' })\ndelete app['nav.close']\n`,
    )
    expect(await findCatalogueFaults('eo', `${src}/words`)).toEqual([
      'app.ts app, key nav.close: missing',
      'app.ts app nav.back: empty',
      'app.ts app age.ago: placeholders , not time',
    ])
  })
})
