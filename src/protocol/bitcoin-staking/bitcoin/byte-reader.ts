/** Thrown when bytes are not what is read from them. */
export class Malformed extends Error {}

/** Reads Bitcoin's serialization: little-endian numbers, counts of variable length. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get offset(): number {
    return this.#offset
  }

  isAtEnd(): boolean {
    return this.#offset === this.#bytes.length
  }

  take(count: number): Uint8Array {
    const end = this.#offset + count
    if (end > this.#bytes.length) throw new Malformed()
    const taken = this.#bytes.subarray(this.#offset, end)
    this.#offset = end
    return taken
  }

  /** A little-endian number of `length` bytes. */
  number(length: number): bigint {
    return littleEndian(this.take(length))
  }

  byte(): number {
    return this.take(1)[0]!
  }

  /** A count in its shortest form; a longer form is refused. */
  count(): number {
    const first = this.byte()
    const form = longForms.get(first)
    if (form === undefined) return first
    const value = this.number(form.length)
    if (value < form.least || value > BigInt(this.#bytes.length)) throw new Malformed()
    return Number(value)
  }

  /** Bytes after their count. */
  sized(): Uint8Array {
    return this.take(this.count())
  }
}

const longForms: ReadonlyMap<number, { readonly length: number; readonly least: bigint }> = new Map(
  [
    [0xfd, { length: 2, least: 0xfdn }],
    [0xfe, { length: 4, least: 0x1_0000n }],
    [0xff, { length: 8, least: 0x1_0000_0000n }],
  ],
)

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
