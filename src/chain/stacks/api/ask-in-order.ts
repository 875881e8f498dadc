import { isSwitchedOff, type Answer, type Failure } from '../../http/answer.ts'

/**
 * The first answer of several sources of one value, asked in order: the next one when a host has
 * switched the source off, or when `goOn` says so of the failure. When none is left, the failure of
 * the first that is not switched off, as the reason to show.
 */
export const askInOrder = async <T>(
  sources: readonly (() => Promise<Answer<T>>)[],
  goOn: (failure: Failure) => boolean = () => false,
): Promise<Answer<T>> => {
  let reason: Failure = { code: 'gone' }
  for (const source of sources) {
    const answer = await source()
    if (answer.ok) return answer
    if (reason.code === 'gone') reason = answer.failure
    if (!isSwitchedOff(answer.failure) && !goOn(answer.failure)) return answer
  }
  return { ok: false, failure: reason }
}
