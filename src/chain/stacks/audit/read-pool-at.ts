import * as v from 'valibot'
import { isBefore, chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { clPrincipal, cOk, cUint } from '../clarity.ts'
import type { StacksRead, StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'

const PAGE = 50

/**
 * Sats that the contract held just before a moment: the present balance, walked back over the
 * movements since. `places`: transactions whose place is already known. null when the walk would
 * take more than `maxPages` requests, or the balance moved meanwhile.
 */
export const readPoolAt = async (
  client: StacksClient,
  { contract, sbtcToken }: Deployment,
  moment: ChainPosition,
  places: ReadonlyMap<string, ChainPosition>,
  maxPages = 40,
): Promise<StacksRead<bigint | null>> => {
  const balance = async (): Promise<StacksRead<bigint>> => {
    const read = await client.callRead(sbtcToken, 'get-balance-available', [clPrincipal(contract)])
    if (!read.ok) return read
    const parsed = v.safeParse(cOk(cUint), read.value)
    return parsed.success
      ? { ok: true, value: parsed.output }
      : { ok: false, failure: { code: 'bad-answer' } }
  }
  const present = await balance()
  if (!present.ok) return present
  const known = new Map(places)
  const seen = new Set<string>()
  let pool = present.value
  for (let pages = 0, offset = 0; pages < maxPages; pages += 1, offset += PAGE) {
    const page = await client.assetEvents(
      contract,
      { limit: PAGE, offset },
      { urgency: 'backfill' },
    )
    if (!page.ok) return page
    for (const { tx_id, event_index, ...event } of page.value.results) {
      if (
        event.event_type !== 'fungible_token_asset' ||
        event.asset.asset_id !== `${sbtcToken}::sbtc-token` ||
        seen.has(`${tx_id}:${event_index}`)
      )
        continue
      seen.add(`${tx_id}:${event_index}`)
      const txid = tx_id.replace(/^0x/, '')
      let at = known.get(txid)
      if (!at) {
        const transaction = await client.transaction(
          txid,
          { offset: 0, limit: 0 },
          { urgency: 'backfill' },
        )
        if (!transaction.ok) return transaction
        known.set(txid, (at = chainPositionOf(transaction.value)))
      }
      if (isBefore(at, moment)) {
        const again = await balance()
        return { ok: true, value: again.ok && again.value === present.value ? pool : null }
      }
      const { sender, recipient, amount } = event.asset
      pool += (sender === contract ? amount : 0n) - (recipient === contract ? amount : 0n)
    }
    if (page.value.results.length < PAGE) return { ok: true, value: pool }
  }
  return { ok: true, value: null }
}
