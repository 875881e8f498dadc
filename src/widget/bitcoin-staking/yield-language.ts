import { createFormat, type Format } from '../../words/format/format.ts'
import { loadYieldWidget } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'

type Sentences = Awaited<ReturnType<typeof loadYieldWidget>>

/** Figures and sentences in the language of a tag; null: it is English, or there is no such one. */
export async function loadYieldLanguage(
  tag: string,
): Promise<{ f: Format; sentences: Sentences } | null> {
  const locale = chooseLocale('auto', [tag])
  if (locale === 'en') return null
  return { f: createFormat(locale, 'sats'), sentences: await loadYieldWidget(locale) }
}
