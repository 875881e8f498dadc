import type { Locale } from '../../../words/locales.ts'

/** The file with what the stores show in a language; the English one has all they ask for. */
export const listingPath = (locale: Locale): string =>
  `docs/store/listing${locale === 'en' ? '' : `.${locale}`}.md`
