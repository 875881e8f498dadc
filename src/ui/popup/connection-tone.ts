import type { SigningFailure } from '../../wallet/signing-failure.ts'

/** The tone of a callout about a connection under way. */
export function connectionTone(
  stage: string,
  failure: SigningFailure | null,
): 'info' | 'bad' | 'wait' {
  if (stage === 'failed') return failure === 'rejected' ? 'info' : 'bad'
  return stage.startsWith('choose-') ? 'info' : 'wait'
}
