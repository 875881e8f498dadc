import type { FoundWallet } from '../../wallet/found-wallet.ts'
import type { PoolSource } from './chain.ts'
import type { PoolEvents } from './events.ts'
import type { PoolFigures } from './figures.ts'
import type { PoolFormat } from './pool-format.ts'
import type { PoolView } from './view.ts'
import type { PoolWalletKey, PoolWalletWords } from './wallet-words.ts'

/** What an account has in the pool, in LUX; null: not known. */
export type PoolHolding = Pick<PoolFigures, 'position' | 'claimable'>

export interface PoolActionsSetup {
  view: PoolView
  f: PoolFormat
  /** All calls of a holder, or depositing only. */
  all: boolean
  signal: AbortSignal
  place(): PoolSource & { referrer: string | null }
  /** What is typed, in LUX; 0: nothing. */
  lux(): bigint
  say(text: string): void
  /** Shows what went wrong and reports it to the page; `error`: the underlying cause. */
  fail(code: string, sentence: string, error?: unknown): void
  emit<K extends keyof PoolEvents>(type: K, detail: PoolEvents[K]): void
  /** The wallet's account, to be followed from now on; null: none any more. */
  connected(account: string | null): void
  /** Reads the pool once more. */
  again(): void
}

/** What the wallet's code is given in addition, at each press. */
export type PoolSigningSetup = PoolActionsSetup & {
  words: PoolWalletWords
  /** The chosen wallet's id; null: none. */
  choose(wallets: readonly FoundWallet[]): Promise<string | null>
  /** Whether a person has pressed `yes` below these paragraphs; `no` null: there is no other. */
  confirm(paragraphs: string[], yes: PoolWalletKey, no: PoolWalletKey | null): Promise<boolean>
  /** Waits for a wallet below these paragraphs; null: its user has ended the wait. */
  untilStopped<T>(answer: Promise<T>, paragraphs: string[]): Promise<T | null>
}
