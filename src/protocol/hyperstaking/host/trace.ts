import type { Account, ContractId } from '../core/ids.ts'

/** An event as a block carries it. */
export interface ChainEvent {
  contract: ContractId
  topic: string
  data: unknown
}

/**
 * One step of a run, in the order in which it happened; `depth` 0 is the transaction's own call.
 */
export type TraceStep =
  | {
      kind: 'call'
      depth: number
      from: ContractId | Account
      to: ContractId
      method: string
      value: bigint | null
    }
  | { kind: 'return'; depth: number; from: ContractId; to: ContractId | Account; method: string }
  | { kind: 'event'; depth: number; contract: ContractId; topic: string; value: bigint | null }
  | { kind: 'panic'; depth: number; contract: ContractId; method: string; text: string }

/** The LUX that an argument or event speaks of, when it names one. */
export const valueOf = (data: unknown): bigint | null => {
  if (typeof data === 'bigint') return data
  if (typeof data !== 'object' || data === null) return null
  const { value, amount } = data as { value?: unknown; amount?: unknown }
  return [value, amount].find((each) => typeof each === 'bigint') ?? null
}
