import { dualStackingWidget } from '../../words/en/dual-stacking-widget.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'
import { plainFormat, type WidgetFormat } from '../plain-format.ts'
import { verifyChunk } from '../verify-chunk.ts'

export type BoostKey = keyof typeof dualStackingWidget

/** The widget's sentences and figures in one language. */
export interface BoostWords {
  readonly f: WidgetFormat
  readonly t: Translate<BoostKey>
}

/** English is part of the core; it is what shows until another language has been loaded. */
export const englishBoostWords: BoostWords = {
  f: plainFormat,
  t: createTranslate(dualStackingWidget),
}

/** The words for a language tag; what other languages than English need is loaded for them. */
export async function loadBoostWords(tag: string): Promise<BoostWords> {
  if (/^en\b/i.test(tag)) return englishBoostWords
  await verifyChunk('boost-language.js')
  const { loadBoostLanguage } = await import('./boost-language.ts')
  const language = await loadBoostLanguage(tag)
  return language ? { f: language.f, t: createTranslate(language.sentences) } : englishBoostWords
}
