import { dualStackingWidget } from '../../words/en/dual-stacking-widget.ts'
import type { Section } from '../../words/message.ts'
import { plainFormat, type WidgetFormat } from '../plain-format.ts'

export type BoostKey = keyof typeof dualStackingWidget

/**
 * The widget's sentences in one language, from the catalogue that all surfaces share; without the
 * component library that `words/words` needs.
 */
export interface BoostWords {
  readonly f: WidgetFormat
  t(key: BoostKey, values?: Record<string, string>): string
}

const make = (f: WidgetFormat, section: Section): BoostWords => ({
  f,
  t: (key, values = {}) =>
    (section[key] as string).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
})

/** English is part of the core; it is what shows until another language has been loaded. */
export const englishBoostWords = make(plainFormat, dualStackingWidget)

/**
 * Another language is a chunk of its own; a text that could not be loaded leaves English standing.
 */
export async function loadBoostWords(tag: string): Promise<BoostWords> {
  const language = tag.toLowerCase().split('-')[0]
  const loaded =
    language === 'es'
      ? await import('./languages/es.ts')
      : language === 'zh'
        ? await import('./languages/zh-CN.ts')
        : undefined
  return loaded ? make(loaded.format, loaded.section) : englishBoostWords
}
