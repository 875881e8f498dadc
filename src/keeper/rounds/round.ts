import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import type { KeeperConfig } from '../config/keeper-config.ts'
import type { ChainLook, HostLook } from '../hosts/keeper-hosts.ts'
import type { HoldReason, TellEvent } from '../keeper-event.ts'
import type { KeeperSigner } from '../key/create-signer.ts'
import type { KeptProgramme } from '../programme/kept-programme.ts'
import type { CallAttempt, KeptCall } from '../state/keeper-state.ts'
import type { StateFile } from '../state/open-state.ts'
import type { RivalWatch } from './rival-watch.ts'

/** What signs, and where its calls are kept. */
export interface LiveKeeper {
  signer: KeeperSigner
  state: StateFile
}

/**
 * What one round of a live keeper works with: the chain as the hosts agree on it, and who is read.
 */
export interface Round extends LiveKeeper {
  chain: ChainLook
  reader: HostLook
  fees: KeeperConfig['fees']
  rivals: RivalWatch
  tell: TellEvent
  now: () => number
  /** The host that is read did not tell what it was asked. */
  noteFailure: () => void
}

/** A call of a programme that was begun. */
export interface OpenCall {
  programme: KeptProgramme
  call: KeptCall
}

/** Says that a call is not sent now, and why. */
export const holdCall = (
  { tell }: Pick<Round, 'tell'>,
  { contract, functionName }: Pick<KeptCall, 'contract' | 'functionName'>,
  { reason, detail = '' }: { reason: HoldReason; detail?: string },
): void => tell({ kind: 'held', contract, functionName, reason, detail })

/** Signs a call under a nonce for a fee, in microSTX. */
export async function signAttempt(
  { signer, chain, now }: Round,
  request: StacksCallRequest,
  { nonce, feeMicroStx }: { nonce: number; feeMicroStx: bigint },
): Promise<CallAttempt> {
  const signed = await signer.sign(request, { nonce, feeMicroStx })
  return { ...signed, feeMicroStx, at: now(), burnHeight: chain.burnHeight }
}
