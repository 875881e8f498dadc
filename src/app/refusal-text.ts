import type { Words } from '../words/create-words.ts'
import type { CommandResult } from './command-result.ts'

/** The sentence for a refused command; null when it was accepted. */
export const refusalText = ({ t }: Words, result: CommandResult): string | null =>
  result.ok ? null : t(`commands.${result.code}`)
