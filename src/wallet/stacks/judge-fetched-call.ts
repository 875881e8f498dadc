import type { SigningFailure } from '../signing-failure.ts'
import { compareStacksCall } from './compare-stacks-call.ts'
import type { FetchedCall } from './fetch-sent-call.ts'
import { isOlderThan } from './is-older-than.ts'
import { isHighFee } from './judge-signed-call.ts'
import type { StacksBaseline } from './stacks-baseline.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/**
 * What is wrong with a transaction that hosts tell of as the answer to a request; null: nothing.
 * One that is older than the question is no answer to it, whatever it does.
 */
export function judgeFetchedCall(
  {
    request,
    baseline,
  }: { request: StacksCallRequest; baseline?: StacksBaseline | null | undefined },
  txid: string,
  sent: FetchedCall | null,
): SigningFailure | null {
  if (sent === null) return 'result-mismatch'
  // Another account's number says nothing against this one's.
  const nonce = sent.sender === request.account ? sent.nonce : null
  const isOld = baseline ? isOlderThan(baseline, { ...sent, nonce, txid }) : null
  if (isOld) return 'old-transaction'
  const difference = compareStacksCall(request, sent)
  if (difference !== undefined) return difference
  if (!baseline || isOld === null || sent.feeMicroStx === null) return 'not-comparable'
  return isHighFee(baseline, sent.feeMicroStx) ? 'high-fee' : null
}
