import * as v from 'valibot'
import { programmeProfile } from '../../../chain/stacks/programme/programme-profile.ts'
import type { RefreshProblem } from '../../../chain/stacks/refresh-problem.ts'

const problems = [
  'offline',
  'slow',
  'rate-limited',
  'bad-answer',
  'server-error',
  'wrong-chain',
  'contract-missing',
] as const satisfies readonly RefreshProblem[]

const programmeAnswer = v.variant('ok', [
  v.object({ ok: v.literal(true), reading: programmeProfile }),
  v.object({ ok: v.literal(false), problem: v.picklist(problems) }),
])
/** What was read of a programme, or why nothing was. */
export type ProgrammeAnswer = v.InferOutput<typeof programmeAnswer>

/** An answer as it came, as JSON or not; what is none is no answer. */
export function parseProgrammeAnswer(answer: unknown): ProgrammeAnswer {
  const parsed = v.safeParse(programmeAnswer, answer)
  return parsed.success ? parsed.output : { ok: false, problem: 'bad-answer' }
}
