import { type RkyvResult, failWith, settle } from './problem.ts'
import { Sink } from './sink.ts'

/** Values that a byte of a type never has: a compiler may place the field by them. */
export interface Niche {
  /** How many such values there are. */
  count: number
  /** Where the byte is. */
  at: number
}

/** How much room a type takes in an archive, in bytes. */
export interface Shape {
  size: number
  align: number
  niche: Niche | null
}

/** Writes a value at its place, once everything that it points to has been written. */
export type Place = (at: number) => void

/** A type of rkyv 0.7 [hyperstaking 4.4]: its bytes, and its driver's JSON. */
export interface Codec<T> extends Shape {
  /** Whether a value may have bytes outside its own `size`. */
  pointers: boolean
  /** Appends what the value points to and returns how to write the value itself. */
  prepare(value: T, sink: Sink): Place
  /** Reads the value whose `size` bytes begin at `at`; they are inside the view. */
  read(view: DataView, at: number): T
  fromJson(json: unknown): T
  toJson(value: T): unknown
}

/** The values of a codec: `ValueOf<typeof STAKE_TYPES.events.slash>`. */
export type ValueOf<C> = C extends Codec<infer T> ? T : never

/**
 * The bytes that a contract takes for a value.
 *
 * @example
 *   encode(u64, dusk(1000n)) // { ok: true, value: 00 10 a5 d4 e8 00 00 00 }
 */
export const encode = <T>(codec: Codec<T>, value: T): RkyvResult<Uint8Array> =>
  settle(() => {
    const sink = new Sink()
    const place = codec.prepare(value, sink)
    sink.align(codec.align)
    place(sink.reserve(codec.size))
    return sink.finish()
  })

/** The value that a contract's bytes encode. Any bytes give a value or a code. */
export const decode = <T>(codec: Codec<T>, bytes: Uint8Array): RkyvResult<T> =>
  settle(() => {
    const wrong = codec.pointers ? bytes.length < codec.size : bytes.length !== codec.size
    if (wrong) failWith('bad-length')
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return codec.read(view, bytes.length - codec.size)
  })

/** The value of a data driver's JSON: u64 as digits, keys in base58, bytes as hex. */
export const parseJson = <T>(codec: Codec<T>, json: unknown): RkyvResult<T> =>
  settle(() => codec.fromJson(json))
