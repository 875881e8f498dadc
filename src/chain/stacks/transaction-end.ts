import * as v from 'valibot'
import type { ApiTransaction } from './answers.ts'
import { cUint, decodeClarity } from './clarity.ts'

/** What undid a transaction that is in a block; `skipped`: it was never run. The fee is spent. */
export const undoings = ['contract', 'post-condition', 'run-time', 'skipped'] as const
export type Undoing = (typeof undoings)[number]

/** Why a transaction left the pool of those that wait; it may come back. */
export const dropReasons = ['too-expensive', 'too-old', 'problematic', 'vanished', 'other'] as const
export type DropReason = (typeof dropReasons)[number]

/**
 * What a status of the API means. `confirmed` and `aborted` are in a block, and final as far as the
 * block is; `dropped` and `replaced` are not final: a dropped transaction comes back, a replacement
 * is followed by its id.
 */
export type TransactionEnd =
  | { state: 'pending' }
  | { state: 'confirmed' }
  | { state: 'aborted'; by: Undoing }
  | { state: 'dropped'; why: DropReason }
  | { state: 'replaced' }

/** Every status that the API knows (v9), and its meaning. */
export const transactionEnds: Readonly<Record<string, TransactionEnd>> = {
  pending: { state: 'pending' },
  success: { state: 'confirmed' },
  abort_by_response: { state: 'aborted', by: 'contract' },
  abort_by_post_condition: { state: 'aborted', by: 'post-condition' },
  problematic_skipped: { state: 'aborted', by: 'skipped' },
  dropped_replace_by_fee: { state: 'replaced' },
  dropped_replace_across_fork: { state: 'replaced' },
  dropped_too_expensive: { state: 'dropped', why: 'too-expensive' },
  dropped_stale_garbage_collect: { state: 'dropped', why: 'too-old' },
  dropped_problematic: { state: 'dropped', why: 'problematic' },
}

const errorResponse = v.object({ err: cUint })
const noneResponse = v.object({ err: v.null() })

/**
 * The meaning of a transaction's status; undefined: a status that is not known. A block that is not
 * part of the chain is no end. An error of the contract counts as such also where the network
 * blames a post-condition, and `(err none)` is a run-time error.
 */
export const endOf = (
  transaction: ApiTransaction,
): { end: TransactionEnd | undefined; errorNumber: number | null } => {
  const { tx_status: status, tx_result: result, canonical } = transaction
  const end =
    transactionEnds[status] ??
    (status.startsWith('dropped')
      ? { state: 'dropped' as const, why: 'other' as const }
      : undefined)
  if (canonical === false && (end?.state === 'confirmed' || end?.state === 'aborted'))
    return { end: { state: 'pending' }, errorNumber: null }
  if (end?.state !== 'aborted' || end.by === 'skipped') return { end, errorNumber: null }
  const value = decodeClarity(result?.hex ?? '')
  const error = v.safeParse(errorResponse, value)
  if (error.success)
    return { end: { state: 'aborted', by: 'contract' }, errorNumber: Number(error.output.err) }
  const isRunTime = end.by === 'contract' && v.is(noneResponse, value)
  return { end: isRunTime ? { state: 'aborted', by: 'run-time' } : end, errorNumber: null }
}
