import type { WidgetFormat } from '../plain-format.ts'
import type { StacksSigningSetup } from '../stacks/signing-setup.ts'
import type { VisitorQuestions } from '../visitor-questions.ts'
import type { YieldSource } from './chain.ts'
import type { YieldEvents } from './events.ts'
import type { YieldView } from './view.ts'
import type { YieldWalletKey, YieldWalletWords } from './wallet-words.ts'

export interface YieldActionsSetup {
  view: YieldView
  f: WidgetFormat
  /** Staking and claiming, or staking only. */
  all: boolean
  signal: AbortSignal
  place(): Omit<YieldSource, 'address'> & { cycles: string | null }
  /** What is typed, in microSTX; 0: nothing. */
  microStx(): bigint
  say(text: string): void
  /** Shows what went wrong and reports it to the page; `error`: the underlying cause. */
  fail(code: string, sentence: string, error?: unknown): void
  emit<K extends keyof YieldEvents>(type: K, detail: YieldEvents[K]): void
  /** The wallet's account, to be followed from now on. */
  connected(address: string): void
  /** Reads the position once more. */
  again(): void
}

/** What the wallet's code is given in addition, at each press. */
export type YieldSigningSetup = YieldActionsSetup &
  StacksSigningSetup &
  Pick<VisitorQuestions<YieldWalletKey>, 'confirm'> & { words: YieldWalletWords }
