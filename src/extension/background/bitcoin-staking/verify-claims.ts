import type { LegAudit } from '../../../app/bitcoin-staking/rewards/leg-audit.ts'
import { paidCyclesOf } from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import { stakingAddressKey, stakingRewardsItem } from '../../../app/bitcoin-staking/stored-items.ts'
import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { accountsItem } from '../../../app/dual-stacking/stored-items.ts'
import { verifyPaidCycle } from '../../../chain/stacks/bitcoin-staking/rewards/verify-paid-cycle.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import type { StacksChain } from '../dual-stacking/stacks-chain.ts'
import { stakingInUse } from './staking-in-use.ts'

/** Recomputes what the selected address was paid of a cycle, leg by leg, and keeps the result. */
export async function verifyClaims(
  store: ItemStore,
  { client, deployment }: StacksChain,
  cycle: bigint,
): Promise<CommandResult> {
  const { selected } = store.get(accountsItem)
  const staking = stakingInUse(deployment)
  const key = stakingAddressKey(staking.id, selected ?? '')
  const rewards = store.get(stakingRewardsItem)[key]
  const legs = rewards ? paidCyclesOf(rewards).filter((each) => each.cycle === cycle) : []
  if (legs.length === 0) return refuse('no-account')
  // Requests of the same block are answered from what was read.
  const tip = await client.tip({ maxAgeMs: 60_000 })
  if (!tip.ok) return refuse('no-answer')
  const audits: LegAudit[] = []
  for (const { bond, claims } of legs) {
    const verified = await verifyPaidCycle(client, staking, claims)
    audits.push(
      verified.known
        ? {
            cycle,
            bond,
            result: verified.value.verdict,
            earnedSats: verified.value.earnedSats,
            paidSats: verified.value.paidSats,
          }
        : { cycle, bond, result: 'unknown', earnedSats: null, paidSats: null },
    )
  }
  await store.update(stakingRewardsItem, (all) => {
    const now = all[key]
    if (!now) return all
    const others = now.audits.filter((each) => each.cycle !== cycle)
    return { ...all, [key]: { ...now, audits: [...others, ...audits] } }
  })
  return { ok: true }
}
