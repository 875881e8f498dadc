import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'

/** Any parsed JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A value as trace files write it: uint as a decimal string. */
export function traceJson(value: ContractValue): Json {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(traceJson)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, traceJson(item)]))
}

/**
 * Where and how two values first differ, whatever the order of keys; undefined when they are equal.
 */
export function findDifference(
  expected: Json | undefined,
  actual: Json | undefined,
  path = '',
): string | undefined {
  if (
    isContainer(expected) &&
    isContainer(actual) &&
    Array.isArray(expected) === Array.isArray(actual)
  ) {
    const [left, right] = [entriesOf(expected), entriesOf(actual)]
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const found = findDifference(
        left.get(key),
        right.get(key),
        Array.isArray(expected) ? `${path}[${key}]` : `${path}.${key}`,
      )
      if (found !== undefined) return found
    }
    return undefined
  }
  if (expected === actual) return undefined
  const place = path === '' ? '' : `${path.replace(/^\./, '')}: `
  return `${place}expected ${showJson(expected)}, got ${showJson(actual)}`
}

/** One line of text for a message, cut when it is long. */
export function showJson(value: Json | undefined): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}

const isContainer = (value: Json | undefined): value is Json[] | { [key: string]: Json } =>
  typeof value === 'object' && value !== null

const entriesOf = (value: Json[] | { [key: string]: Json }): Map<string, Json> =>
  new Map(Object.entries(value))
