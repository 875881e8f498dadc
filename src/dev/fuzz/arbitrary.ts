import fc from 'fast-check'

/** As much of a valibot schema as is needed to make values that it takes. */
interface SchemaLike {
  kind: string
  type: string
  pipe?: readonly { type: string; requirement?: unknown }[]
  entries?: Record<string, SchemaLike>
  item?: SchemaLike
  items?: readonly SchemaLike[]
  options?: readonly (SchemaLike | string)[]
  wrapped?: SchemaLike
  key?: SchemaLike
  value?: SchemaLike
  literal?: unknown
}

const principal = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const texts = fc.oneof(
  fc.string(),
  fc.constantFrom(
    principal,
    `${principal}.dual-stacking`,
    `0x${'ab'.repeat(32)}`,
    'cd'.repeat(32),
    'https://api.example',
    '12345678901234567890',
  ),
  fc.nat().map(String),
)

/**
 * Values that a schema takes, most of the time: what a pipe demands beyond a pattern is left to
 * chance.
 */
export function arbitraryOf(schema: SchemaLike, depth = 0): fc.Arbitrary<unknown> {
  const inner = (next: SchemaLike | undefined) =>
    next && depth < 12 ? arbitraryOf(next, depth + 1) : fc.constant(null)
  const base = schema.pipe?.[0] as SchemaLike | undefined
  if (base && base !== schema && base.kind === 'schema' && base.type !== schema.type)
    return inner(base)
  switch (schema.type) {
    case 'string':
      return text(schema)
    case 'number':
      return fc.oneof(fc.nat(), fc.nat(3), fc.double({ noNaN: true }))
    case 'bigint':
      return fc.oneof(
        fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }),
        fc.bigInt({ min: 0n, max: 10n }),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'undefined':
      return fc.constant(undefined)
    case 'literal':
      return fc.constant(schema.literal)
    case 'picklist':
    case 'enum':
      return fc.constantFrom(...(schema.options as readonly unknown[]))
    case 'object':
    case 'strict_object':
    case 'loose_object':
    case 'object_with_rest':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.entries ?? {}).map(([name, field]) => [name, inner(field)]),
        ),
      )
    case 'array':
      return fc.array(inner(schema.item), { maxLength: 3 })
    case 'tuple':
      return fc.tuple(...(schema.items ?? []).map(inner))
    case 'record':
      return fc.dictionary(
        texts.filter((name) => name !== '__proto__'),
        inner(schema.value),
        { maxKeys: 3 },
      )
    case 'nullable':
      return fc.option(inner(schema.wrapped))
    case 'optional':
    case 'nullish':
    case 'exact_optional':
      return fc.option(inner(schema.wrapped), { nil: undefined })
    case 'union':
    case 'variant':
    case 'intersect':
      return fc.oneof(...(schema.options as readonly SchemaLike[]).map(inner))
    default:
      return fc.oneof(texts, fc.anything())
  }
}

function text(schema: SchemaLike): fc.Arbitrary<unknown> {
  const pattern = schema.pipe?.find((action) => action.type === 'regex')?.requirement
  if (!(pattern instanceof RegExp)) return texts
  try {
    return fc.oneof(fc.stringMatching(pattern), texts)
  } catch {
    return texts
  }
}

const deep = (levels: number): unknown => {
  let value: unknown = null
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { value }
  return value
}

/** What hostile or broken sources put in the place of a value. */
const oddity = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    NaN,
    Infinity,
    -0,
    -1,
    2 ** 53,
    1e308,
    '',
    '0x',
    '\0',
    '\u{D800}',
    '__proto__',
    'constructor',
    '9'.repeat(400),
    -1n,
    2n ** 300n,
    true,
    [],
    {},
    new Date(NaN),
    new Map(),
    new Uint8Array(9),
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    deep(2000),
  ),
  fc.anything(),
)

/**
 * A value with some of its parts replaced, taken out or doubled; the parts are counted in the order
 * in which they are met.
 */
export const mutated = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      values,
      fc.array(fc.tuple(fc.nat(40), fc.constantFrom('replace', 'remove', 'add'), oddity), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([value, changes]) => changes.reduce((current, change) => changed(current, change), value))

type Change = [place: number, how: string, by: unknown]

function changed(value: unknown, [place, how, by]: Change): unknown {
  let left = place
  const visit = (current: unknown): unknown => {
    if (left-- === 0) return by
    if (Array.isArray(current))
      return how === 'add' && left === 0 ? [...current, by, ...current] : current.map(visit)
    if (
      typeof current !== 'object' ||
      current === null ||
      Object.getPrototypeOf(current) !== Object.prototype
    )
      return current
    const entries = Object.entries(current).map(([name, each]) => [name, visit(each)] as const)
    if (how === 'remove' && left < 0) entries.splice(place % Math.max(1, entries.length), 1)
    if (how === 'add') entries.push(['unexpected', by])
    return Object.fromEntries(entries)
  }
  return visit(value)
}

/** A text with pieces cut out, doubled, or replaced by signs that mean something somewhere. */
export const mutatedText = (samples: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      samples,
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(20),
          fc.oneof(
            fc.constantFrom(
              '',
              '"',
              '\\',
              '{',
              '[',
              '0',
              'ff',
              '-',
              '.',
              ',',
              '\n',
              '\0',
              'e9',
              '__proto__',
            ),
            fc.string(),
          ),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    )
    .map(([sample, cuts]) =>
      cuts.reduce((current, [at, length, by]) => {
        const from = current.length === 0 ? 0 : at % current.length
        return current.slice(0, from) + by + current.slice(from + length)
      }, sample),
    )

export { deep, texts }
