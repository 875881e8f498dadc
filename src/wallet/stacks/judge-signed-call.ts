import type { SigningVerdict } from '../reduce-signing.ts'
import { compareStacksCall } from './compare-stacks-call.ts'
import { decodeSignedTransaction, type DecodedTransaction } from './decode-signed-transaction.ts'
import { isOlderThan } from './is-older-than.ts'
import { normaliseTxid } from './normalise-txid.ts'
import type { StacksBaseline } from './stacks-baseline.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/** A verdict on a Stacks call; fee in microSTX, as a decimal string. */
export type StacksVerdict =
  | Exclude<SigningVerdict, { kind: 'accepted' }>
  | {
      kind: 'accepted'
      txid: string
      nonce: number
      feeMicroStx: string
      warning?: 'high-fee' | null
    }

/** Whether a fee (microSTX) is out of all proportion. */
export const isHighFee = ({ feeBound }: StacksBaseline, feeMicroStx: bigint): boolean =>
  feeMicroStx > BigInt(feeBound)

/**
 * Compares what a wallet gave with what was asked of it and when. The transaction itself counts,
 * never what the wallet says of it; one that is older than the question is no answer to it.
 */
export function judgeSignedCall(
  asked: StacksCallRequest,
  given: { txid: string | null; transaction: string | null },
  baseline: StacksBaseline | null,
): StacksVerdict {
  const txid = given.txid === null ? undefined : normaliseTxid(given.txid)
  const read = given.transaction === null ? undefined : decodeSignedTransaction(given.transaction)
  // A transaction id next to unreadable bytes may still belong to a transaction on its way.
  if (!read) return judgeId(txid, baseline)
  const isPart = read.multisig && !read.signed
  if (txid && txid !== read.txid && !isPart)
    return { kind: 'refused', failure: 'result-mismatch', txid }
  const failure = read.call === null ? 'result-mismatch' : compareStacksCall(asked, read.call)
  if (failure)
    return {
      kind: 'refused',
      failure,
      txid: read.txid,
      ...(failure === 'wrong-account' && { sender: read.call!.sender }),
    }
  if (isPart) return { kind: 'failed', failure: 'needs-signers' }
  if (!read.signed) return judgeId(txid, baseline)
  return judgeAge(read, baseline)
}

function judgeId(txid: string | undefined, baseline: StacksBaseline | null): StacksVerdict {
  if (txid === undefined) return { kind: 'failed', failure: 'result-unreadable' }
  return baseline?.known?.includes(txid)
    ? { kind: 'failed', failure: 'old-transaction' }
    : { kind: 'to-check', txid }
}

function judgeAge(
  { txid, nonce, feeMicroStx }: DecodedTransaction,
  baseline: StacksBaseline | null,
): StacksVerdict {
  const isOld = baseline && isOlderThan(baseline, { txid, nonce })
  if (isOld) return { kind: 'failed', failure: 'old-transaction' }
  // The chain tells when it was made.
  if (isOld === null) return { kind: 'to-check', txid }
  return {
    kind: 'accepted',
    txid,
    nonce,
    feeMicroStx: feeMicroStx.toString(),
    ...(isHighFee(baseline!, feeMicroStx) && { warning: 'high-fee' as const }),
  }
}
