import * as v from 'valibot'
import { cBool, cOptional, cPrincipal, cUint, type PlainClarity } from '../../clarity.ts'

type Schema<T> = v.GenericSchema<unknown, T>

/** A field of a print: the contract's name for it, and what it holds. */
export type PrintedField<T> = readonly [name: string, schema: Schema<T>]
type Fields = Readonly<Record<string, PrintedField<unknown>>>
type Decoded<K extends string, F extends Fields> = { kind: K } & {
  [N in keyof F]: F[N] extends PrintedField<infer T> ? T : never
}

/** Reads prints of one topic; undefined: a field is missing or of another type. */
export interface EventReader<E> {
  topic: string
  read(print: Readonly<Record<string, PlainClarity>>): E | undefined
}

/** An event of a topic with these fields; further ones are left out. */
export function printedEvent<K extends string, F extends Fields>(
  topic: K,
  fields: F,
): EventReader<Decoded<K, F>> {
  const entries = Object.entries(fields)
  return {
    topic,
    read(print) {
      const event: Record<string, unknown> = { kind: topic }
      for (const [key, [name, schema]] of entries) {
        const parsed = v.safeParse(schema, Object.hasOwn(print, name) ? print[name] : undefined)
        if (!parsed.success) return undefined
        event[key] = parsed.output
      }
      return event as Decoded<K, F>
    },
  }
}

/** What a contract printed that no reader knows, with its topic if it has one. */
export interface UnknownEvent {
  kind: 'unknown'
  topic: string | null
  value: PlainClarity
}

/** Decodes prints by their topic, or by what the native manager calls its action. */
export function eventDecoder<E>(
  readers: readonly EventReader<E>[],
): (value: PlainClarity) => E | UnknownEvent {
  const byTopic = new Map(readers.map((reader) => [reader.topic, reader]))
  return (value) => {
    const print = tupleOf(value)
    const topic = textOf(print?.topic) ?? textOf(print?.action)
    const body = textOf(print?.topic) === null ? tupleOf(print?.data) : print
    const event = topic === null || !body ? undefined : byTopic.get(topic)?.read(body)
    return event ?? { kind: 'unknown', topic, value }
  }
}

type Tuple = Readonly<Record<string, PlainClarity>>

const tupleOf = (value: PlainClarity | undefined): Tuple | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined

const textOf = (value: PlainClarity | undefined): string | null =>
  typeof value === 'string' ? value : null

export const uintAt = (name: string): PrintedField<bigint> => [name, cUint]
export const boolAt = (name: string): PrintedField<boolean> => [name, cBool]
export const principalAt = (name: string): PrintedField<string> => [name, cPrincipal]
export const bytesField = (name: string): PrintedField<string> => [name, hexBytes]
/** A bond's index; null is the STX-only leg. */
export const legAt = (name: string): PrintedField<bigint | null> => [name, cOptional(cUint)]
/** A uint that only one of the contracts prints; null: it does not. */
export const addedUintAt = (name: string): PrintedField<bigint | null> => [
  name,
  v.optional(v.nullable(cUint), null),
]

const hexBytes = v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})*$/))
