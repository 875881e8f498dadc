import type { Account, ContractId } from '../core/ids.ts'
import type { ContractStore } from './store.ts'

/** What a contract sees of the call it is in. */
export interface Context {
  readonly self: ContractId
  /**
   * Who called, null when the call comes from outside the machine (a block's own work, or a read).
   */
  readonly caller: ContractId | null
  /** The callers, nearest first; a transaction's own call has the transfer contract alone. */
  readonly callers: readonly ContractId[]
  /** The account that signed the transaction, null outside one. */
  readonly sender: Account | null
  readonly height: bigint
  readonly chainId: number
  /** Calls another contract (or this one again). A failure ends the transaction. */
  call(contract: ContractId, method: string, arg: unknown): unknown
  /**
   * Calls another contract and continues when it fails: only the callee's changes are undone.
   * Running out of gas still ends the transaction.
   */
  tryCall(contract: ContractId, method: string, arg: unknown): InnerCallResult
  emit(topic: string, data: unknown): void
  /** Whether `key` signed `message`. */
  verify(key: Account, message: Uint8Array, signature: string): boolean
  /** Whether someone can sign for the key. */
  isValidKey(key: Account): boolean
}

/** What a called contract returned, or its error as a node shows it. */
export type InnerCallResult = { ok: true; value: unknown } | { ok: false; error: string }

/**
 * A method of a contract: reads its context, may fail by `panic`, and gives what the caller
 * receives.
 */
export type Method = (context: Context, arg: unknown) => unknown

/** A contract is its methods; what it remembers lives in the store that it was made with. */
export type Contract = Readonly<Record<string, Method>>

/** Makes a contract on its store: `id` is its own id on this host. */
export type ContractFactory = (store: ContractStore, id: ContractId) => Contract
