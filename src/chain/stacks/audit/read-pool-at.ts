import * as v from 'valibot'
import { stripHexPrefix } from '../../hex.ts'
import type { ApiEvent } from '../answers.ts'
import { isBefore, chainPositionOf, type ChainPosition } from '../chain-position.ts'
import { clPrincipal, cOk, cUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import type { Deployment } from '../deployments.ts'
import type { StacksRead } from '../stacks-read.ts'

const PAGE = 50

const readBalance = async (
  client: StacksClient,
  { contract, sbtcToken }: Deployment,
): Promise<StacksRead<bigint>> => {
  const read = await client.callRead(sbtcToken, 'get-balance-available', [clPrincipal(contract)])
  if (!read.ok) return read
  const balance = v.safeParse(cOk(cUint), read.value)
  return balance.success
    ? { ok: true, value: balance.output }
    : { ok: false, failure: { code: 'bad-answer' } }
}

/** What a movement added to the contract's sats; negative for what it paid. */
const signedAmount = (
  { sender, recipient, amount }: Extract<ApiEvent, { asset: unknown }>['asset'],
  contract: string,
): bigint => (recipient === contract ? amount : 0n) - (sender === contract ? amount : 0n)

/** Looks up where transactions are, each once; `positions`: those already known. */
const createPositionReader = (
  client: StacksClient,
  positions: ReadonlyMap<string, ChainPosition>,
) => {
  const byTxid = new Map(positions)
  return async (txid: string): Promise<StacksRead<ChainPosition>> => {
    const position = byTxid.get(txid)
    if (position) return { ok: true, value: position }
    const transaction = await client.transaction(
      txid,
      { offset: 0, limit: 0 },
      { urgency: 'backfill' },
    )
    if (!transaction.ok) return transaction
    const value = chainPositionOf(transaction.value)
    byTxid.set(txid, value)
    return { ok: true, value }
  }
}

/**
 * Reads the sats that the contract held just before a moment: the present balance, walked back over
 * the movements since. `positions`: transactions whose position is already known. Null when the
 * walk would take more than `maxPages` requests, or the balance changed meanwhile.
 */
export const readPoolAt = async (
  client: StacksClient,
  deployment: Deployment,
  moment: ChainPosition,
  {
    positions,
    maxPages = 40,
  }: { positions: ReadonlyMap<string, ChainPosition>; maxPages?: number },
): Promise<StacksRead<bigint | null>> => {
  const { contract, sbtcToken } = deployment
  const present = await readBalance(client, deployment)
  if (!present.ok) return present
  const readPosition = createPositionReader(client, positions)
  const seen = new Set<string>()
  let pool = present.value
  for (let pages = 0, offset = 0; pages < maxPages; pages += 1, offset += PAGE) {
    const page = await client.assetEvents(
      contract,
      { limit: PAGE, offset },
      { urgency: 'backfill' },
    )
    if (!page.ok) return page
    for (const event of page.value.results) {
      const key = `${event.tx_id}:${event.event_index}`
      if (
        event.event_type !== 'fungible_token_asset' ||
        event.asset.asset_id !== `${sbtcToken}::sbtc-token` ||
        seen.has(key)
      )
        continue
      seen.add(key)
      const position = await readPosition(stripHexPrefix(event.tx_id))
      if (!position.ok) return position
      if (isBefore(position.value, moment)) {
        const again = await readBalance(client, deployment)
        return { ok: true, value: again.ok && again.value === present.value ? pool : null }
      }
      pool -= signedAmount(event.asset, contract)
    }
    if (page.value.results.length < PAGE) return { ok: true, value: pool }
  }
  return { ok: true, value: null }
}
