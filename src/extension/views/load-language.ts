import { loadCatalogue } from '../../words/load.ts'
import { chooseLocale, type Locale } from '../../words/locales.ts'
import type { Section } from '../../words/message.ts'

/** A language and its sentences. */
export interface LoadedLanguage {
  locale: Locale
  catalogue: Section
}

export type LoadCatalogue = (locale: Locale) => Promise<Section>

/** Loads the language that a setting means in this browser. */
export async function loadLanguage(
  setting: Locale | 'auto',
  load: LoadCatalogue = loadCatalogue,
): Promise<LoadedLanguage> {
  const locale = chooseLocale(setting, navigator.languages)
  return { locale, catalogue: await load(locale) }
}
