/** A page in which a probe runs code: of Playwright or of the Firefox driver. */
export interface ProbePage {
  evaluate<R>(run: () => R | Promise<R>): Promise<R>
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>
  close(): Promise<void>
}
