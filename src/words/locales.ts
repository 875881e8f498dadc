export const locales = ['en', 'es', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

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
