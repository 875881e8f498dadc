import type { UndoLog } from './undo-log.ts'

/** A data variable of a contract whose writes can be undone. */
export class DataVariable<V> {
  readonly #journal: UndoLog
  #value: V

  constructor(journal: UndoLog, value: V) {
    this.#journal = journal
    this.#value = value
  }

  get value(): V {
    return this.#value
  }

  set(value: V): void {
    const old = this.#value
    this.#journal.record(() => {
      this.#value = old
    })
    this.#value = value
  }
}
