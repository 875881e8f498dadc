/** Bytes written one after the other, with zeros where alignment asks for them. */
export class Sink {
  private bytes = new Uint8Array(256)
  private used = 0

  get length(): number {
    return this.used
  }

  /** Adds zeros up to a multiple of `alignment`; returns the position. */
  align(alignment: number): number {
    this.reserve(Math.ceil(this.used / alignment) * alignment - this.used)
    return this.used
  }

  /** Adds `size` zero bytes; returns where they begin. */
  reserve(size: number): number {
    const at = this.used
    const needed = at + size
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.bytes.length * 2))
      grown.set(this.bytes.subarray(0, at))
      this.bytes = grown
    }
    this.used = needed
    return at
  }

  append(bytes: Uint8Array): number {
    const at = this.reserve(bytes.length)
    this.bytes.set(bytes, at)
    return at
  }

  set(at: number, bytes: Uint8Array): void {
    this.bytes.set(bytes, at)
  }

  /** A view of what is written so far; valid until the next `reserve`. */
  view(): DataView {
    return new DataView(this.bytes.buffer, 0, this.used)
  }

  finish(): Uint8Array {
    return this.bytes.slice(0, this.used)
  }
}
