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
  /** Several signed ones in one Stacks block, each of which is carried out. */
  | { kind: 'block'; raws: string[] }

export const undoneStatuses = [
  'abort_by_post_condition',
  'abort_by_response',
  'problematic_skipped',
] as const

/** Why a transaction did nothing but pay its fee; `hex` is what the contract answered. */
export type Undone = {
  status: (typeof undoneStatuses)[number]
  hex: string
  reason?: string
}

export type TransactionStatus = 'success' | Undone['status']

/** What became of one transaction. `reason` says why it did not succeed. */
export type TransactionResult = {
  status: TransactionStatus
  hex: string
  events: VmEvent[]
  reason?: string
  costs?: VmCosts
}

/**
 * What an operation did. `burn` and `stacks` are the heights afterwards; `parts` are the
 * transactions of a block of several.
 */
export type OperationReceipt = TransactionResult & {
  burn: number
  stacks: number
  undone?: Undone
  parts?: TransactionResult[]
}

/** A receipt, or the reason why nothing happened at all: the chain is as before. */
export type Applied = { ok: true; receipt: OperationReceipt } | { ok: false; reason: string }
