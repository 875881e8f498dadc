import { widget } from '../../words/en/widget.ts'
import type { Section } from '../../words/message.ts'
import { plainFormat, type WidgetFormat } from '../plain-format.ts'

export type WidgetKey = keyof typeof widget

/**
 * The widget's sentences in one language, from the catalogue that all surfaces share; without the
 * component library that `words/words` needs.
 */
export interface WidgetWords {
  readonly f: WidgetFormat
  t(key: WidgetKey, values?: Record<string, string>): string
}

const make = (f: WidgetFormat, section: Section): WidgetWords => ({
  f,
  t: (key, values = {}) =>
    (section[key] as string).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
})

/** English is part of the core; it is what shows until another language has been loaded. */
export const english = make(plainFormat, widget)

/**
 * Another language is a chunk of its own; a text that could not be loaded leaves English standing.
 */
export async function loadWords(tag: string): Promise<WidgetWords> {
  const language = tag.toLowerCase().split('-')[0]
  const loaded =
    language === 'es'
      ? await import('./languages/es.ts')
      : language === 'zh'
        ? await import('./languages/zh-CN.ts')
        : undefined
  return loaded ? make(loaded.format, loaded.section) : english
}
