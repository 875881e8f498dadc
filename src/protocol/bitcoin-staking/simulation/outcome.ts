import type { ContractTuple, ContractValue } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { AbortReason } from '../../clarity/u128.ts'

/** What a contract printed. */
export interface Print {
  readonly contract: Principal
  readonly value: ContractTuple
}

/** A movement of sBTC in sats: a transfer, or what a withdrawal locks and unlocks. */
export type SbtcMove =
  | { readonly from: Principal; readonly to: Principal; readonly sats: bigint }
  | { readonly burned: SbtcKind; readonly who: Principal; readonly sats: bigint }
  | { readonly minted: SbtcKind; readonly who: Principal; readonly sats: bigint }

/** Available sBTC, or sBTC that waits for the answer to a withdrawal request. */
export type SbtcKind = 'available' | 'locked'

/** A native lock of STX as a call has left it. */
export interface StxLock {
  readonly who: Principal
  readonly microStx: bigint
  readonly unlockBurnHeight: bigint
}

/** What a call leaves on the chain, in order. */
export interface CallEffects {
  readonly prints: readonly Print[]
  readonly moves: readonly SbtcMove[]
  readonly locks: readonly StxLock[]
}

/** How a call ended: with `err` and `abort` nothing has changed. */
export type SimulatedCall =
  | { readonly ok: ContractValue; readonly effects: CallEffects }
  | { readonly err: bigint }
  | { readonly abort: AbortReason }

/** Answer of a read-only function, or why the VM gave none. */
export type SimulatedRead = { readonly value: ContractValue } | { readonly abort: AbortReason }
