import * as v from 'valibot'
import { readText } from '../chain/http/read-text.ts'

/** The last moment that a date can have, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15
/** When a snapshot was read, in milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT))

/** Longer ago than this the figures are called old: half a day is about half a snapshot. */
const STALE_AFTER_MS = 12 * 3_600_000
const MAX_BYTES = 16_384
const LONGEST_MS = 20_000

/** Whether figures are old; such of the future are no more to be trusted. */
export const isStale = (readAt: number, now: number): boolean =>
  Math.abs(now - readAt) > STALE_AFTER_MS

/**
 * Fetches a snapshot of whatever form, at most 16 kB in 20 s from the address itself, and compares
 * its checksum, which finds damage: whoever changes the file can change that as well. Rejects with
 * a code when any of it fails.
 */
export async function fetchChecked(url: URL, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  })
  if (!response.ok) throw new Error(`status-${response.status}`)
  const body = await readText(response, MAX_BYTES)
  if (body === null) throw new Error('too-large')
  const json = v.parse(v.looseObject({ checksum: v.string() }), JSON.parse(body.text))
  // Pages served over plain http have no SHA-256 at hand.
  if (globalThis.crypto?.subtle && (await computeChecksum(json)) !== json.checksum)
    throw new Error('checksum')
  return json
}

/** Checksum of a snapshot's JSON, whatever its own `checksum` says. */
export async function computeChecksum(json: Record<string, unknown>): Promise<string> {
  const { checksum: _, ...rest } = json
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify(rest)),
  )
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
