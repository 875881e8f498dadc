// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { describe, expect, it } from 'vitest'
import { consoleScenes } from '../../../../src/dev/gallery/console-scenes.tsx'
import { popupScenes } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { loadScreens } from '../../../../src/ui/hooks/use-screens.ts'
import { WordsProvider } from '../../../../src/ui/hooks/use-words.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { loadConsoleCatalogue, loadGuideCatalogue } from '../../../../src/words/load.ts'
import { locales } from '../../../../src/words/locales.ts'
import { settle } from '../../../support/render.tsx'

const scenes = { ...popupScenes, ...consoleScenes }

describe.each(locales)('every screen in %s', async (locale) => {
  const catalogue = {
    ...(await loadConsoleCatalogue(locale)),
    ...(await loadGuideCatalogue(locale)),
  }
  const keys = Object.keys(catalogue).filter((each) => /\.\w+-\w|\.\w+\./.test(each))

  it.each(Object.keys(scenes))('%s is painted whole', async (name) => {
    await loadScreens()
    const root = document.createElement('div')
    document.body.replaceChildren(root)
    await act(async () =>
      render(
        <WordsProvider value={createWords(locale, catalogue, 'sats')}>
          {scenes[name]!()}
        </WordsProvider>,
        root,
      ),
    )
    await settle()
    const painted = root.textContent ?? ''
    expect(painted.length).toBeGreaterThan(20)
    // A key without a sentence shows itself; a placeholder without a value stays in braces; a
    // number gone wrong says so.
    expect(painted).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    expect(keys.filter((key) => painted.includes(key))).toEqual([])
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
