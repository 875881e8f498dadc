import { bitcoinStakingWidget } from '../../words/en/bitcoin-staking-widget.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'
import { plainFormat, type WidgetFormat } from '../plain-format.ts'
import { verifyChunk } from '../verify-chunk.ts'

export type YieldWordKey = keyof typeof bitcoinStakingWidget

/** The widget's sentences and figures in one language. */
export interface YieldWords {
  readonly f: WidgetFormat
  readonly t: Translate<YieldWordKey>
}

/** English is part of the core; it is what shows until another language has been loaded. */
export const englishYieldWords: YieldWords = {
  f: plainFormat,
  t: createTranslate(bitcoinStakingWidget),
}

/** The words for a language tag; what other languages than English need is loaded for them. */
export async function loadYieldWords(tag: string): Promise<YieldWords> {
  if (/^en\b/i.test(tag)) return englishYieldWords
  await verifyChunk('yield-language.js')
  const { loadYieldLanguage } = await import('./yield-language.ts')
  const language = await loadYieldLanguage(tag)
  return language ? { f: language.f, t: createTranslate(language.sentences) } : englishYieldWords
}
