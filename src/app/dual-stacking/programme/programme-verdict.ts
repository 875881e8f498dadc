import type { Known } from '../../../chain/known.ts'
import type { ProgrammeCode } from '../../../chain/stacks/programme/programme-code.ts'

/**
 * How far a programme's code is known. `foreign-part`: the contract is ours, one that it calls is
 * not. `unread`: nobody has told its source, so that it is as unknown as one that is none of ours.
 */
export type ProgrammeVerdict =
  | {
      kind: 'verified' | 'earlier' | 'foreign-part'
      version: number
      newest: number
      exact: boolean
    }
  | { kind: 'unknown' | 'unread' }

/** Judges what a programme runs by its contract and those that it calls. */
export function judgeProgramme(code: Known<ProgrammeCode>): ProgrammeVerdict {
  if (!code.known) return { kind: 'unread' }
  const { main, helpers } = code.value
  if (main.kind === 'unknown' || helpers === null) return { kind: 'unknown' }
  const { version, newest, exact } = main
  if (Object.values(helpers).some(({ kind }) => kind === 'unknown'))
    return { kind: 'foreign-part', version, newest, exact }
  return { kind: version === newest ? 'verified' : 'earlier', version, newest, exact }
}
