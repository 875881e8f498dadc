import * as v from 'valibot'
import type { Clock } from '../http/clock.ts'
import { clTuple, clUint, cUint } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import type { RewardPayment } from './readings.ts'
import { collectRewards } from './rewards/collect-rewards.ts'
import { emptyRewards, type RewardCursor } from './rewards/reward-cursor.ts'

/** What a cycle paid to one enrolled address: every sBTC transfer of the cycle for it, in sats. */
export interface FinalizedReward {
  cycle: number
  /** Stacks height of the `finalize-reward-distribution` call. */
  finalizedAt: number
  sats: bigint
  payments: { txid: string; eventIndex: number; sats: bigint; rewardAddress: string }[]
}

const POLL_MS = 60_000
const finalizedEntry = v.union([
  v.object({ 'stx-block-height': cUint }),
  v.object({ 'stacks-block-height-at-finalization': cUint }),
])

/**
 * Waits until a cycle's distribution is final (`finalize-reward-distribution` [dual-stacking 4.8])
 * and returns the amount really received for an enrolled address, for protocols that then pay their
 * own users. Reads once a minute; a host that does not answer, or whose index has not reached the
 * finalization, is asked again later, and so is all of it where a reorganisation undid that.
 * Rejects with the signal's reason when it aborts.
 *
 * @example
 *   const client = createStacksClient({ bases: ['https://api.hiro.so'] })
 *   const vault = 'SP….my-vault'
 *   const { sats } = await awaitFinalization(client, deployment, {
 *     cycle: 7,
 *     enrolled: vault,
 *     rewardAddresses: [vault],
 *   })
 */
export async function awaitFinalization(
  client: StacksClient,
  deployment: Deployment,
  who: { cycle: number; enrolled: string; rewardAddresses: readonly string[] },
  {
    signal,
    clock = client.http.clock,
    everyMs = POLL_MS,
  }: { signal?: AbortSignal; clock?: Clock; everyMs?: number } = {},
): Promise<FinalizedReward> {
  const pause = async () => {
    await clock.sleep(everyMs, signal)
    signal?.throwIfAborted()
  }
  const awaitHeight = async (): Promise<number> => {
    for (;;) {
      const height = await readFinalization(client, deployment, who.cycle)
      if (height !== null) return height
      await pause()
    }
  }
  /** The payments are lists of the index, which may be behind the node that tells the end. */
  const isIndexed = async (height: number): Promise<boolean> => {
    const indexed = await client.apiHeight()
    return indexed.ok && indexed.value >= height
  }
  let finalizedAt = await awaitHeight()
  // Payments precede the finalization, so one complete collection after it finds them all.
  const account = {
    address: who.enrolled,
    rewardAddresses: who.rewardAddresses,
    deployments: [deployment],
  }
  const paid = new Map<string, RewardPayment>()
  let cursor: RewardCursor = emptyRewards
  for (;;) {
    const tip = await client.tip()
    if (tip.ok && tip.value.stacksHeight >= finalizedAt && (await isIndexed(finalizedAt))) {
      const collected = await collectRewards(client, account, cursor, {
        tip: tip.value,
        budget: 50,
        urgency: 'backfill',
      })
      cursor = collected.cursor
      for (const key of collected.gone) paid.delete(key)
      for (const payment of collected.found)
        if (isPaymentOf(payment, who)) paid.set(payment.key, payment)
      const isPassing = collected.problem === null && collected.requestsLeft !== null
      if (isPassing) continue
      const isRead = collected.problem === null && cursor.pending.length === 0
      if (isRead && (await readFinalization(client, deployment, who.cycle)) === finalizedAt) break
    }
    await pause()
    finalizedAt = await awaitHeight()
  }
  const payments = [...paid.values()].map(({ txid, eventIndex, sats, rewardAddress }) => ({
    txid,
    eventIndex,
    sats,
    rewardAddress,
  }))
  return {
    cycle: who.cycle,
    finalizedAt,
    sats: payments.reduce((sum, { sats }) => sum + sats, 0n),
    payments,
  }
}

const isPaymentOf = (
  { cycle, enrolledAddress }: RewardPayment,
  who: { cycle: number; enrolled: string },
): boolean => enrolledAddress === who.enrolled && cycle.known && cycle.value === who.cycle

const ofV1 = 'distribution-finalized-stx-block-height-when-called'
const ofLater = 'cycle-finalization-block-heights'

/** Where a contract keeps the heights; of one whose family nobody has stated, either. */
const mapsOf = ({ family }: Deployment): string[] => {
  if (family === null) return [ofV1, ofLater]
  return [family === 'v1' ? ofV1 : ofLater]
}

/** The Stacks height of a cycle's finalization; null while it is not final, or no host answers. */
async function readFinalization(
  client: StacksClient,
  deployment: Deployment,
  cycle: number,
): Promise<number | null> {
  const key = clTuple({ 'cycle-id': clUint(cycle) })
  for (const map of mapsOf(deployment)) {
    const entry = await client.mapEntry(deployment.contract, map, key)
    const parsed = v.safeParse(finalizedEntry, entry.ok ? entry.value : null)
    if (parsed.success) return Number(Object.values(parsed.output)[0])
  }
  return null
}
