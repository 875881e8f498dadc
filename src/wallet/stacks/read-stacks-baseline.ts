import { Cl, serializeCV } from '@stacks/transactions'
import { estimateFee } from '../../chain/stacks/api/estimate-fee.ts'
import { askWaitingOf } from '../../chain/stacks/api/waiting-of.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { normaliseTxid } from './normalise-txid.ts'
import type { StacksBaseline } from './stacks-baseline.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/** What was not told by then is not known: no wallet waits for a slow host. */
const options = { urgency: 'person', deadlineMs: 4_000 } as const

/** MicroSTX: what no call of a holder or an operator is worth, and what is never worth a word. */
const ABSOLUTE_BOUND = 3_000_000n
const LEAST_BOUND = 100_000n
const FACTOR = 10n

/** The fee above which its sender is told; microSTX. `estimate`: the network's highest, if any. */
export function feeBoundOf(estimate: bigint | null): bigint {
  if (estimate === null) return ABSOLUTE_BOUND
  const bound = estimate * FACTOR
  if (bound < LEAST_BOUND) return LEAST_BOUND
  return bound < ABSOLUTE_BOUND ? bound : ABSOLUTE_BOUND
}

const hexOf = (text: string): string =>
  [...text].map((each) => each.charCodeAt(0).toString(16).padStart(2, '0')).join('')
const sized = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/**
 * The call as a transaction carries it, hex; null: a deployment, whose fee is a matter of its size.
 * A contract's principal is its address and name in the same bytes, after another first one.
 */
export function payloadOf({
  contract,
  functionName,
  args,
  deploy,
}: StacksCallRequest): string | null {
  if (deploy) return null
  const called = serializeCV(Cl.principal(contract)).slice(2)
  const name = sized(functionName.length, 2) + hexOf(functionName)
  return `02${called}${name}${sized(args.length, 8)}${args.join('')}`
}

async function readEstimate(
  client: StacksClient,
  request: StacksCallRequest,
): Promise<bigint | null> {
  const payload = payloadOf(request)
  if (payload === null) return null
  const answer = await estimateFee(client.askCached, payload, options)
  return answer.ok ? answer.value : null
}

/** Reads where the account of a request stands before its wallet is asked: four requests. */
export async function readStacksBaseline(
  client: StacksClient,
  request: StacksCallRequest,
  now: number,
): Promise<StacksBaseline> {
  // First what waits, then the nonce: what is mined in between is older than the nonce.
  const waiting = await askWaitingOf(client.askCached, request.account, options)
  const [account, tip, fee] = await Promise.all([
    client.account(request.account, options),
    client.tip(options),
    readEstimate(client, request),
  ])
  return {
    at: now,
    nonce: account.ok ? account.value.nonce : null,
    height: tip.ok ? tip.value.stacksHeight : null,
    known: waiting.ok ? waiting.value.flatMap(({ tx_id: id }) => normaliseTxid(id) ?? []) : null,
    feeBound: feeBoundOf(fee).toString(),
  }
}
