import { expect } from 'vitest'
import type { Session } from '../browser/chromium/session.ts'

/**
 * After a fault: what was not noted as shown in this item of storage is told by the next look, what
 * was is not told again, and another life of the background tells nothing at all. Gives the keys of
 * all notifications there have been.
 */
export async function toldOnce(
  { chromium, probe }: Session,
  ledger: 'ledger' | 'duskLedger',
  look: () => Promise<unknown>,
): Promise<string[]> {
  const statesIn = (raw: Record<string, unknown>) =>
    Object.entries((raw[ledger] as { d: Record<string, { state: string }> } | undefined)?.d ?? {})
  const shownBefore = statesIn(await probe.raw())
    .filter(([, { state }]) => state === 'shown')
    .map(([key]) => key)
  await probe.clearNotifications()
  await look()
  const raw = await probe.untilRaw(
    (now) => statesIn(now).length > 0 && statesIn(now).every(([, { state }]) => state === 'shown'),
    'everything told',
  )
  const keys = statesIn(raw)
    .map(([key]) => key)
    .toSorted()
  expect((await chromium.notifications()).toSorted()).toEqual(
    keys.filter((key) => !shownBefore.includes(key)),
  )
  await chromium.killBackground()
  await probe.clearNotifications()
  await look()
  expect(await chromium.notifications()).toEqual([])
  return keys
}
