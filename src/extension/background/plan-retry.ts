import { alarmMinutes } from './alarm-minutes.ts'

const MINUTE_MS = 60_000

interface Waiting {
  /** The retry that is planned already; null: none. */
  planned: number | null
  /** Until when the hosts have asked for silence; 0: not at all. */
  pausedUntil: number
  now: number
}

/**
 * When to try again after a request limit, in milliseconds since 1970: as soon as the hosts allow
 * it and the browser grants an alarm, and at the latest when an ordinary refresh would come. One
 * that is planned already and late enough stays, however often a view asks meanwhile.
 */
export function planRetry({ planned, pausedUntil, now }: Waiting): number {
  if (planned !== null && planned > now && planned >= pausedUntil) return planned
  const [soonest, latest] = [alarmMinutes.soon, alarmMinutes.later].map(
    (minutes) => now + minutes * MINUTE_MS,
  ) as [number, number]
  return Math.min(Math.max(pausedUntil, soonest), latest)
}
