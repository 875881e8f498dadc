import { createFormat } from '../ui/format/format.ts'
import type { Format } from '../ui/format/format.ts'
import type { Section } from '../ui/messages/message.ts'
import { widget } from '../ui/messages/en/widget.ts'

export type WidgetKey = keyof typeof widget

/** The widget's sentences in one language, from the catalogue that all surfaces share; without the component library that `ui/messages/words` needs. */
export interface WidgetWords {
  readonly f: Format
  t(key: WidgetKey, values?: Record<string, string>): string
}

const make = (locale: string, section: Section): WidgetWords => ({
  f: createFormat(locale, 'sats'),
  t: (key, values = {}) => (section[key] as string).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
})

/** English is part of the core; it is what shows until another language has been loaded. */
export const english = make('en', widget)

/** Another language is a chunk of its own; a text that could not be loaded leaves English standing. */
export async function loadWords(tag: string): Promise<WidgetWords> {
  const language = tag.toLowerCase().split('-')[0]
  if (language === 'es') return make('es', (await import('../ui/messages/es/widget.ts')).widget)
  if (language === 'zh') return make('zh-CN', (await import('../ui/messages/zh-CN/widget.ts')).widget)
  return english
}
