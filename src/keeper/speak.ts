import { keeper as english } from '../words/en/keeper.ts'
import { keeper as spanish } from '../words/es/keeper.ts'
import { chooseLocale, type Locale } from '../words/locales.ts'
import type { Translation } from '../words/message.ts'
import { createTranslate } from '../words/translate.ts'
import { keeper as chinese } from '../words/zh-CN/keeper.ts'

const catalogues: Record<Locale, Translation<typeof english>> = {
  en: english,
  es: spanish,
  'zh-CN': chinese,
}

/** A sentence of the keeper, by its key. */
export type KeeperWord = keyof typeof english

/** A sentence with its values. */
export interface KeeperSentence {
  word: KeeperWord
  values?: Record<string, string>
  /** What it is about, put before it: a file with its line, a field. */
  place?: string
}

/** Says the keeper's sentences in one language. */
export interface Speaker {
  locale: Locale
  say(sentence: KeeperSentence): string
}

/** A speaker of the shell's language (`LC_ALL`, `LC_MESSAGES`, `LANG`). */
export function createSpeaker(environment: Readonly<Record<string, string | undefined>>): Speaker {
  const { LC_ALL, LC_MESSAGES, LANG } = environment
  const tag = (LC_ALL || LC_MESSAGES || LANG || '').replace(/[.@].*$/, '').replace('_', '-')
  const locale = chooseLocale('auto', [tag])
  const translate = createTranslate<KeeperWord>(catalogues[locale])
  return {
    locale,
    say({ word, values = {}, place }) {
      const text = translate(word, values)
      return place === undefined ? text : `${place}: ${text}`
    },
  }
}
