import { alarmMinutes } from './alarm-minutes.ts'
import { keepAlarm } from './keep-alarm.ts'

export const refreshAlarm = 'refresh'

/** Keeps the one alarm: soon while something is pending, else four times an hour. */
export async function scheduleRefresh({ soon }: { soon: boolean }): Promise<void> {
  await keepAlarm(refreshAlarm, soon ? alarmMinutes.soon : alarmMinutes.later)
}
