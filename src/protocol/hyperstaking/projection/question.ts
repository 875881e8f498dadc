import { seeded } from '../chain/random.ts'
import type { ProjectionInput } from './input.ts'
import { projectDeposit, type DepositProjection } from './project.ts'
import { simulatePool, type SimulationInput, type SimulationResult } from './simulate.ts'

/**
 * A question that a worker can be sent: plain data, the seed included, so that the same question
 * has the same answer.
 */
export type HyperstakingQuestion =
  | { ask: 'project'; seed: string; input: ProjectionInput }
  | { ask: 'simulate'; seed: string; input: SimulationInput }

/** Epochs that one question may take in all: some seconds of work. */
export const MOST_EPOCHS = 2_000_000
const MOST_SIMULATED_EPOCHS = 50_000
const MOST_DEPOSITORS = 10_000

/** Answers a question; throws `RangeError` for one that would take too long. */
export const answerQuestion = (
  question: HyperstakingQuestion,
): DepositProjection | SimulationResult => {
  const random = seeded(question.seed)
  if (question.ask === 'project') {
    const { epochs, runs } = question.input
    if (!(epochs >= 0 && runs >= 0 && epochs * (runs + 4) <= MOST_EPOCHS))
      throw new RangeError('Fewer epochs or runs, please: this would take too long.')
    return projectDeposit(question.input, random)
  }
  const { epochs, depositors } = question.input
  if (!(epochs >= 0 && epochs <= MOST_SIMULATED_EPOCHS))
    throw new RangeError(`A simulation takes up to ${MOST_SIMULATED_EPOCHS} epochs.`)
  if (!(depositors >= 1 && depositors <= MOST_DEPOSITORS))
    throw new RangeError(`A simulation takes 1 to ${MOST_DEPOSITORS} depositors.`)
  return simulatePool(question.input, random)
}
