import { stripHexPrefix } from '../../chain/hex.ts'
import type { SigningFailure } from '../signing-failure.ts'
import { compareStacksCall } from './compare-stacks-call.ts'
import { decodeSignedTransaction } from './decode-signed-transaction.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/**
 * What a wallet's answer amounts to. `accepted`: a transaction that was read and is exactly what
 * was asked. `to-check`: a transaction id alone, still to be fetched and compared. `refused`:
 * something else was signed; it may be on its way under `txid`. `failed`: no transaction. Fee in
 * microSTX, as a decimal string.
 */
export type SigningVerdict =
  | { kind: 'accepted'; txid: string; nonce: number; feeMicroStx: string }
  | { kind: 'to-check'; txid: string }
  | { kind: 'refused'; failure: SigningFailure; txid: string }
  | { kind: 'failed'; failure: SigningFailure }

const normaliseTxid = (text: string): string | undefined => {
  const bare = stripHexPrefix(text.trim().toLowerCase())
  return /^[0-9a-f]{64}$/.test(bare) ? `0x${bare}` : undefined
}

/**
 * Compares what a wallet gave with what was asked of it. The transaction itself counts, never what
 * the wallet says of it.
 */
export function judgeSignedCall(
  asked: StacksCallRequest,
  given: { txid: string | null; transaction: string | null },
): SigningVerdict {
  const txid = given.txid === null ? undefined : normaliseTxid(given.txid)
  if (given.transaction === null)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
  const read = decodeSignedTransaction(given.transaction)
  // A transaction id beside unreadable bytes is still a transaction that may be on its way.
  if (!read)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
  const isPart = read.multisig && !read.signed
  if (txid && txid !== read.txid && !isPart)
    return { kind: 'refused', failure: 'result-mismatch', txid }
  const failure = read.call === null ? 'result-mismatch' : compareStacksCall(asked, read.call)
  if (failure) return { kind: 'refused', failure, txid: read.txid }
  if (isPart) return { kind: 'failed', failure: 'needs-signers' }
  if (!read.signed)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
  return {
    kind: 'accepted',
    txid: read.txid,
    nonce: read.nonce,
    feeMicroStx: read.feeMicroStx.toString(),
  }
}
