import type { ApiTransaction } from '../../chain/stacks/answers.ts'
import { askWaitingOf } from '../../chain/stacks/api/waiting-of.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { StacksRead } from '../../chain/stacks/stacks-read.ts'
import type { KeptCall } from '../state/keeper-state.ts'

const bare = (txid: string) => txid.replace(/^0x/, '').toLowerCase()

/** Where an account stands: what waits for a block, its next nonce, and its free microSTX. */
export interface AccountStand {
  waiting: ApiTransaction[]
  nonce: number
  microStx: bigint
}

/** Reads where an account stands; two requests. */
export async function readAccountStand(
  client: StacksClient,
  address: string,
): Promise<StacksRead<AccountStand>> {
  // First what waits, then the nonce: what is mined in between is older than the nonce.
  const waiting = await askWaitingOf(client.askCached, address)
  if (!waiting.ok) return waiting
  const account = await client.account(address)
  if (!account.ok) return account
  const { nonce, balance } = account.value
  return {
    ok: true,
    value: {
      waiting: waiting.value.filter((each) => each.sender_address === address),
      nonce,
      microStx: balance,
    },
  }
}

/** The lowest nonce that neither the chain nor anything that waits has used, whoever sent it. */
export function freeNonce({ nonce, waiting }: AccountStand, open: readonly KeptCall[]): number {
  const used = new Set([...waiting.map((each) => each.nonce), ...open.map((call) => call.nonce)])
  let free = nonce
  while (used.has(free)) free += 1
  return free
}

/**
 * A call that was settled and waits for a block again, as after a reorganisation; undefined: there
 * is none.
 */
export const findReturned = (
  { waiting }: AccountStand,
  calls: readonly KeptCall[],
): KeptCall | undefined => {
  const ids = new Set(waiting.map((each) => bare(each.tx_id)))
  return calls.find(
    ({ outcome, attempts }) => outcome !== 'open' && attempts.some(({ txid }) => ids.has(txid)),
  )
}

/** The most that was offered under a nonce before, microSTX; null: nothing. */
export const offeredBefore = (calls: readonly KeptCall[], nonce: number): bigint | null =>
  calls
    .filter((call) => call.nonce === nonce)
    .flatMap(({ attempts }) => attempts.map(({ feeMicroStx }) => feeMicroStx))
    .reduce<bigint | null>((most, fee) => (most === null || fee > most ? fee : most), null)
