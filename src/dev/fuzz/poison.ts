const pollution = { polluted: 1 }

/** An object with own keys through which a careless merge reaches the prototype of all objects. */
const poison = (): Record<string, unknown> =>
  Object.defineProperty({ constructor: { prototype: pollution } }, '__proto__', {
    value: pollution,
    enumerable: true,
    configurable: true,
    writable: true,
  })

/** A copy of a value in which each object has such keys in addition to its own. */
export function poisoned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(poisoned)
  if (typeof value !== 'object' || value === null) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.assign(
    poison(),
    Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poisoned(each)])),
  )
}

/** The same for a JSON text; undefined when it is not one. */
export function poisonedJson(text: string): string | undefined {
  try {
    return JSON.stringify(poisoned(JSON.parse(text)))
  } catch {
    return undefined
  }
}

/** Nothing but such keys. */
export const onlyPoison = (): unknown => poison()
