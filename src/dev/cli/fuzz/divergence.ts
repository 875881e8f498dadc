import type { Json } from '../replay/json.ts'

/** Model and Clarity contract answered differently; `lines` is the trace with it. */
export class Divergence extends Error {
  readonly lines: readonly Json[]

  constructor(message: string, lines: readonly Json[]) {
    super(message)
    this.name = 'Divergence'
    this.lines = lines
  }
}
