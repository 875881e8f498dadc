/** JSON text in which bigints survive: runtime messages carry JSON only and would drop them. */
export const pack = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? { $bigint: item.toString() } : item,
  )

/** The value that was packed. Throws when the text is no JSON. */
export const unpack = (text: string): unknown =>
  JSON.parse(text, (_key, item: unknown) => {
    const digits =
      typeof item === 'object' && item !== null && '$bigint' in item ? item.$bigint : undefined
    return typeof digits === 'string' && /^-?\d{1,80}$/.test(digits) ? BigInt(digits) : item
  }) as unknown
