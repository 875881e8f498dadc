import type { guide } from './en/guide.ts'
import type { Catalogue as Core } from './en/index.ts'
import type { operator } from './en/operator.ts'
import type { statement } from './en/statement.ts'
import type { Units } from './format/amounts.ts'
import { createFormat, type Format } from './format/format.ts'
import type { Message, Placeholders, Section } from './message.ts'
import { fillPlaceholders, splitAtPlaceholders } from './placeholders.ts'

/**
 * The console's sentences are loaded by the console only, the guide's by the welcome page, those of
 * statements by their page; all others are there everywhere.
 */
type Catalogue = Core & typeof operator & typeof guide & typeof statement
export type Key = keyof Catalogue
type Names<K extends Key> = Placeholders<Catalogue[K]>
type Values<K extends Key, V> = { [N in Names<K>]: N extends 'count' ? number : V }
type Args<K extends Key, V> = [Names<K>] extends [never] ? [] : [Values<K, V>]

/** One language's sentences and figures. */
export interface Words {
  readonly f: Format
  /** The sentence for a key; numbers among the values are formatted. */
  t<K extends Key>(key: K, ...values: Args<K, string | number>): string
  /** The same with elements as values. */
  rich<K extends Key, E>(key: K, ...values: Args<K, E | string | number>): (E | string)[]
  /** Whether there is a sentence for a code that came from elsewhere. */
  has(key: string): key is Key
}

export function createWords(locale: string, catalogue: Section, units: Units): Words {
  const f = createFormat(locale, units)
  const rules = new Intl.PluralRules(locale)
  const textOf = (key: string, values: Record<string, unknown>): string => {
    const message: Message = catalogue[key] ?? key
    if (typeof message === 'string') return message
    return message[rules.select(values['count'] as number)] ?? message.other
  }
  const show = <V>(value: V | number) => (typeof value === 'number' ? f.integer(value) : value)
  const showAll = (values: Record<string, string | number>): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, show(value)]))
  return {
    f,
    t: (key, ...[values = {}]) => fillPlaceholders(textOf(key, values), showAll(values)),
    rich: (key, ...[values = {}]) =>
      splitAtPlaceholders(textOf(key, values)).map((part, i) =>
        i % 2 === 0 ? part : (show((values as Record<string, unknown>)[part]) as never),
      ),
    has: (key): key is Key => Object.hasOwn(catalogue, key),
  }
}
