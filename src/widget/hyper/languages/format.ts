import { formatScaled } from '../../../ui/format/numbers.ts'
import type { PoolFormat } from '../words.ts'

export const formatIn = (locale: string): PoolFormat => ({
  locale,
  dusk: (lux, about) =>
    formatScaled(
      locale,
      lux,
      9,
      about ? { maximumSignificantDigits: 4, roundingMode: 'trunc' } : { maximumFractionDigits: 9 },
    ),
  percent: (scaled) =>
    formatScaled(locale, scaled, 8, {
      style: 'percent',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      roundingMode: 'trunc',
    }),
})
