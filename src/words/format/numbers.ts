/**
 * Exact decimal text of an integer scaled by 10^decimals; Intl formats such text without going
 * through a float.
 */
export function decimalText(value: bigint, decimals: number): `${number}` {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`
  return `${value < 0n ? '-' : ''}${whole}${fraction}` as `${number}`
}

const cache = new Map<string, Intl.NumberFormat>()

/**
 * Formats an integer scaled by 10^decimals; formatters are kept, as making one costs more than
 * using it.
 */
export function formatScaled(
  locale: string,
  value: bigint,
  decimals: number,
  options: Intl.NumberFormatOptions,
): string {
  return numberFormat(locale, options).format(decimalText(value, decimals))
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const kept = cache.get(key)
  if (kept) return kept
  const made = new Intl.NumberFormat(locale, options)
  cache.set(key, made)
  return made
}
