/** A whole number of the smallest unit, as in events, as the decimal that attributes take. */
export const formatUnits = (units: unknown, decimals: number): string | undefined =>
  typeof units === 'string'
    ? units
        .padStart(decimals + 1, '0')
        .replace(new RegExp(`(\\d{${decimals}})$`), '.$1')
        .replace(/\.?0+$/, '')
    : undefined
