// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { describe, expect, it } from 'vitest'
import { consoleScenes } from '../../../../src/dev/gallery/console-scenes.tsx'
import { popupScenes } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { loadScreens } from '../../../../src/ui/hooks/use-screens.ts'
import { WordsProvider } from '../../../../src/ui/hooks/use-words.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { guide as enGuide } from '../../../../src/words/en/guide.ts'
import { catalogue as en } from '../../../../src/words/en/index.ts'
import { operator as enOperator } from '../../../../src/words/en/operator.ts'
import { guide as esGuide } from '../../../../src/words/es/guide.ts'
import { catalogue as es } from '../../../../src/words/es/index.ts'
import { operator as esOperator } from '../../../../src/words/es/operator.ts'
import type { Section } from '../../../../src/words/message.ts'
import { guide as zhGuide } from '../../../../src/words/zh-CN/guide.ts'
import { catalogue as zh } from '../../../../src/words/zh-CN/index.ts'
import { operator as zhOperator } from '../../../../src/words/zh-CN/operator.ts'
import { settle } from '../../../support/render.tsx'

const scenes = { ...popupScenes, ...consoleScenes }
const languages: [string, Section][] = [
  ['en', { ...en, ...enOperator, ...enGuide }],
  ['es', { ...es, ...esOperator, ...esGuide }],
  ['zh-CN', { ...zh, ...zhOperator, ...zhGuide }],
]

describe.each(languages)('every screen in %s', (locale, catalogue) => {
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
    for (const key of Object.keys(en).filter((each) => /\.\w+-\w|\.\w+\./.test(each)))
      expect(painted.includes(key), key).toBe(false)
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
