import { loadPoolWidget } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { createPoolFormat, type PoolFormat } from './pool-format.ts'

type Sentences = Awaited<ReturnType<typeof loadPoolWidget>>

/** Figures and sentences in the language of a tag; null: it is English, or there is no such one. */
export async function loadPoolLanguage(
  tag: string,
): Promise<{ f: PoolFormat; sentences: Sentences } | null> {
  const locale = chooseLocale('auto', [tag])
  if (locale === 'en') return null
  return { f: createPoolFormat(locale), sentences: await loadPoolWidget(locale) }
}
