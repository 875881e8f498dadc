import type { SentSince } from '../wallet/account-look.ts'
import type { SigningFailure } from '../wallet/signing-failure.ts'
import type { Words } from '../words/create-words.ts'

interface UnansweredRequest {
  failure: SigningFailure | null
  /** Whether a wallet was asked, as far as is stored. */
  wasAsked: boolean
  /** Whether it is known where the account stood then. */
  isNoted: boolean
  sent: SentSince | null
}

/** Why a request gave no transaction, and what is known to have been sent all the same. */
export function signingFailureText({ t }: Words, request: UnansweredRequest): string {
  const { failure } = request
  const reason = t(`signing.${failure ?? 'interrupted'}`)
  // Its signers are on their way to sending it, or it is waiting for a page.
  if (failure === 'needs-signers' || failure === 'no-tab') return reason
  return `${reason} ${t(`signing.sent.${sentOf(request)}`)}`
}

function sentOf({ wasAsked, isNoted, sent }: UnansweredRequest): SentSince | 'never' | 'looking' {
  if (!wasAsked) return 'never'
  return isNoted ? (sent ?? 'looking') : 'unknown'
}
