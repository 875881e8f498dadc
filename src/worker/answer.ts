import * as v from 'valibot'
import { costOfLateCalculation } from '../protocol/bitcoin-staking/projection/cost-of-late-calculation.ts'
import { costOfLeavingBond } from '../protocol/bitcoin-staking/projection/cost-of-leaving.ts'
import { projectBond } from '../protocol/bitcoin-staking/projection/project-bond.ts'
import {
  projectStaking,
  type StakingQuestion,
} from '../protocol/bitcoin-staking/projection/project-staking.ts'
import { GoldenRatioFinder } from '../protocol/dual-stacking/golden-ratio/golden-ratio.ts'
import { project } from '../protocol/dual-stacking/projection/project.ts'
import {
  answerQuestion,
  type HyperstakingQuestion,
} from '../protocol/hyperstaking/projection/question.ts'
import type { WorkerAnswer } from './worker-answer.ts'
import { workerRequest, type WorkerRequest } from './worker-request.ts'

/**
 * Answers questions one after another: in the worker, or on the main thread without one. It keeps
 * the participants of the latest golden ratio question, so that a change of one of them is answered
 * in microseconds.
 */
export function createAnswerer(): (message: unknown) => WorkerAnswer {
  let set: { id: number; finder: GoldenRatioFinder } | undefined

  return (message) => {
    const parsed = v.safeParse(workerRequest, message)
    if (!parsed.success)
      return refuse(
        idOf(message),
        'bad-request',
        v.flatten(parsed.issues).root?.[0] ??
          `${v.getDotPath(parsed.issues[0])}: ${parsed.issues[0].message}`,
      )
    const request = parsed.output
    try {
      if ('set' in request && request.set !== set?.id)
        return refuse(request.id, 'superseded', 'participants-replaced')
      return { id: request.id, ok: true, result: answer(request) }
    } catch (error) {
      return refuse(request.id, 'failed', error instanceof Error ? error.message : String(error))
    }
  }

  function answer(request: WorkerRequest): unknown {
    switch (request.kind) {
      case 'hello':
        return null
      case 'project':
        return project(request.request)
      case 'ratio-load':
        set = { id: request.id, finder: new GoldenRatioFinder(request.columns, request.options) }
        return set.finder.find()
      case 'ratio-change':
        if (request.row >= set!.finder.index.columns.sats.length)
          throw new RangeError('no-such-row')
        set!.finder.change(request.row, request.sats, request.microStx)
        return set!.finder.find()
      case 'ratio-neighbours':
        return set!.finder.neighbours(request.ratio)
      // The schema leaves out what a design leaves to its default; the type says the same
      // otherwise.
      case 'hyper':
        return answerQuestion(request.question as HyperstakingQuestion)
      case 'stake':
        return projectStaking(request.question as StakingQuestion)
      case 'bond':
        return projectBond(request.question.state, request.question.plan)
      case 'bond-exit':
        return costOfLeavingBond(request.question)
      case 'late':
        return costOfLateCalculation(request.halves)
    }
  }
}

const refuse = (
  id: number,
  code: 'bad-request' | 'superseded' | 'failed',
  message: string,
): WorkerAnswer => ({ id, ok: false, code, message })

const idOf = (message: unknown): number => {
  const parsed = v.safeParse(v.object({ id: v.number() }), message)
  return parsed.success ? parsed.output.id : -1
}
