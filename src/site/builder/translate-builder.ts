import { builder as english } from '../../words/en/builder.ts'
import type { Locale } from '../../words/locales.ts'
import { writeSentences } from '../translate-page.ts'
import type { WidgetKind } from './widgets.ts'

export type BuilderKey = keyof typeof english
export type BuilderWords = (key: BuilderKey, values?: Record<string, string>) => string

const loaders: Record<Locale, () => Promise<{ builder: Record<BuilderKey, string> }>> = {
  en: () => Promise.resolve({ builder: english }),
  es: () => import('../../words/es/builder.ts'),
  'zh-CN': () => import('../../words/zh-CN/builder.ts'),
}

const sentence =
  (section: Record<BuilderKey, string>): BuilderWords =>
  (key, values = {}) =>
    section[key].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

export const englishBuilderWords: BuilderWords = sentence(english)

export const loadBuilderWords = async (locale: Locale): Promise<BuilderWords> =>
  sentence((await loaders[locale]()).builder)

/**
 * Puts the page into a language and says what is different for a widget; the markup itself is
 * English, of the boost calculator.
 */
export function translateBuilder(kind: WidgetKind, t: BuilderWords, locale: Locale): void {
  document.documentElement.lang = locale
  writeSentences(
    (key) => t(key as BuilderKey),
    ({ dataset }) => (kind === 'pool' && dataset['tPool']) || dataset['t']!,
  )
  for (const element of document.querySelectorAll<HTMLElement>('[data-t-label]'))
    element.ariaLabel = t(element.dataset['tLabel'] as BuilderKey)
  for (const element of document.querySelectorAll<HTMLInputElement>('[data-t-placeholder]'))
    element.placeholder = t(element.dataset['tPlaceholder'] as BuilderKey)
}
