import { builder } from '../../words/en/builder.ts'
import { loadBuilder } from '../../words/load.ts'
import type { Locale } from '../../words/locales.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'
import { writeSentences } from '../translate-page.ts'
import type { WidgetKind } from './widgets.ts'

export type BuilderKey = keyof typeof builder
export type BuilderWords = Translate<BuilderKey>

export const englishBuilderWords: BuilderWords = createTranslate(builder)

export const loadBuilderWords = async (locale: Locale): Promise<BuilderWords> =>
  createTranslate(await loadBuilder(locale))

/**
 * Puts the page into a language and says what is different for a widget; the markup itself is
 * English, of the boost calculator.
 */
export function translateBuilder(kind: WidgetKind, t: BuilderWords, locale: Locale): void {
  document.documentElement.lang = locale
  writeSentences(
    (key) => t(key as BuilderKey),
    ({ dataset }) => dataset[`t${kind[0]!.toUpperCase()}${kind.slice(1)}`] || dataset['t']!,
  )
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-label]'))
    element.ariaLabel = t(element.dataset['tLabel'] as BuilderKey)
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-t-placeholder]'))
    element.placeholder = t(element.dataset['tPlaceholder'] as BuilderKey)
}
