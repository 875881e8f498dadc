import { arrange } from './arrange.ts'
import type { Codec } from './codec.ts'
import { failWith } from './problem.ts'

type CodecsOf<T> = { [K in keyof T]: Codec<T[K]> }

/** A name as contracts write it: next_eligibility for nextEligibility. */
const jsonName = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The offset of each field of a struct, for those who must find one without reading the rest. */
export interface Struct<T> extends Codec<T> {
  offsets: Readonly<Record<keyof T, number>>
}

/**
 * A struct, its fields in the order in which the contract declares them.
 *
 * @example
 *   struct({ amount: u64, referrer: account })
 */
export const struct = <T extends object>(fields: CodecsOf<T>): Struct<T> => {
  const list = (Object.entries(fields) as Array<[keyof T & string, Codec<T[keyof T]>]>).map(
    ([name, codec]) => ({ name, codec, json: jsonName(name) }),
  )
  const { offsets, ...shape } = arrange(list.map(({ codec }) => codec))
  const build = (valueOf: (index: number) => T[keyof T]): T =>
    Object.fromEntries(list.map(({ name }, index) => [name, valueOf(index)])) as T
  return {
    ...shape,
    offsets: Object.fromEntries(list.map(({ name }, index) => [name, offsets[index]])) as Record<
      keyof T,
      number
    >,
    pointers: list.some(({ codec }) => codec.pointers),
    prepare: (value, sink) => {
      const places = list.map(({ name, codec }) => codec.prepare(value[name], sink))
      return (at) => {
        for (const [index, place] of places.entries()) place(at + offsets[index]!)
      }
    },
    read: (view, at) => build((index) => list[index]!.codec.read(view, at + offsets[index]!)),
    fromJson: (json) => {
      if (typeof json !== 'object' || json === null) return failWith('bad-value')
      const record = json as Record<string, unknown>
      return build((index) => list[index]!.codec.fromJson(record[list[index]!.json]))
    },
    toJson: (value) =>
      Object.fromEntries(list.map(({ name, codec, json }) => [json, codec.toJson(value[name])])),
  }
}

/** A tuple, as a struct whose fields have no names. */
export const tuple = <A, B>(first: Codec<A>, second: Codec<B>): Codec<[A, B]> => {
  const { offsets, ...shape } = arrange([first, second])
  const [firstAt, secondAt] = offsets as [number, number]
  return {
    ...shape,
    pointers: first.pointers || second.pointers,
    prepare: ([a, b], sink) => {
      const placeFirst = first.prepare(a, sink)
      const placeSecond = second.prepare(b, sink)
      return (at) => {
        placeFirst(at + firstAt)
        placeSecond(at + secondAt)
      }
    },
    read: (view, at) => [first.read(view, at + firstAt), second.read(view, at + secondAt)],
    fromJson: (json) =>
      Array.isArray(json) && json.length === 2
        ? [first.fromJson(json[0]), second.fromJson(json[1])]
        : failWith('bad-value'),
    toJson: ([a, b]) => [first.toJson(a), second.toJson(b)],
  }
}
