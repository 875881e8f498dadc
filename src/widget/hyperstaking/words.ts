import { hyperstakingWidget } from '../../words/en/hyperstaking-widget.ts'
import type { Section } from '../../words/message.ts'
import { formatPlain } from '../plain-format.ts'
import type { PoolFormat } from './languages/format.ts'

export type PoolKey = keyof typeof hyperstakingWidget

/**
 * The widget's sentences in one language; without the component library that other surfaces need.
 */
export interface PoolWords {
  readonly f: PoolFormat
  t(key: PoolKey, values?: Record<string, string>): string
}

const makeWords = (f: PoolFormat, section: Section): PoolWords => ({
  f,
  t: (key, values = {}) =>
    (section[key] as string).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
})

/** English is part of the core; it is what shows until another language has been loaded. */
export const englishPoolWords = makeWords(
  {
    locale: 'en',
    dusk: (lux, about) => formatPlain(lux, 9, about ? { significant: 4 } : {}),
    percent: (scaled) => `${formatPlain(scaled, 6, { least: 2, most: 2 })}%`,
  },
  hyperstakingWidget,
)

/**
 * Another language is a chunk of its own; a text that could not be loaded leaves English standing.
 */
export async function loadPoolWords(tag: string): Promise<PoolWords> {
  const language = tag.toLowerCase().split('-')[0]
  const loaded =
    language === 'es'
      ? await import('./languages/es.ts')
      : language === 'zh'
        ? await import('./languages/zh-CN.ts')
        : undefined
  return loaded ? makeWords(loaded.format, loaded.section) : englishPoolWords
}
