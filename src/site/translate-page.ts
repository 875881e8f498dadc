import { loadSite } from '../words/load.ts'
import { chooseLocale, type Locale } from '../words/locales.ts'

/**
 * The language of a page: the one that its address asks for, if there is it, or the first of the
 * browser's that there is.
 */
export const choosePageLocale = (asked: unknown): Locale =>
  chooseLocale('auto', [...(typeof asked === 'string' ? [asked] : []), ...navigator.languages])

/**
 * Writes a page's sentences; the markup itself is English. `keyOf`: the key of an element's
 * sentence.
 */
export function writeSentences(
  sentence: (key: string) => string,
  keyOf = ({ dataset }: HTMLElement): string => dataset['t']!,
): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-t]'))
    element.textContent = sentence(keyOf(element))
}

/** Translates a page next to the builder into the language of its root element. */
export async function translatePage(): Promise<void> {
  const locale = choosePageLocale(document.documentElement.lang)
  if (locale === 'en') return
  const sentences = await loadSite(locale)
  writeSentences((key) => sentences[key as keyof typeof sentences])
}
