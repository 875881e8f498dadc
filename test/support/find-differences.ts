export interface Difference {
  /** Where, as `results[0].block.height`. */
  at: string
  /** What is recorded, and what came instead. */
  recorded: string
  found: string
}

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const isDictionary = (keys: string[]): boolean =>
  keys.length > 0 && keys.every((key) => /[.:]/.test(key))

/**
 * Where two JSON values differ in shape: other keys, or other types. A null matches everything,
 * since a single recording does not show when a value is there; of lists the first elements are
 * compared; an object whose keys are identifiers is compared by its values.
 */
export const findDifferences = (recorded: unknown, found: unknown, at = ''): Difference[] => {
  const [expected, actual] = [typeOf(recorded), typeOf(found)]
  if (expected === 'null' || actual === 'null') return []
  if (expected !== actual) return [{ at, recorded: expected, found: actual }]
  if (Array.isArray(recorded)) {
    const [first] = recorded as unknown[]
    const [other] = found as unknown[]
    return first === undefined || other === undefined
      ? []
      : findDifferences(first, other, `${at}[0]`)
  }
  if (expected !== 'object') return []
  const [left, right] = [recorded, found] as Record<string, unknown>[]
  if (isDictionary(Object.keys(left!)) || isDictionary(Object.keys(right!))) {
    return findDifferences(Object.values(left!), Object.values(right!), at)
  }
  return [...new Set([...Object.keys(left!), ...Object.keys(right!)])].flatMap((key) => {
    const inside = at === '' ? key : `${at}.${key}`
    if (!(key in right!)) return [{ at: inside, recorded: typeOf(left![key]), found: 'nothing' }]
    if (!(key in left!)) return [{ at: inside, recorded: 'nothing', found: typeOf(right![key]) }]
    return findDifferences(left![key], right![key], inside)
  })
}
