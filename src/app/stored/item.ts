import * as v from 'valibot'
import { toJson } from '../../chain/json.ts'

/*
 * Every item is stored as {v: version, d: data}. Only the background writes, one write after another; views read and follow changes.
 *
 *   read ──► version known? ──► migrate, one step per version ──► schema ──► value
 *               │ newer: left alone, and not written              │ does not parse: set aside under quarantine:<key>:<time>, then the initial value
 */

/**
 * A versioned item of storage.local. `migrations[n]` turns the data of version n into that of n + 1.
 */
export interface StoredItem<T> {
  key: string
  version: number
  schema: v.GenericSchema<unknown, T>
  initial: () => T
  migrations?: Record<number, (old: unknown) => unknown>
}

const stored = v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), d: v.unknown() })

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: 'corrupt' | 'newer' }

/** What is stored under the item's key as a value; absent: the initial one. Never throws. */
export function parseItem<T>(item: StoredItem<T>, raw: unknown): Parsed<T> {
  if (raw === undefined) return { ok: true, value: item.initial() }
  const wrapped = v.safeParse(stored, raw)
  if (!wrapped.success) return { ok: false, code: 'corrupt' }
  if (wrapped.output.v > item.version) return { ok: false, code: 'newer' }
  try {
    let data = wrapped.output.d
    for (let version = wrapped.output.v; version < item.version; version++) {
      const migrate = item.migrations?.[version]
      if (!migrate) return { ok: false, code: 'corrupt' }
      data = migrate(data)
    }
    const parsed = v.safeParse(item.schema, data)
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, code: 'corrupt' }
  } catch {
    return { ok: false, code: 'corrupt' }
  }
}

/** The item's value as it is stored: JSON, with bigints as decimal strings. */
export const storedForm = <T>(item: StoredItem<T>, value: T): { v: number; d: unknown } => ({
  v: item.version,
  d: toJson(value),
})
