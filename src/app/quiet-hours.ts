import type { Settings } from './settings.ts'

/** Whether this is a quiet hour, local time; a span over midnight is one span. */
export function isQuietHour(hours: Settings['notifications']['quietHours'], now: Date): boolean {
  if (!hours || hours.from === hours.to) return false
  const hour = now.getHours()
  return hours.from < hours.to
    ? hour >= hours.from && hour < hours.to
    : hour >= hours.from || hour < hours.to
}
