import * as v from 'valibot'

/**
 * `bad-request`: the question does not fit; `superseded`: it is about a set of participants that a
 * later one has replaced; `failed`: it has no answer.
 */
export const workerProblemCodes = ['bad-request', 'superseded', 'failed'] as const

/** An answer's envelope; the worker is our own file, so its contents are trusted. */
export const workerAnswer = v.variant('ok', [
  v.object({ id: v.number(), ok: v.literal(true), result: v.unknown() }),
  v.object({
    id: v.number(),
    ok: v.literal(false),
    code: v.picklist(workerProblemCodes),
    message: v.string(),
  }),
])
export type WorkerAnswer = v.InferOutput<typeof workerAnswer>
