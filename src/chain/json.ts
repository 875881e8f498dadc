/** A replacer for `JSON.stringify` that writes bigints as decimal strings. */
export const bigintReplacer = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value

/**
 * A value as plain JSON with bigints as decimal strings, ready for storage and runtime messages;
 * the schemas turn them back into bigints.
 */
export const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value, bigintReplacer))
