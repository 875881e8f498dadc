import type { UndoLog } from '../../clarity/undo-log.ts'

interface Version<V> {
  readonly height: bigint
  readonly value: V
}

/**
 * A value with its past: what it was at the end of every Stacks block. Heights of writes never
 * fall.
 */
export class History<V> {
  readonly #versions: Array<Version<V>>
  readonly #journal: UndoLog

  constructor(journal: UndoLog, initial: V) {
    this.#journal = journal
    this.#versions = [{ height: 0n, value: initial }]
  }

  get now(): V {
    return this.#versions.at(-1)!.value
  }

  /** The value at the end of block h. */
  at(h: bigint): V {
    let low = 0
    let high = this.#versions.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#versions[middle]!.height <= h) low = middle
      else high = middle - 1
    }
    return this.#versions[low]!.value
  }

  /** Writes in block `height`: the last write of a block is what later blocks see of it. */
  set(height: bigint, value: V): void {
    const last = this.#versions.length - 1
    const old = this.#versions[last]!
    if (old.height === height) {
      this.#versions[last] = { height, value }
      this.#journal.record(() => {
        this.#versions[last] = old
      })
    } else {
      this.#versions.push({ height, value })
      this.#journal.record(() => {
        this.#versions.length = last + 1
      })
    }
  }
}
