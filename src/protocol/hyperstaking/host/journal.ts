/**
 * The undo log of a host: every change of a table or cell leaves the way back here, so that a
 * failed transaction leaves nothing behind.
 */
export class Journal {
  private log: Array<() => void> = []
  private recording = false

  /** Runs `change`; when it throws, all its changes are reverted and the error is rethrown. */
  attempt<T>(change: () => T): T {
    const outer = this.recording
    const mark = this.log.length
    this.recording = true
    try {
      return change()
    } catch (error) {
      this.rollback(mark)
      throw error
    } finally {
      this.recording = outer
      if (!outer) this.log = []
    }
  }

  /** Runs a read: whatever it changed is put back, result or not. */
  peek<T>(read: () => T): T {
    const outer = this.recording
    const mark = this.log.length
    this.recording = true
    try {
      return read()
    } finally {
      this.rollback(mark)
      this.recording = outer
    }
  }

  note(undo: () => void): void {
    if (this.recording) this.log.push(undo)
  }

  private rollback(mark: number): void {
    while (this.log.length > mark) this.log.pop()!()
  }
}
