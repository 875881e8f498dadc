import type { Message } from './message.ts'
import { fillPlaceholders } from './placeholders.ts'

/** A catalogue's sentence for a key, with its values. */
export type Translate<Key extends string> = (key: Key, values?: Record<string, string>) => string

/**
 * The sentences of a catalogue that has no plurals: for surfaces too small for `createWords` and
 * its formats.
 */
export const createTranslate =
  <Key extends string>(catalogue: Readonly<Record<Key, Message>>): Translate<Key> =>
  (key, values = {}) =>
    fillPlaceholders(catalogue[key] as string, values)
