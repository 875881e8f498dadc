import { hyperstakingWidget } from '../../words/en/hyperstaking-widget.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'
import { formatPlain } from '../plain-format.ts'
import { verifyChunk } from '../verify-chunk.ts'
import type { PoolFormat } from './pool-format.ts'

export type PoolWordKey = keyof typeof hyperstakingWidget

/** The widget's sentences and figures in one language. */
export interface PoolWords {
  readonly f: PoolFormat
  readonly t: Translate<PoolWordKey>
}

/** English is part of the core; it is what shows until another language has been loaded. */
export const englishPoolWords: PoolWords = {
  f: {
    locale: 'en',
    dusk: (lux, about) => formatPlain(lux, 9, about ? { significant: 4 } : {}),
    percent: (scaled) => `${formatPlain(scaled, 6, { least: 2, most: 2 })}%`,
  },
  t: createTranslate(hyperstakingWidget),
}

/** The words for a language tag; what other languages than English need is loaded for them. */
export async function loadPoolWords(tag: string): Promise<PoolWords> {
  if (/^en\b/i.test(tag)) return englishPoolWords
  await verifyChunk('pool-language.js')
  const { loadPoolLanguage } = await import('./pool-language.ts')
  const language = await loadPoolLanguage(tag)
  return language ? { f: language.f, t: createTranslate(language.sentences) } : englishPoolWords
}
