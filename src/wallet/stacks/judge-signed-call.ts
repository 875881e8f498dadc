import { stripHexPrefix } from '../../chain/hex.ts'
import type { SigningVerdict } from '../reduce-signing.ts'
import { compareStacksCall } from './compare-stacks-call.ts'
import { decodeSignedTransaction } from './decode-signed-transaction.ts'
import type { StacksCallRequest } from './stacks-call-request.ts'

/** A verdict on a Stacks call; fee in microSTX, as a decimal string. */
export type StacksVerdict =
  | Exclude<SigningVerdict, { kind: 'accepted' }>
  | { kind: 'accepted'; txid: string; nonce: number; feeMicroStx: string }

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
): StacksVerdict {
  const txid = given.txid === null ? undefined : normaliseTxid(given.txid)
  if (given.transaction === null)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
  const read = decodeSignedTransaction(given.transaction)
  // A transaction id next to unreadable bytes may still belong to a transaction on its way.
  if (!read)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
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
  if (!read.signed)
    return txid ? { kind: 'to-check', txid } : { kind: 'failed', failure: 'result-unreadable' }
  return {
    kind: 'accepted',
    txid: read.txid,
    nonce: read.nonce,
    feeMicroStx: read.feeMicroStx.toString(),
  }
}
