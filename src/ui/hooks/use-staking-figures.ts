import { useMemo } from 'preact/hooks'
import { stakingQuestionOf, type StakeWish } from '../../app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type {
  StakingAnswer,
  StakingQuestion,
} from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { useProjection, type Project } from './use-projection.ts'

export type ProjectStaking = Project<StakingQuestion, StakingAnswer>

/** What a stake as it is, or as wished, is expected to pay; null: not known, or not yet. */
export function useStakingFigures(
  project: ProjectStaking,
  state: StakingState,
  wish?: StakeWish,
): { answer: StakingAnswer | null; failed: boolean; canAsk: boolean } {
  const { programme, holder, income, managers } = state
  const microStx = wish?.microStx
  const cycles = wish?.cycles
  const manager = wish?.manager
  const question = useMemo(
    () =>
      stakingQuestionOf(state, {
        ...(microStx !== undefined && { microStx }),
        ...(cycles !== undefined && { cycles }),
        ...(manager !== undefined && { manager }),
      }),
    [programme, holder, income, managers, microStx, cycles, manager],
  )
  const { result, failed } = useProjection(project, question)
  return { answer: result, failed, canAsk: question !== null }
}
