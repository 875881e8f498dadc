import { numberFormat } from './numbers.ts'

/**
 * Bitcoin aims at one block in ten minutes [dual-stacking 10.4]: every time made of blocks is an
 * estimate.
 */
export const MS_PER_BLOCK = 600_000

/**
 * A duration in its one fitting unit: minutes up to two hours, at least one unless nothing is left,
 * hours up to two days, then days.
 */
export function duration(locale: string, ms: number): string {
  const minutes = ms <= 0 ? 0 : Math.max(1, Math.round(ms / 60_000))
  const format = (value: number, unit: 'minute' | 'hour' | 'day') =>
    numberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value)
  if (minutes < 120) return format(minutes, 'minute')
  if (minutes < 2880) return format(Math.round(minutes / 60), 'hour')
  return format(Math.round(minutes / 1440), 'day')
}

/** A date's parts: with the year when it is not the present one. */
const dateParts = (at: number, now: number): Intl.DateTimeFormatOptions => ({
  day: 'numeric',
  month: 'short',
  ...(new Date(at).getFullYear() !== new Date(now).getFullYear() && { year: 'numeric' }),
})

/** `2 Dec`; with the year when it is not the present one. */
export const day = (locale: string, at: number, now: number): string =>
  new Intl.DateTimeFormat(locale, dateParts(at, now)).format(at)

/** `2 Dec, 14:05`; with the year when it is not the present one. */
export const dayAndTime = (locale: string, at: number, now: number): string =>
  new Intl.DateTimeFormat(locale, {
    ...dateParts(at, now),
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)

export const clock = (locale: string, at: number): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at)
