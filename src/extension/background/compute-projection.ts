import * as v from 'valibot'
import { project } from '../../protocol/dual-stacking/projection/project.ts'
import {
  answerQuestion,
  type HyperstakingQuestion,
} from '../../protocol/hyperstaking/projection/question.ts'
import { hyperstakingQuestion } from '../../worker/hyperstaking-question.ts'
import { projectionQuestion } from '../../worker/worker-request.ts'
import { pack, unpack } from '../bigint-json.ts'

/**
 * A projection computed here: a service worker cannot start a worker. Amounts are bounded by the
 * schema, so that no question takes long.
 */
export function computeProjection(request: string): { ok: true; result: string } | { ok: false } {
  try {
    const question = unpack(request)
    const pool = v.safeParse(hyperstakingQuestion, question)
    if (pool.success)
      return isShort(pool.output)
        ? { ok: true, result: pack(answerQuestion(pool.output as HyperstakingQuestion)) }
        : { ok: false }
    const parsed = v.safeParse(projectionQuestion, question)
    return parsed.success ? { ok: true, result: pack(project(parsed.output)) } : { ok: false }
  } catch {
    return { ok: false }
  }
}

/** The background has other things to do: it answers for a year of two hundred runs, not more. */
const isShort = (question: v.InferOutput<typeof hyperstakingQuestion>): boolean =>
  question.ask === 'project' && question.input.epochs * (question.input.runs + 4) <= 300_000
