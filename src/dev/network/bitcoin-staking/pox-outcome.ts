import type { CallEffects } from '../../../protocol/bitcoin-staking/simulation/outcome.ts'
import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'

/**
 * How a call ended; `err` and `abort` change nothing, and an abort's reason is for display only.
 */
export type PoxOutcome =
  | { readonly ok: ContractValue; readonly effects: CallEffects }
  | { readonly err: bigint }
  | { readonly abort: string }

/** Result of a read-only function, or why there is none. */
export type PoxAnswer = { readonly value: ContractValue } | { readonly abort: string }
