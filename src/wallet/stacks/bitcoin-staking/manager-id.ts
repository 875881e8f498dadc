import * as v from 'valibot'

/** The contract of a signer manager, as a command names it. */
export const managerId = v.pipe(
  v.string(),
  v.maxLength(200),
  v.regex(/^S[0-9A-Z]{27,40}\.[a-zA-Z][\w-]{0,127}$/),
)
