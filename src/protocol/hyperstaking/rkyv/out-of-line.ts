import { hex } from '../host/signature.ts'
import type { Codec } from './codec.ts'
import { bytesAt, bytesOfHex } from './fixed-bytes.ts'
import { failWith } from './problem.ts'
import { utf8Bytes, utf8Text } from './utf8.ts'

/** The most bytes that a string keeps in its own field. */
const INLINE = 7

/** Where `count` elements of `size` bytes begin, when they lie in the buffer. */
const target = (view: DataView, at: number, distance: number, bytes: number): number => {
  const start = at + distance
  return start >= 0 && start + bytes <= view.byteLength ? start : failWith('bad-pointer')
}

/** A string: up to 7 bytes in its field, longer ones before the value. */
export const text: Codec<string> = {
  size: 8,
  align: 4,
  niche: null,
  pointers: true,
  prepare: (value, sink) => {
    const bytes = utf8Bytes(value)
    if (bytes.length <= INLINE)
      return (at) => {
        sink.set(at, bytes)
        sink.view().setUint8(at + INLINE, bytes.length)
      }
    const start = sink.append(bytes)
    return (at) => {
      sink.view().setUint32(at, bytes.length, true)
      sink.view().setInt32(at + 4, start - at, true)
    }
  },
  read: (view, at) => {
    const last = view.getUint8(at + INLINE)
    if (last < 0x80)
      return last <= INLINE ? utf8Text(bytesAt(view, at, last)) : failWith('bad-length')
    const length = view.getUint32(at, true)
    return utf8Text(bytesAt(view, target(view, at, view.getInt32(at + 4, true), length), length))
  },
  fromJson: (json) => (typeof json === 'string' ? json : failWith('bad-value')),
  toJson: (value) => value,
}

const FIELD = { size: 8, align: 4, niche: null, pointers: true } as const

/** A vector of bytes; hex in JSON. */
export const byteVector: Codec<Uint8Array> = {
  ...FIELD,
  prepare: (value, sink) => {
    const start = sink.append(value)
    return (at) => {
      sink.view().setInt32(at, start - at, true)
      sink.view().setUint32(at + 4, value.length, true)
    }
  },
  read: (view, at) => {
    const length = view.getUint32(at + 4, true)
    return bytesAt(view, target(view, at, view.getInt32(at, true), length), length)
  },
  fromJson: bytesOfHex,
  toJson: hex,
}

/** A vector: its elements one after the other, before the value. */
export const vector = <T>(item: Codec<T>): Codec<T[]> => ({
  ...FIELD,
  prepare: (values, sink) => {
    const places = values.map((value) => item.prepare(value, sink))
    sink.align(item.align)
    const start = sink.reserve(item.size * values.length)
    for (const [index, place] of places.entries()) place(start + index * item.size)
    return (at) => {
      sink.view().setInt32(at, start - at, true)
      sink.view().setUint32(at + 4, values.length, true)
    }
  },
  read: (view, at) => {
    const length = view.getUint32(at + 4, true)
    const start = target(view, at, view.getInt32(at, true), length * item.size)
    return Array.from({ length }, (_, index) => item.read(view, start + index * item.size))
  },
  fromJson: (json) =>
    Array.isArray(json) ? json.map((each: unknown) => item.fromJson(each)) : failWith('bad-value'),
  toJson: (values) => values.map((value) => item.toJson(value)),
})
