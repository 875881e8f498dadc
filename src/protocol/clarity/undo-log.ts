/** What to undo when a transaction, or one element of a batch, fails. */
export class UndoLog {
  readonly #undo: Array<() => void> = []

  record(undo: () => void): void {
    this.#undo.push(undo)
  }

  /** A mark for `rollback`. */
  mark(): number {
    return this.#undo.length
  }

  /** Undoes everything recorded since the mark, newest first. */
  rollback(mark: number): void {
    while (this.#undo.length > mark) this.#undo.pop()!()
  }

  /** Makes everything recorded so far final. */
  commit(): void {
    this.#undo.length = 0
  }
}
