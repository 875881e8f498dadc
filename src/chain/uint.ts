import * as v from 'valibot'

/**
 * A non-negative integer that travels as a decimal string through JSON (storage, runtime messages)
 * and is a bigint in code.
 */
export const uint = v.union([
  v.bigint(),
  v.pipe(
    v.string(),
    v.regex(/^\d{1,39}$/),
    v.transform((text) => BigInt(text)),
  ),
])
