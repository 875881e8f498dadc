import { preparePhaseAt } from '../prepare-phase.ts'
import type { HolderFacts } from './holder-facts.ts'
import type { BlockerList } from './signing-blocker.ts'

/** Blocks in which a transaction may still wait when the prepare phase begins. */
const NEAR_BLOCKS = 10n

/** Positions change outside the prepare phase only; close before it a call may come too late. */
export function checkPhase(list: BlockerList, { clock, burnHeight }: HolderFacts): void {
  const { isNow, startHeight, endHeight, blocksLeft } = preparePhaseAt(clock, burnHeight)
  list.refuse(isNow, { code: 'prepare-phase', untilHeight: endHeight, blocks: blocksLeft })
  list.ask(!isNow && blocksLeft <= NEAR_BLOCKS, {
    code: 'prepare-phase-near',
    fromHeight: startHeight,
    blocks: blocksLeft,
  })
}
