import { some, type ContractTuple, type ContractValue } from './contract-value.ts'
import { fromBigEndian, toHex } from './hex.ts'
import type { ParameterType, ParameterValue } from './parameter-types.ts'
import { prefix } from './serialize.ts'

/** Types that `deserialize` reads. */
type Readable = Exclude<ParameterType, 'principal' | 'trait' | { readonly ascii: number }>

/**
 * The value that the bytes are, if they are exactly one of the type: no field more or less, no byte
 * left over, no other order; else undefined. Principals and text are not read.
 */
export function deserialize<const T extends Readable>(
  type: T,
  bytes: Uint8Array,
): ParameterValue<T> | undefined {
  const reader = new Reader(bytes)
  try {
    const value = reader.value(type)
    return reader.isAtEnd() ? (value as ParameterValue<T>) : undefined
  } catch (error) {
    if (error instanceof OtherType) return undefined
    throw error
  }
}

class OtherType extends Error {}

class Reader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  isAtEnd(): boolean {
    return this.#offset === this.#bytes.length
  }

  value(type: ParameterType): ContractValue {
    const kind = this.#take(1)[0]
    if (type === 'uint') return this.#expect(kind, prefix.uint, () => fromBigEndian(this.#take(16)))
    if (type === 'bool') {
      if (kind !== prefix.true && kind !== prefix.false) throw new OtherType()
      return kind === prefix.true
    }
    if (typeof type === 'string' || 'ascii' in type) throw new OtherType()
    if ('buffer' in type) {
      return this.#expect(kind, prefix.buffer, () => toHex(this.#take(this.#count(type.buffer))))
    }
    if ('optional' in type) {
      if (kind === prefix.none) return null
      return this.#expect(kind, prefix.some, () => some(this.value(type.optional)))
    }
    if ('list' in type) {
      return this.#expect(kind, prefix.list, () =>
        Array.from({ length: this.#count(type.max) }, () => this.value(type.list)),
      )
    }
    if ('tuple' in type) return this.#expect(kind, prefix.tuple, () => this.#tuple(type.tuple))
    if (kind === prefix.ok) return { ok: this.value(type.ok) }
    return this.#expect(kind, prefix.err, () => ({ err: this.value(type.err) }))
  }

  #tuple(fields: Readonly<Record<string, ParameterType>>): ContractTuple {
    const names = Object.keys(fields)
    if (this.#count(names.length) !== names.length) throw new OtherType()
    const tuple: Record<string, ContractValue> = {}
    // Names come sorted, each once.
    for (const expected of names.toSorted()) {
      const name = String.fromCharCode(...this.#take(this.#take(1)[0]!))
      if (name !== expected) throw new OtherType()
      tuple[name] = this.value(fields[name]!)
    }
    return tuple
  }

  #count(most: number): number {
    const count = Number(fromBigEndian(this.#take(4)))
    if (count > most) throw new OtherType()
    return count
  }

  #expect<V>(kind: number | undefined, expected: number, read: () => V): V {
    if (kind !== expected) throw new OtherType()
    return read()
  }

  #take(count: number): Uint8Array {
    const end = this.#offset + count
    if (end > this.#bytes.length) throw new OtherType()
    const taken = this.#bytes.subarray(this.#offset, end)
    this.#offset = end
    return taken
  }
}
