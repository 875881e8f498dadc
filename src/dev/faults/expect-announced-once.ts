import { expect } from 'vitest'
import type { Session } from '../browser/chromium/session.ts'

/**
 * After a fault: the next refresh shows what this item of storage does not call shown, repeats
 * nothing that it does, and another life of the background shows nothing at all. Gives the keys of
 * all notifications there have been.
 */
export async function expectAnnouncedOnce(
  { chromium, probe }: Session,
  ledger: 'ledger' | 'duskLedger',
  refresh: () => Promise<unknown>,
): Promise<string[]> {
  const statesIn = (raw: Record<string, unknown>) =>
    Object.entries((raw[ledger] as { d: Record<string, { state: string }> } | undefined)?.d ?? {})
  const shownBefore = statesIn(await probe.readRaw())
    .filter(([, { state }]) => state === 'shown')
    .map(([key]) => key)
  await probe.clearNotifications()
  await refresh()
  const raw = await probe.waitUntilRaw(
    (now) => statesIn(now).length > 0 && statesIn(now).every(([, { state }]) => state === 'shown'),
    'every notification shown',
  )
  const keys = statesIn(raw)
    .map(([key]) => key)
    .toSorted()
  expect((await probe.notifications()).toSorted()).toEqual(
    keys.filter((key) => !shownBefore.includes(key)),
  )
  await chromium.killBackground()
  await probe.clearNotifications()
  await refresh()
  expect(await probe.notifications()).toEqual([])
  return keys
}
