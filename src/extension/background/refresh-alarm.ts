import { alarmMinutes } from './alarm-minutes.ts'
import { keepAlarm } from './keep-alarm.ts'

export const refreshAlarm = 'refresh'

interface RefreshRhythm {
  soon: boolean
  /** The time of the next refresh, in milliseconds since 1970; null: by the rhythm. */
  retryAt: number | null
}

/** Keeps the one alarm: soon while something is pending, else four times an hour. */
export async function scheduleRefresh({ soon, retryAt }: RefreshRhythm): Promise<void> {
  await keepAlarm(refreshAlarm, soon ? alarmMinutes.soon : alarmMinutes.later, retryAt)
}
