import type { UndoLog } from './undo-log.ts'

/** A contract map whose writes can be undone. Values are replaced, never changed in place. */
export class ContractMap<V> {
  readonly #entries = new Map<string, V>()
  readonly #journal: UndoLog

  constructor(journal: UndoLog) {
    this.#journal = journal
  }

  get(key: string): V | undefined {
    return this.#entries.get(key)
  }

  has(key: string): boolean {
    return this.#entries.has(key)
  }

  set(key: string, value: V): void {
    const old = this.#entries.get(key)
    this.#journal.record(() => this.#restore(key, old))
    this.#entries.set(key, value)
  }

  delete(key: string): void {
    const old = this.#entries.get(key)
    this.#journal.record(() => this.#restore(key, old))
    this.#entries.delete(key)
  }

  #restore(key: string, old: V | undefined): void {
    if (old === undefined) this.#entries.delete(key)
    else this.#entries.set(key, old)
  }
}

/** Joins the parts of a composite map key. */
export const mapKey = (...parts: Array<bigint | string>): string => parts.join('|')
