import type { Codec, Shape } from './codec.ts'
import { failWith } from './problem.ts'

/** A tag of one byte, then a variant's value where its alignment allows. */
const taggedShape = (variants: readonly Shape[]): Shape => {
  const align = Math.max(1, ...variants.map((variant) => variant.align))
  const end = Math.max(1, ...variants.map(({ size, align }) => Math.max(1, align) + size))
  return {
    size: Math.ceil(end / align) * align,
    align,
    niche: { count: 256 - variants.length, at: 0 },
  }
}

/** One of some words: its place as one byte, the word in JSON. */
export const oneOf = <W extends string>(...words: W[]): Codec<W> => {
  const indexOf = (word: unknown): number => {
    const index = words.indexOf(word as W)
    return index < 0 ? failWith('bad-value') : index
  }
  return {
    size: 1,
    align: 1,
    niche: { count: 256 - words.length, at: 0 },
    pointers: false,
    prepare: (value, sink) => {
      const index = indexOf(value)
      return (at) => sink.view().setUint8(at, index)
    },
    read: (view, at) => words[view.getUint8(at)] ?? failWith('bad-tag'),
    fromJson: (json) => words[indexOf(json)]!,
    toJson: (value) => value,
  }
}

/** A value or null. */
export const option = <T>(some: Codec<T>): Codec<T | null> => ({
  ...taggedShape([{ size: 0, align: 1, niche: null }, some]),
  pointers: some.pointers,
  prepare: (value, sink) => {
    if (value === null) return () => {}
    const place = some.prepare(value, sink)
    return (at) => {
      sink.view().setUint8(at, 1)
      place(at + some.align)
    }
  },
  read: (view, at) => {
    const tag = view.getUint8(at)
    if (tag > 1) failWith('bad-tag')
    return tag === 0 ? null : some.read(view, at + some.align)
  },
  fromJson: (json) => (json === null || json === undefined ? null : some.fromJson(json)),
  toJson: (value) => (value === null ? null : some.toJson(value)),
})

/** A value of one of several kinds: `{ kind: 'account', account: … }`. */
export type Tagged<M> = {
  [K in keyof M & string]: { kind: K } & { [P in K]: M[P] }
}[keyof M & string]

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** An enum with a value in each variant, in the contract's order; `{"Account": …}` in JSON. */
export const tagged = <M extends object>(variants: {
  [K in keyof M]: Codec<M[K]>
}): Codec<Tagged<M>> => {
  const list = Object.entries(variants) as Array<[string, Codec<M[keyof M]>]>
  const variantOf = (kind: string) => {
    const tag = list.findIndex(([name]) => name === kind)
    return tag < 0 ? failWith('bad-value') : { tag, codec: list[tag]![1] }
  }
  const valueOf = (value: Tagged<M>) =>
    (value as unknown as Record<string, M[keyof M]>)[value.kind] as M[keyof M]
  return {
    ...taggedShape(list.map(([, codec]) => codec)),
    pointers: list.some(([, codec]) => codec.pointers),
    prepare: (value, sink) => {
      const { tag, codec } = variantOf(value.kind)
      const place = codec.prepare(valueOf(value), sink)
      return (at) => {
        sink.view().setUint8(at, tag)
        place(at + codec.align)
      }
    },
    read: (view, at) => {
      const [kind, codec] = list[view.getUint8(at)] ?? failWith('bad-tag')
      return { kind, [kind]: codec.read(view, at + codec.align) } as unknown as Tagged<M>
    },
    fromJson: (json) => {
      if (typeof json !== 'object' || json === null) return failWith('bad-value')
      const entries = Object.entries(json)
      const [name, inner] = entries.length === 1 ? entries[0]! : failWith('bad-value')
      const [kind, codec] = list.find(([each]) => capital(each) === name) ?? failWith('bad-value')
      return { kind, [kind]: codec.fromJson(inner) } as unknown as Tagged<M>
    },
    toJson: (value) => {
      const { codec } = variantOf(value.kind)
      return { [capital(value.kind)]: codec.toJson(valueOf(value)) }
    },
  }
}
