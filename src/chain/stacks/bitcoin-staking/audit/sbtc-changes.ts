import * as v from 'valibot'
import { answered, type Answer } from '../../../http/answer.ts'
import { transactionV3 } from '../../api/transaction-v3.ts'
import type { StacksClient } from '../../client.ts'
import type { StakingDeployment } from '../staking-deployments.ts'

/** What a transaction added to the sBTC of pox-5; negative for what it took. */
export interface SbtcChange {
  txid: string
  sats: bigint
}

const PAGE = 50
const CHANGES_PAGE = 20

const cursor = v.object({ next: v.nullish(v.string()) })
const listAnswer = v.object({
  cursor,
  total: v.number(),
  results: v.array(
    v.object({
      transaction: transactionV3,
      affected_balances: v.optional(v.object({ ft: v.boolean() }), { ft: true }),
    }),
  ),
})
const changesAnswer = v.object({
  cursor,
  results: v.array(
    v.object({
      tx_id: v.string(),
      asset: v.object({ identifier: v.optional(v.string(), '') }),
      balance_change: v.object({
        net: v.pipe(
          v.string(),
          v.regex(/^-?\d+$/),
          v.transform((text) => BigInt(text)),
        ),
      }),
    }),
  ),
})

const backfill = { urgency: 'backfill' as const }

/**
 * Every transaction of pox-5 in the order of the chain, with what it changed: a request for every
 * 50 of them, and one for every 20 that moved tokens. `report`: how many are left.
 */
export async function collectSbtcChanges(
  client: StacksClient,
  { pox, sbtcToken }: StakingDeployment,
  report: (left: number) => void,
): Promise<Answer<SbtcChange[]>> {
  const path = `/extended/v3/principals/${pox}`
  const asset = `${sbtcToken}::sbtc-token`
  const newestFirst: SbtcChange[] = []
  for (let from: string | null = null; ;) {
    const query: string = `limit=${PAGE}${from === null ? '' : `&cursor=${from}`}`
    const page = await client.askCached(
      listAnswer,
      { path: `${path}/transactions?${query}` },
      backfill,
    )
    if (!page.ok) return page
    const { results, total } = page.value
    const moved = results.filter((row) => row.affected_balances.ft)
    const nets = await netOfEach(
      client,
      { path, asset },
      moved.map(({ transaction }) => transaction.tx_id),
    )
    if (!nets.ok) return nets
    for (const { transaction } of results) {
      const { tx_id: txid } = transaction
      newestFirst.push({ txid, sats: nets.value.get(txid) ?? 0n })
    }
    report(Math.ceil(Math.max(total - newestFirst.length, 0) / PAGE))
    from = page.value.cursor.next ?? null
    if (from === null || results.length === 0) return answered(newestFirst.reverse())
  }
}

async function netOfEach(
  client: StacksClient,
  { path, asset }: { path: string; asset: string },
  txids: readonly string[],
): Promise<Answer<Map<string, bigint>>> {
  const nets = new Map<string, bigint>()
  for (let at = 0; at < txids.length; at += CHANGES_PAGE) {
    const ids = txids.slice(at, at + CHANGES_PAGE).join(',')
    for (let from: string | null = ''; from !== null;) {
      const query: string = from === '' ? '' : `&cursor=${from}`
      const page = await client.askCached(
        changesAnswer,
        { path: `${path}/balance-changes?tx_id=${ids}${query}` },
        backfill,
      )
      if (!page.ok) return page
      for (const { tx_id: txid, asset: changed, balance_change: change } of page.value.results)
        if (changed.identifier === asset) nets.set(txid, (nets.get(txid) ?? 0n) + change.net)
      from = page.value.cursor.next ?? null
    }
  }
  return answered(nets)
}
