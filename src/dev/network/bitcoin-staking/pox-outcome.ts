import type { CallEffects } from '../../../protocol/bitcoin-staking/simulation/outcome.ts'
import type { ContractValue } from '../../../protocol/clarity/contract-value.ts'

/** How a call ended, with `err` and `abort` without any change; an abort's reason is for people. */
export type PoxOutcome =
  | { readonly ok: ContractValue; readonly effects: CallEffects }
  | { readonly err: bigint }
  | { readonly abort: string }

/** Answer of a read-only function, or why there is none. */
export type PoxAnswer = { readonly value: ContractValue } | { readonly abort: string }
