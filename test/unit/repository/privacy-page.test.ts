// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { locales } from '../../../src/words/locales.ts'

const page = new DOMParser().parseFromString(
  // Nothing here loads its style.
  readFileSync('src/site/privacy.html', 'utf8').replace(/<link[^>]*>/, ''),
  'text/html',
)

it('is in every language, and runs nothing', () => {
  const { lang } = page.documentElement
  const sections = [...page.querySelectorAll<HTMLElement>('section')]
  expect([lang, ...sections.map((section) => section.lang)].toSorted()).toEqual(
    [...locales].toSorted(),
  )
  for (const section of sections) expect(section.querySelectorAll('p')).toHaveLength(3)
  expect(page.querySelectorAll('script')).toHaveLength(0)
})
