import { claimablesOf } from './claimables.ts'
import type { StakingRewards } from './rewards/staking-rewards.ts'
import { managerReadingOf } from './staking-question.ts'
import type { StakingState } from './staking-state.ts'

/**
 * Managers that pay the holder and take a payout setting without a stake, as far as they were read:
 * the present one first, then those of cycles that are still to be claimed.
 */
export function settingPayers(state: StakingState): string[] {
  const { holder } = state
  const rows = claimablesOf(holder)?.rows ?? []
  const payers = [holder?.manager?.manager, ...rows.map(({ manager }) => manager)]
  return [...new Set(payers)].filter((manager): manager is string => {
    const shape = managerReadingOf(state, manager ?? null)?.shape
    return shape?.known === true && shape.value.family === 'max500'
  })
}

/** What managers keep for an address until they pay it out, in sats after their fee. */
export function keptSats(rewards: StakingRewards | undefined): ReadonlyMap<string, bigint> {
  const kept = new Map<string, bigint>()
  for (const { manager, netSats, payout } of rewards?.claims ?? [])
    if (payout.kind === 'banked') kept.set(manager, (kept.get(manager) ?? 0n) + netSats)
  return kept
}
