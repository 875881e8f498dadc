import type { Words } from '../messages/words.ts'
import type { CommandResult } from '../state.ts'

/** The sentence for a refused command; null when it was accepted. */
export const refusalText = ({ t }: Words, result: CommandResult): string | null =>
  result.ok ? null : t(`commands.${result.code}`)
