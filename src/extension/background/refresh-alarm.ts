import { keepAlarm } from './keep-alarm.ts'

export const refreshAlarm = 'refresh'

// Half a minute is the shortest that browsers grant; ten minutes is a Bitcoin block.
const SOON_MINUTES = 0.5
const LATER_MINUTES = 5

/** Keeps the one alarm: soon while something is pending, else twice per Bitcoin block. */
export async function scheduleRefresh({ soon }: { soon: boolean }): Promise<void> {
  const periodInMinutes = soon ? SOON_MINUTES : LATER_MINUTES
  await keepAlarm(refreshAlarm, periodInMinutes)
}
