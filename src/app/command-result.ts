/** Why a command was not accepted; the sentence is `commands.<code>` in words. */
export const commandProblems = [
  'no-account',
  'not-a-principal',
  'other-network',
  'already-enrolled',
  'not-enrolled',
  'blacklisted',
  'below-minimum',
  'minimum-not-met',
  'same-reward-address',
  'own-contract',
  'not-writable',
  'already-asking',
  'already-sent',
  'cannot-look',
  'unknown-intent',
  'bad-settings',
  'newer-data',
  'not-understood',
  'no-tab',
  'no-answer',
  'staking-changed',
  'claim-waits',
] as const
export type CommandProblem = (typeof commandProblems)[number]
export type CommandRefusal = { ok: false; code: CommandProblem; values?: Record<string, string> }
export type CommandResult = { ok: true } | CommandRefusal

export const refuse = (code: CommandProblem, values?: Record<string, string>): CommandRefusal => ({
  ok: false,
  code,
  ...(values && { values }),
})
