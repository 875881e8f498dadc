import type { DuskClient } from '../../chain/dusk/client.ts'
import { decodeSentCall, type SentDuskCall } from '../../chain/dusk/decode-sent-call.ts'
import type { AccountLook } from '../account-look.ts'
import type { DuskBaseline } from './dusk-baseline.ts'
import type { DuskRequest } from './dusk-request.ts'
import { isOlderDuskCall } from './judge-sent-dusk-call.ts'

/** What a node answers at once, and how far back an account is looked after: about two hours. */
const BLOCKS_AT_ONCE = 100n
const MOST_BLOCKS = 700n
const options = { urgency: 'person' } as const

interface Asked {
  request: DuskRequest
  baseline: DuskBaseline
  /** Whether this transaction belongs to another request. */
  isTaken(hash: string): boolean
}

type Sent = SentDuskCall & { hash: string }

/**
 * Looks for what an account has sent since its wallet was asked: first in the mempool, then, where
 * its nonce has moved, in the blocks since. `nothing` and `other` only when all that the account
 * can have sent was read; two requests, more when the nonce has moved.
 */
export async function findSentDuskCall(
  client: DuskClient,
  { request, baseline, isTaken }: Asked,
): Promise<AccountLook> {
  const { account, call } = request
  const waiting = await client.waiting(options)
  const state = await client.account(account, options)
  const nonce = state.ok ? state.value.nonce : null
  const hasMoved = nonce === null || baseline.nonce === null || nonce > baseline.nonce
  const mined = hasMoved ? await minedSince(client, baseline.height, account) : []
  const pending = waiting.ok
    ? waiting.value.mempoolTxs.map((each) => ({ ...decodeSentCall(each), hash: each.id }))
    : []
  const sent = [...pending, ...(mined ?? [])].filter(
    (each) => each.sender === account && isOlderDuskCall(baseline, each.hash, each) !== true,
  )
  const found = sent.find(
    (each) =>
      !isTaken(each.hash) &&
      `0x${each.call?.contract}` === call.contractId &&
      each.call?.method === call.fnName,
  )
  if (found) return { sent: 'found', txid: found.hash }
  if (!waiting.ok || nonce === null || baseline.nonce === null || baseline.known === null)
    return { sent: 'unknown' }
  const spent = new Set((mined ?? []).map((each) => each.nonce))
  for (let used = baseline.nonce + 1n; used <= nonce; used++)
    if (!spent.has(used)) return { sent: 'unknown' }
  return { sent: sent.length > 0 ? 'other' : 'nothing' }
}

/** What the account has had executed above a height; null: that cannot be read. */
async function minedSince(
  client: DuskClient,
  height: bigint | null,
  account: string,
): Promise<Sent[] | null> {
  const tip = await client.tip(options)
  if (height === null || !tip.ok || tip.value.height - height > MOST_BLOCKS) return null
  const found: Sent[] = []
  for (let from = height + 1n; from <= tip.value.height; from += BLOCKS_AT_ONCE) {
    const last = from + BLOCKS_AT_ONCE - 1n
    const to = last < tip.value.height ? last : tip.value.height
    const answer = await client.mined(from, to, options)
    if (!answer.ok) return null
    for (const { id, tx } of answer.value.blocks.flatMap(({ transactions }) => transactions)) {
      const sent = decodeSentCall(tx)
      if (sent.sender === account) found.push({ ...sent, hash: id })
    }
  }
  return found
}
