import { browser } from '../browser.ts'

const MINUTE_MS = 60_000

/**
 * Sees to it that an alarm rings every so many minutes. One that is due later than its period was
 * set before the clock was set back, and would not ring for as long.
 */
export async function keepAlarm(name: string, periodInMinutes: number): Promise<void> {
  const alarm = await browser.alarms.get(name)
  const isDueInTime =
    alarm !== undefined && alarm.scheduledTime <= Date.now() + periodInMinutes * MINUTE_MS
  if (alarm?.periodInMinutes !== periodInMinutes || !isDueInTime)
    await browser.alarms.create(name, { periodInMinutes })
}
