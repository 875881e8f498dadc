/**
 * JSON text or object with bigints as decimal strings, ready for storage and runtime messages; the
 * schemas turn them back.
 */
export const toJson = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, item: unknown) =>
      typeof item === 'bigint' ? item.toString() : item,
    ),
  )
