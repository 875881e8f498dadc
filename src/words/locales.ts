/**
 * The registry of languages. A row is the tag, which is also the name of the folder with the
 * language's catalogues, and the language's name in itself. Every select, loader and test reads
 * this list; English comes first, because its catalogues are the reference.
 */
export const localeNames = {
  en: 'English',
  es: 'Español',
  'zh-CN': '简体中文',
} as const
export type Locale = keyof typeof localeNames
export const locales = Object.keys(localeNames) as Locale[]

/** The language to speak: the setting, or the first of the browser's that there is, or English. */
export function chooseLocale(setting: Locale | 'auto', preferred: readonly string[]): Locale {
  if (setting !== 'auto') return setting
  for (const tag of preferred) {
    const language = tag.toLowerCase().split('-')[0]
    const match = locales.find((locale) => locale.toLowerCase().split('-')[0] === language)
    if (match) return match
  }
  return 'en'
}

/** The module of one language among those that a glob found, one in the folder of each. */
export const pickByLocale = <T>(modules: Readonly<Record<string, T>>, locale: Locale): T =>
  modules[Object.keys(modules).find((path) => path.startsWith(`./${locale}/`))!]!
