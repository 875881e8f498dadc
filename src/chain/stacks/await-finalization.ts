import * as v from 'valibot'
import type { Clock } from '../http/clock.ts'
import { clTuple, clUint, cUint } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { collectRewards } from './rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from './rewards/reward-cursor.ts'

/**
 * What a cycle paid to one enrolled address: every sBTC transfer of the cycle that the contract
 * made for it, in sats.
 */
export interface FinalizedReward {
  cycle: number
  /** Stacks height of the `finalize-reward-distribution` call. */
  finalizedAt: number
  sats: bigint
  payments: { txid: string; eventIndex: number; sats: bigint; rewardAddress: string }[]
}

const LOOK_EVERY_MS = 60_000
const finalizedEntry = v.union([
  v.object({ 'stx-block-height': cUint }),
  v.object({ 'stacks-block-height-at-finalization': cUint }),
])

/**
 * Waits until a cycle's distribution is final (`finalize-reward-distribution`, [dual-stacking 4.8])
 * and gives what was really received for an enrolled address, for protocols that then pay their own
 * users. Reads once a minute; a host that does not answer is asked again later. Rejects with the
 * signal's reason when it aborts.
 *
 * @example
 *   const { sats } = await awaitFinalization(createStacksClient({ bases: ['https://api.hiro.so'] }), deployment, { cycle: 7, enrolled: 'SP….my-vault', rewardAddresses: ['SP….my-vault'] })
 */
export async function awaitFinalization(
  client: StacksClient,
  deployment: Deployment,
  who: { cycle: number; enrolled: string; rewardAddresses: readonly string[] },
  {
    signal,
    clock = client.http.clock,
    everyMs = LOOK_EVERY_MS,
  }: { signal?: AbortSignal; clock?: Clock; everyMs?: number } = {},
): Promise<FinalizedReward> {
  const pause = async () => {
    await clock.sleep(everyMs, signal)
    signal?.throwIfAborted()
  }
  let finalizedAt = await finalizationOf(client, deployment, who.cycle)
  while (finalizedAt === null) {
    await pause()
    finalizedAt = await finalizationOf(client, deployment, who.cycle)
  }
  // Payments precede the finalization, so one complete look after it sees them all.
  const found = new Map<
    string,
    { txid: string; eventIndex: number; sats: bigint; rewardAddress: string }
  >()
  let cursor: RewardCursor = emptyRewards
  for (;;) {
    const tip = await client.tip()
    if (tip.ok && tip.value.stacksHeight >= finalizedAt) {
      const collected = await collectRewards(
        client,
        [deployment],
        { address: who.enrolled, rewardAddresses: who.rewardAddresses },
        cursor,
        { tip: tip.value, budget: 50, urgency: 'backfill' },
      )
      cursor = collected.cursor
      for (const key of collected.gone) found.delete(key)
      for (const {
        key,
        cycle,
        enrolledAddress,
        txid,
        eventIndex,
        sats,
        rewardAddress,
      } of collected.found) {
        if (enrolledAddress === who.enrolled && cycle.known && cycle.value === who.cycle)
          found.set(key, { txid, eventIndex, sats, rewardAddress })
      }
      if (collected.requestsLeft === null && collected.problem === null) break
      if (collected.problem === null) continue
    }
    await pause()
  }
  const payments = [...found.values()]
  return {
    cycle: who.cycle,
    finalizedAt,
    sats: payments.reduce((sum, { sats }) => sum + sats, 0n),
    payments,
  }
}

/** Stacks height of a cycle's finalization; null while there is none, or while nobody answers. */
async function finalizationOf(
  client: StacksClient,
  deployment: Deployment,
  cycle: number,
): Promise<number | null> {
  const map =
    deployment.family === 'v1'
      ? 'distribution-finalized-stx-block-height-when-called'
      : 'cycle-finalization-block-heights'
  const entry = await client.mapEntry(
    deployment.contract,
    map,
    clTuple({ 'cycle-id': clUint(cycle) }),
  )
  if (!entry.ok || entry.value === null) return null
  const parsed = v.safeParse(finalizedEntry, entry.value)
  return parsed.success ? Number(Object.values(parsed.output)[0]) : null
}
