import * as v from 'valibot'
import { toJson } from '../../chain/json.ts'

/*
 * Every item is stored as {v: version, d: data}. Only the background writes, one write after
 * another; views read and follow changes.
 *
 *   read ──► version known? ──► migrate, one step per version ──► schema ──► value
 *               │ newer: left alone,                               │ does not parse: set aside as
 *               ▼ and not written                                  ▼ quarantine:<key>:<time>, then
 *                                                                    the initial value
 *
 * Each form that was ever stored is kept in test/unit/app/stored/forms: another form needs another
 * version, and a migration to it.
 */

/** Turns the data of one version into the next one's. */
export type Migration = (old: unknown) => unknown

/** The step to a version that reads all that the one before it stored: it only has more forms. */
export const unchanged: Migration = (old) => old

/** A versioned item of storage.local; `migrations[n - 1]` leads from version n to n + 1. */
export interface StoredItem<T> {
  key: string
  version: number
  schema: v.GenericSchema<unknown, T>
  initial: () => T
  migrations: readonly Migration[]
}

/** An item in its present stored form; its version follows from the migrations that led to it. */
export const storedItem = <S extends v.GenericSchema>(
  key: string,
  schema: S,
  initial: () => v.InferOutput<S>,
  migrations: readonly Migration[] = [],
): StoredItem<v.InferOutput<S>> => ({
  key,
  version: migrations.length + 1,
  schema: schema as v.GenericSchema<unknown, v.InferOutput<S>>,
  initial,
  migrations,
})

const stored = v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), d: v.unknown() })

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: 'corrupt' | 'newer' }

/** What is stored under the item's key as a value; absent: the initial one. Never throws. */
export function parseItem<T>(item: StoredItem<T>, raw: unknown): Parsed<T> {
  if (raw === undefined) return { ok: true, value: item.initial() }
  const wrapped = v.safeParse(stored, raw)
  if (!wrapped.success) return { ok: false, code: 'corrupt' }
  if (wrapped.output.v > item.version) return { ok: false, code: 'newer' }
  try {
    const data = item.migrations
      .slice(wrapped.output.v - 1)
      .reduce((older, migrate) => migrate(older), wrapped.output.d)
    const parsed = v.safeParse(item.schema, data)
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, code: 'corrupt' }
  } catch {
    // A migration met data that its version never stored.
    return { ok: false, code: 'corrupt' }
  }
}

/** The item's value in its stored form: JSON, with bigints as decimal strings. */
export const storedForm = <T>(item: StoredItem<T>, value: T): { v: number; d: unknown } => ({
  v: item.version,
  d: toJson(value),
})
