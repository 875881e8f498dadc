import { createFormat, type Format } from '../../words/format/format.ts'
import { loadBoostWidget } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'

type Sentences = Awaited<ReturnType<typeof loadBoostWidget>>

/** Figures and sentences in the language of a tag; null: it is English, or there is no such one. */
export async function loadBoostLanguage(
  tag: string,
): Promise<{ f: Format; sentences: Sentences } | null> {
  const locale = chooseLocale('auto', [tag])
  if (locale === 'en') return null
  return { f: createFormat(locale, 'sats'), sentences: await loadBoostWidget(locale) }
}
