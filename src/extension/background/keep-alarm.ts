import { browser } from '../browser.ts'

const MINUTE_MS = 60_000

/**
 * Sees to it that an alarm rings every so many minutes, the first time at `firstAt` (milliseconds
 * since 1970) where that is to come. One that is due later than its period was set before the clock
 * was set back, and would not ring for as long.
 */
export async function keepAlarm(
  name: string,
  periodInMinutes: number,
  firstAt: number | null = null,
): Promise<void> {
  if (firstAt !== null && firstAt > Date.now())
    return browser.alarms.create(name, { when: firstAt, periodInMinutes })
  const alarm = await browser.alarms.get(name)
  const isDueInTime =
    alarm !== undefined && alarm.scheduledTime <= Date.now() + periodInMinutes * MINUTE_MS
  if (alarm?.periodInMinutes !== periodInMinutes || !isDueInTime)
    await browser.alarms.create(name, { periodInMinutes })
}
