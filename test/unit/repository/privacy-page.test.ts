// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { locales } from '../../../src/words/locales.ts'

const page = new DOMParser().parseFromString(
  // Nothing here loads its style.
  readFileSync('src/site/privacy.html', 'utf8').replace(/<link[^>]*>/, ''),
  'text/html',
)
const join = (texts: readonly string[]) => texts.join(' ').replaceAll(/\s+/g, ' ').trim()

it('is in every language, and runs nothing', () => {
  const { lang } = page.documentElement
  const sections = [...page.querySelectorAll<HTMLElement>('section')]
  expect([lang, ...sections.map((section) => section.lang)].toSorted()).toEqual(
    [...locales].toSorted(),
  )
  for (const section of sections) expect(section.querySelectorAll('p')).toHaveLength(3)
  expect(page.querySelectorAll('script')).toHaveLength(0)
})

it('says what the stores are told', () => {
  const [, listing = ''] = readFileSync('docs/store/listing.md', 'utf8').split(
    '## Privacy policy\n',
  )
  const english = [...page.querySelectorAll('main > p')].map(({ textContent }) => textContent ?? '')
  expect(join(english)).toBe(join([listing]))
})
