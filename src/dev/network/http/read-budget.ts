import type { ApiAnswer } from './answer.ts'

/** What a node lets one read-only call take, in units of runtime; nothing more, with 400. */
export const createReadBudget = () => {
  let most = Infinity
  return {
    /** Null: as much as it takes. */
    set: (runtime: number | null) => {
      most = runtime ?? Infinity
    },
    /** The node's refusal of a call that took too much, which is no JSON. */
    refusalOf: (runtime: number): ApiAnswer | undefined =>
      runtime > most ? { status: 400, text: 'Execution time expired' } : undefined,
  }
}
export type ReadBudget = ReturnType<typeof createReadBudget>
