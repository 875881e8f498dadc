import type { Message } from '../../../src/words/message.ts'
import { readCatalogues } from './catalogues.ts'

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message)
const placeholders = (message: Message): string =>
  [
    ...new Set(
      forms(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)),
    ),
  ]
    .toSorted()
    .join(' ')

/**
 * Faults in the catalogues of a language compared with English: missing or extra catalogues or
 * keys, empty sentences, lost placeholders, plural forms that the language does not have, and
 * catalogues without any translation.
 */
export async function findCatalogueFaults(locale: string, words?: string): Promise<string[]> {
  const english = await readCatalogues('en', words)
  const translated = await readCatalogues(locale, words)
  const categories: string[] = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  const faults = difference('catalogue', Object.keys(english), Object.keys(translated))
  for (const [name, section] of Object.entries(translated)) {
    const reference = english[name] ?? {}
    const at = (key: string, fault: string) => faults.push(`${name} ${key}: ${fault}`)
    faults.push(...difference(`${name}, key`, Object.keys(reference), Object.keys(section)))
    for (const [key, message] of Object.entries(section)) {
      if (forms(message).some((text) => text.trim() === '')) at(key, 'empty')
      if (typeof message !== 'string')
        for (const category of Object.keys(message))
          if (!categories.includes(category)) at(key, `no plural form ${category}`)
      const wanted = reference[key]
      if (wanted === undefined) continue
      if (typeof message !== typeof wanted) at(key, 'plural in one language only')
      if (placeholders(message) !== placeholders(wanted))
        at(key, `placeholders ${placeholders(message)}, not ${placeholders(wanted)}`)
    }
    const same = Object.keys(section).filter(
      (key) => JSON.stringify(section[key]) === JSON.stringify(reference[key]),
    )
    // Names, formulas and words that two languages share are the same.
    if (locale !== 'en' && same.length > 12 && same.length > Object.keys(section).length / 4)
      at(same.slice(0, 3).join(', '), 'not translated')
  }
  return faults
}

const difference = (what: string, wanted: string[], found: string[]): string[] => [
  ...wanted.filter((each) => !found.includes(each)).map((each) => `${what} ${each}: missing`),
  ...found.filter((each) => !wanted.includes(each)).map((each) => `${what} ${each}: too many`),
]
