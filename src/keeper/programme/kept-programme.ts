import type { StacksClient } from '../../chain/stacks/client.ts'
import type { StacksReadFailure } from '../../chain/stacks/stacks-read.ts'
import type { KeeperFunction, StuckReason } from '../../protocol/dual-stacking/planner/index.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import type { KeeperSentence } from '../speak.ts'
import type { KeptCall } from '../state/keeper-state.ts'

/** Why a programme's next step is not known; `family`: no contract whose steps can be planned. */
export type PlanTrouble = StacksReadFailure['code'] | 'family'

/** Every function that a keeper calls. */
export type KeptFunction = KeeperFunction | 'calculate-rewards' | 'claim-rewards'

/** What is signed of a call; `paysSats`: what it moves of sBTC. Arguments are hex without 0x. */
export type CallToSign = Pick<KeptCall, 'contract' | 'functionName' | 'args' | 'paysSats'>

/** A call that is due, and the Bitcoin height before which it should be in a block. */
export interface DueCall extends CallToSign {
  functionName: KeptFunction
  deadline: number
}

/** What comes next in a programme. Heights are Bitcoin heights. */
export type KeeperStep =
  /** `rows`: how many participants the call names, of how many. */
  | { kind: 'call'; call: DueCall; rows: { named: number; total: number } | null }
  | { kind: 'wait-burn'; height: number; next: KeptFunction }
  | { kind: 'wait-stacks'; next: KeptFunction }
  | { kind: 'stuck'; reason: StuckReason['code'] }

/** Calls of one kind that a whole cycle takes, and how large the largest of them is. */
export interface CycleCalls {
  call: CallToSign
  count: number
}

/** The next step of a programme, and what its cycle takes. */
export interface ProgrammePlan {
  cycle: number
  step: KeeperStep
  cycleCalls: readonly CycleCalls[]
  /** What the programme is, for a check. */
  about: KeeperSentence
}

export type PlanReading = { ok: true; plan: ProgrammePlan } | { ok: false; trouble: PlanTrouble }

/** A programme that a keeper runs. */
export interface KeptProgramme {
  /** The contract that it is named after. */
  contract: string
  /** Whether a call is one of this programme. */
  owns: (call: Pick<KeptCall, 'contract' | 'functionName'>) => boolean
  /** Reads the chain at one host, and plans the next step for the account that would sign it. */
  plan: (client: StacksClient, operator: string) => Promise<PlanReading>
  /** A call with its conditions; undefined: it moves what is not known. */
  request: (account: string, call: CallToSign) => StacksCallRequest | undefined
}
