import * as v from 'valibot'
import { readText } from '../../chain/http/read-text.ts'
import { announcedLives } from '../../chain/stacks/announced-lives.ts'
import { uint } from '../../chain/uint.ts'
import type { BoostFigures } from './figures.ts'

/** The last moment that a date can have, in milliseconds since 1970. */
const LAST_MOMENT = 8.64e15
const height = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32))
/** When a snapshot was read, in milliseconds since 1970. */
export const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT))

/**
 * The small file that a partner serves from a CDN instead of asking the API at each page view; `npm
 * run snapshot` writes it. Amounts are decimal strings.
 */
export const snapshotFile = v.object({
  format: v.literal('twinstack-snapshot'),
  version: v.literal(1),
  deployment: v.string(),
  contract: v.string(),
  network: v.picklist(['mainnet', 'testnet', 'devnet']),
  family: v.picklist(['v1', 'v2', 'v3']),
  /** API base that was read. */
  source: v.string(),
  readAt: moment,
  burnHeight: height,
  stacksHeight: height,
  cycle: v.object({
    id: height,
    startHeight: height,
    nextStartHeight: height,
    snapshots: uint,
    blocksPerSnapshot: uint,
    bufferBlocks: uint,
  }),
  goldenRatio: v.nullable(v.object({ cycle: height, ratio: uint })),
  apr: uint,
  multiplier: v.pipe(
    uint,
    v.check((value) => value >= 1n && value <= 1000n),
  ),
  blocksPerYear: uint,
  poolSats: v.nullable(uint),
  totalWeights: v.nullable(uint),
  minimumSats: v.nullable(uint),
  /** Absent: as far as is known, the programme is running. */
  life: v.optional(v.picklist(['closed', 'ended', 'stopped'])),
  /** SHA-256, hex, of this file's JSON without this field, keys in this order and no spaces. */
  checksum: v.string(),
})
export type SnapshotFile = v.InferOutput<typeof snapshotFile>

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

/**
 * Fetches a snapshot and checks size, checksum, form, and that it is of the network or deployment
 * asked for. Rejects when any of them fails.
 */
export async function readSnapshot(
  url: URL,
  network: string,
  signal: AbortSignal,
): Promise<BoostFigures> {
  const file = v.parse(snapshotFile, await fetchChecked(url, signal))
  if (network !== file.network && network !== file.deployment) throw new Error('other-network')
  return toBoostFigures(file, Date.now())
}

/** A file from before the announced end of its programme does not say that it goes on. */
const lifeOfOldFile = ({ network, burnHeight }: SnapshotFile): BoostFigures['life'] => {
  const announced = announcedLives[network]
  return announced && burnHeight < announced.endHeight ? announced.state : 'running'
}

/** What the calculator needs of a snapshot. */
export const toBoostFigures = (file: SnapshotFile, now: number): BoostFigures => ({
  family: file.family,
  ...(file.goldenRatio && { goldenRatio: file.goldenRatio.ratio, cycle: file.goldenRatio.cycle }),
  multiplier: file.multiplier,
  apr: file.apr,
  blocksPerYear: file.blocksPerYear,
  blocksPerSnapshot: file.cycle.blocksPerSnapshot,
  bufferBlocks: file.cycle.bufferBlocks,
  snapshots: file.cycle.snapshots,
  ...(file.poolSats !== null && { poolSats: file.poolSats }),
  ...(file.totalWeights !== null && { totalWeights: file.totalWeights }),
  ...(file.minimumSats !== null && { minimumSats: file.minimumSats }),
  life: file.life ?? lifeOfOldFile(file),
  readAt: file.readAt,
  stale: isStale(file.readAt, now),
})

/** Checksum of a snapshot's JSON, whatever its own `checksum` says. */
export async function computeChecksum(json: Record<string, unknown>): Promise<string> {
  const { checksum: _, ...rest } = json
  const digest = await crypto.subtle.digest(
    'SHA-256',
    new TextEncoder().encode(JSON.stringify(rest)),
  )
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
