import type { DuskClient } from '../../chain/dusk/client.ts'
import type { PoolDeployment } from '../../chain/dusk/deployments.ts'
import { fetchSentDuskCall } from '../../chain/dusk/fetch-sent-dusk-call.ts'
import type { AccountLook } from '../../wallet/account-look.ts'
import { compareDuskCall } from '../../wallet/dusk/compare-dusk-call.ts'
import type { DuskBaseline } from '../../wallet/dusk/dusk-baseline.ts'
import type { DuskRequest } from '../../wallet/dusk/dusk-request.ts'
import { lookAtDuskAccount } from '../../wallet/dusk/look-at-dusk-account.ts'
import { readDuskBaseline } from '../../wallet/dusk/read-dusk-baseline.ts'
import type { PoolWidgetAction } from './events.ts'

/** A pool call that a wallet was asked for, and where its account stood then. */
export interface AskedPoolCall {
  action: PoolWidgetAction
  pool: PoolDeployment
  /** LUX that it is about. */
  lux: bigint
  request: DuskRequest
  baseline: DuskBaseline
}

interface CallPlace {
  action: PoolWidgetAction
  pool: PoolDeployment
  request: Pick<DuskRequest, 'network' | 'account'>
}

/** What this page's wallets were asked for and have not answered. */
const unanswered = new Map<string, AskedPoolCall>()
const keyOf = ({ action, pool, request: { network, account } }: CallPlace): string =>
  [network, account, pool.id, action.replace('-all', '')].join(' ')

/** Transactions that this page has an opinion of: they are no answer to anything else. */
const taken = new Set<string>()

export const isTaken = (hash: string): boolean => taken.has(hash)

/** A transaction that has answered a request, by what was asked for or by something else. */
export function markAnswered(asked: AskedPoolCall, hash: string): void {
  taken.add(hash)
  unanswered.delete(keyOf(asked))
}

/** Looks for what was sent although no transaction came back. */
export const lookForSent = (client: DuskClient, asked: AskedPoolCall): Promise<AccountLook> =>
  lookAtDuskAccount(client, { ...asked, isTaken })

/** What was asked for here before and never answered, with a look whether it was sent. */
export async function lookForEarlier(
  client: DuskClient,
  place: CallPlace,
): Promise<{ asked: AskedPoolCall; look: AccountLook } | null> {
  const asked = unanswered.get(keyOf(place))
  return asked ? { asked, look: await lookForSent(client, asked) } : null
}

/**
 * Notes where the account stands before its wallet is asked. `hash`: the very same call of this
 * account, which waits for a block already.
 */
export async function noteAsked(
  client: DuskClient,
  call: Omit<AskedPoolCall, 'baseline'>,
): Promise<{ asked: AskedPoolCall; hash: string | null }> {
  const { request, pool } = call
  // Of an attempt before without an answer: what it may still send is younger than this.
  const noted = unanswered.get(keyOf(call))
  const baseline = noted?.baseline ?? (await readDuskBaseline(client, request, pool))
  const asked = { ...call, baseline }
  for (const hash of noted ? [] : (baseline.known ?? []).filter((each) => !taken.has(each))) {
    const sent = await fetchSentDuskCall(client, hash)
    if (!sent.ok || !sent.value || compareDuskCall(request, sent.value) !== null) continue
    const known = baseline.known!.filter((each) => each !== hash)
    return { asked: { ...asked, baseline: { ...baseline, known } }, hash }
  }
  unanswered.set(keyOf(asked), asked)
  return { asked, hash: null }
}
