import type { EpochString } from '@stacks/clarinet-sdk-wasm'
import type { VmCosts, VmEvent } from '../vm/outcome.ts'

/**
 * Everything that can happen to the chain. The list of operations is the chain: the same list gives
 * the same blocks. `args` are serialized Clarity values in hex, amounts decimal strings of
 * microStx, so that an operation is plain JSON.
 */
export type Operation =
  | { kind: 'burn'; count: number }
  | { kind: 'stacks'; count: number }
  | { kind: 'epoch'; epoch: EpochString }
  | { kind: 'mint'; recipient: string; microStx: string }
  | { kind: 'deploy'; sender: string; name: string; source: string; clarity: number }
  /** Unsigned: the network's own calls in a user's name. */
  | { kind: 'call'; sender: string; contract: string; method: string; args: string[] }
  /** Signed; `undone` is why only its fee was taken. */
  | { kind: 'transaction'; raw: string; undone?: Undone }

export type Undone = {
  status: 'abort_by_post_condition' | 'abort_by_response'
  hex: string
  reason: string
}

export type TransactionStatus = 'success' | 'abort_by_response' | 'abort_by_post_condition'

/**
 * What an operation did. `burn` and `stacks` are the heights afterwards; `hex` is the result of a
 * call. `reason` says why it did not succeed.
 */
export type OperationReceipt = {
  burn: number
  stacks: number
  status: TransactionStatus
  hex: string
  events: VmEvent[]
  reason?: string
  costs?: VmCosts
  undone?: Undone
}

/** A receipt, or the reason why nothing happened at all: the chain is as before. */
export type Applied = { ok: true; receipt: OperationReceipt } | { ok: false; reason: string }
