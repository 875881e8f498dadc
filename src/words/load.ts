import type { Locale } from './locales.ts'
import type { Section } from './message.ts'

const loaders: Record<Locale, () => Promise<{ catalogue: Section }>> = {
  en: () => import('./en/index.ts'),
  es: () => import('./es/index.ts'),
  'zh-CN': () => import('./zh-CN/index.ts'),
}

/**
 * The sentences of one language; each is a chunk of its own, so that a surface loads only the one
 * it speaks.
 */
export const loadCatalogue = async (locale: Locale): Promise<Section> =>
  (await loaders[locale]()).catalogue

const starts: Record<Locale, () => Promise<{ start: Section }>> = {
  en: () => import('./start-en.ts'),
  es: () => import('./start-es.ts'),
  'zh-CN': () => import('./start-zh-CN.ts'),
}

/** What a first paint needs of them. */
export const loadStart = async (locale: Locale): Promise<Section> => (await starts[locale]()).start

/** Whether these are all, not only what a first paint needs: the settings are never on it. */
export const hasAllSections = (has: (key: string) => boolean): boolean => has('settings.look')

const operators: Record<Locale, () => Promise<{ operator: Section }>> = {
  en: () => import('./en/operator.ts'),
  es: () => import('./es/operator.ts'),
  'zh-CN': () => import('./zh-CN/operator.ts'),
}

/** The same with the console's own. */
export async function loadConsoleCatalogue(locale: Locale): Promise<Section> {
  const [core, { operator }] = await Promise.all([loadCatalogue(locale), operators[locale]()])
  return { ...core, ...operator }
}

const guides: Record<Locale, () => Promise<{ guide: Section }>> = {
  en: () => import('./en/guide.ts'),
  es: () => import('./es/guide.ts'),
  'zh-CN': () => import('./zh-CN/guide.ts'),
}

/** The same with the welcome page's own. */
export async function loadGuideCatalogue(locale: Locale): Promise<Section> {
  const [core, { guide }] = await Promise.all([loadCatalogue(locale), guides[locale]()])
  return { ...core, ...guide }
}
