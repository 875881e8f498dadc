import * as v from 'valibot'
import { uint } from '../../uint.ts'

const rowChange = v.object({
  key: v.string(),
  burnHeight: v.number(),
  /** Only known where the order within a Bitcoin block matters. */
  stacksHeight: v.nullable(v.number()),
  /** Null: the address left. */
  row: v.nullable(
    v.object({
      rewardAddress: v.string(),
      stackingAddress: v.string(),
      trackingAddress: v.string(),
    }),
  ),
})
export type RowChange = v.InferOutput<typeof rowChange>

const part = v.object({
  /** V2's rollback id; captures under an earlier one are discarded. */
  rollback: v.number(),
  /** What each snapshot captured, by its index. */
  captures: v.record(v.string(), v.object({ sats: uint, defiSats: uint, microStx: uint })),
  /** Transactions that tallied the row, and the proposer of each. */
  tallies: v.array(v.object({ txid: v.string(), proposer: v.string() })),
  /** What the contract holds for its tracking and stacking address, as the tally printed it. */
  tallied: v.nullable(v.object({ sats: uint, defiSats: uint, microStx: uint })),
  weight: v.nullable(
    v.object({
      weight: uint,
      ratio: v.nullable(uint),
      goldenRatio: v.nullable(uint),
      whitelisted: v.boolean(),
    }),
  ),
  reward: v.nullable(
    v.object({ key: v.string(), sats: uint, ratio: uint, rewardAddress: v.string() }),
  ),
})
export type CyclePart = v.InferOutput<typeof part>

/**
 * What the events of a contract say about one enrolled address: its rows over time, and its part in
 * each cycle. Bigints are decimal strings when stored.
 */
export const participantRecord = v.object({
  address: v.string(),
  changes: v.array(rowChange),
  cycles: v.record(v.string(), part),
})
export type ParticipantRecord = v.InferOutput<typeof participantRecord>

export const emptyRecord = (address: string): ParticipantRecord => ({
  address,
  changes: [],
  cycles: {},
})
export const emptyPart: CyclePart = {
  rollback: 0,
  captures: {},
  tallies: [],
  tallied: null,
  weight: null,
  reward: null,
}

/** The last snapshot that captured the address; undefined when none did. */
export const lastCapture = (part: CyclePart | undefined): number | undefined =>
  part
    ? Object.keys(part.captures)
        .map(Number)
        .sort((a, b) => b - a)[0]
    : undefined

/** Sums over the snapshots so far. */
export const captureSumsOf = (
  part: CyclePart | undefined,
): { sats: bigint; defiSats: bigint; microStx: bigint } =>
  Object.values(part?.captures ?? {}).reduce(
    (sum, capture) => ({
      sats: sum.sats + capture.sats,
      defiSats: sum.defiSats + capture.defiSats,
      microStx: sum.microStx + capture.microStx,
    }),
    { sats: 0n, defiSats: 0n, microStx: 0n },
  )

/** Where records are stored: in memory for a command, in a database for the console. */
export interface RecordStore {
  get(addresses: readonly string[]): Promise<(ParticipantRecord | undefined)[]>
  put(records: readonly ParticipantRecord[]): Promise<void>
  all(): Promise<ParticipantRecord[]>
}

export const createMemoryStore = (): RecordStore => {
  const records = new Map<string, ParticipantRecord>()
  return {
    get: async (addresses) => addresses.map((address) => records.get(address)),
    put: async (changed) => changed.forEach((record) => records.set(record.address, record)),
    all: async () => [...records.values()],
  }
}
