import type {
  PlannedStep,
  StepObstacle,
} from '../../../protocol/bitcoin-staking/planner/planned-step.ts'
import type { Words } from '../../../words/create-words.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { managerLabel } from '../../bitcoin-staking/manager-label.ts'

/** What a step does, in a few words. */
export function stepTitle({ t, f }: Words, { kind, contract, args, cycle, sender }: PlannedStep) {
  if (kind === 'calculate') return t('console.staking.step.calculate', { cycle: f.integer(cycle) })
  if (kind === 'manager-claim')
    return t('console.staking.step.manager-claim', {
      manager: managerLabel(contract),
      cycle: f.integer(cycle),
    })
  return t('console.staking.step.holder-claim', {
    holder: shortAddress(sender ?? (args[0] as string)),
    cycle: f.integer(cycle),
  })
}

/** What a step moves, as its conditions say. */
export function stepMoves({ t, f }: Words, { kind, moves, sats }: PlannedStep): string {
  if (kind === 'calculate')
    return t('console.staking.books', { sats: sats === null ? '—' : f.sats(sats) })
  if (moves === null || sats === null) return t('console.staking.movesUnknown')
  return t(kind === 'manager-claim' ? 'console.staking.pulls' : 'console.staking.pays', {
    sats: f.sats(sats),
  })
}

/** Why a step is not made now. */
export function obstacleText({ t, f }: Words, obstacle: StepObstacle, burnHeight: bigint): string {
  if (obstacle.code === 'refused') return t(`staking.refusal.${obstacle.refusal}`)
  if (!('untilHeight' in obstacle)) return t(`console.staking.obstacle.${obstacle.code}`)
  const blocks = Number(obstacle.untilHeight - burnHeight)
  return t(`console.staking.obstacle.${obstacle.code}`, {
    height: f.integer(obstacle.untilHeight),
    blocks: t('blocks', { count: Math.max(0, blocks) }),
    time: f.blockTime(blocks),
  })
}
