/** What went wrong at the last refresh; the sentence is `problems.<code>` in words. */
export const refreshProblemCodes = [
  'offline',
  'slow',
  'rate-limited',
  'bad-answer',
  'server-error',
  'wrong-chain',
  'contract-missing',
] as const
