// @vitest-environment happy-dom
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { browserLocale } from '../../../src/dev/cli/build/browser-locales.ts'
import { listingPath } from '../../../src/dev/cli/release/listing-path.ts'
import { locales, type Locale } from '../../../src/words/locales.ts'
import { brokenRules } from '../../support/words/find-wording-faults.ts'

/** The most characters that both stores take: the summary is Chrome's, where Firefox takes 250. */
const limits = { summary: 132, description: 15_000 }
/** What no translation leaves out or adds. */
const facts =
  /\d{4}|MIT|sBTC|STX|DUSK|Dusk|Stacks|Bitcoin Staking|Dual Stacking|Hyperstaking|Twinstack/g

/** The paragraphs of a section, each on one line. */
function readSection(locale: Locale, title: string): string[] {
  const [, after = ''] = readFileSync(listingPath(locale), 'utf8').split(`\n## ${title}\n`)
  const [section = ''] = after.split('\n## ')
  return section
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll('\n', ' '))
}

const factsOf = (paragraph: string) => [...new Set(paragraph.match(facts))].toSorted()

describe.each(locales)('what the stores show in %s', (locale) => {
  it('has the extension’s own summary, within the limits', () => {
    const [summary = '', ...more] = readSection(locale, 'Summary')
    const { description } = JSON.parse(
      readFileSync(`_locales/${browserLocale(locale)}/messages.json`, 'utf8'),
    ) as { description: { message: string } }
    expect([summary, ...more]).toEqual([description.message])
    expect(summary.length).toBeLessThanOrEqual(limits.summary)
  })

  it('has a description of the same facts, paragraph by paragraph', () => {
    const paragraphs = readSection(locale, 'Description')
    expect(paragraphs.map(factsOf)).toEqual(readSection('en', 'Description').map(factsOf))
    expect(paragraphs.join('\n\n').length).toBeLessThanOrEqual(limits.description)
    expect(paragraphs.flatMap((text) => brokenRules(locale, text))).toEqual([])
  })

  it('has the privacy policy of the site, in one paragraph', () => {
    const page = new DOMParser().parseFromString(
      // Nothing here loads its style.
      readFileSync('src/site/privacy.html', 'utf8').replace(/<link[^>]*>/, ''),
      'text/html',
    )
    const policy = page.querySelectorAll(
      locale === 'en' ? 'main > p' : `section[lang=${locale}] > p`,
    )
    // Chinese has no spaces where paragraphs or lines meet.
    const pack = (texts: readonly string[]) => texts.join('').replaceAll(/\s/g, '')
    expect(readSection(locale, 'Privacy policy').map((text) => pack([text]))).toEqual([
      pack([...policy].map(({ textContent }) => textContent)),
    ])
  })
})
