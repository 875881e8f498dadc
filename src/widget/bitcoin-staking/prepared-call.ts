import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { StakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { SigningBlocker } from '../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import { blockerText } from '../../ui/bitcoin-staking/forms/blocker-text.ts'
import type { StakingCall } from '../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import type { Words } from '../../words/create-words.ts'
import type { YieldActionsSetup } from './actions-setup.ts'
import type { YieldAction } from './events.ts'
import type { YieldWalletWords } from './wallet-words.ts'

/** Who wants what, and where. */
export interface AskedCall {
  action: YieldAction
  client: StacksClient
  deployment: StakingDeployment
  account: string
  /** Whether the account has staked with a manager on this page. */
  isFamiliar(manager: string): boolean
}

/** What a call's sentences need of the widget. */
export type CallSetup = Pick<YieldActionsSetup, 'place' | 'microStx'> & { words: YieldWalletWords }

/** A call as it is shown before the wallet opens. */
export interface PreparedCall {
  request: StacksCallRequest
  paragraphs: string[]
  /** What the wallet's window shows that it moves. */
  moves: string
  manager: string
  /** Whether something is left to claim after it. */
  hasMore: boolean
  /** Milliseconds since 1970. */
  readAt: number
}

/** A code and its sentence: why there is nothing to sign. */
export type Stop = { stop: [code: string, sentence: string] }

/** A call with what is said of it. */
export interface ChosenCall extends Pick<PreparedCall, 'moves' | 'manager' | 'hasMore'> {
  call: StakingCall
  blockers: SigningBlocker[]
  sentences: string[]
  /** Paid with a claim on top of it. */
  bankedSats: bigint
}

/** When and where sentences about a call are said. */
export const callContext = (
  { programme }: StakingState,
  { network }: Pick<StakingDeployment, 'network'>,
) => ({ network, burnHeight: programme?.burnHeight ?? 0n, now: Date.now() })

/** The first of the reasons for which the chain would refuse; undefined: there is none. */
export const stopOfRefusal = (
  blockers: readonly SigningBlocker[],
  forms: Words,
  context: ReturnType<typeof callContext>,
): Stop | undefined => {
  const refused = blockers.find(({ kind }) => kind === 'refused')
  return refused && { stop: [refused.code, blockerText(forms, refused, context)] }
}
