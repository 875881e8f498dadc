/** Counts what ran, and keeps the names of what failed. */
export class Tally {
  passed = 0
  skipped = 0
  readonly failures: string[] = []

  record(name: string, passed: boolean): void {
    if (passed) this.passed++
    else this.failures.push(name)
  }

  /** `N passed, N failed`, and how many were skipped if any were. */
  get line(): string {
    const skipped = this.skipped > 0 ? `, ${this.skipped} skipped` : ''
    return `${this.passed} passed, ${this.failures.length} failed${skipped}`
  }
}
