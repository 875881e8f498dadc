import type { DualStackingEvent } from '../events/decode.ts'
import {
  emptyPart,
  emptyRecord,
  type CyclePart,
  type ParticipantRecord,
  type RowChange,
} from './participant-record.ts'

/** An event with its transaction id, without 0x, and its index in the transaction. */
export type IndexedEvent = { txid: string; eventIndex: number; event: DualStackingEvent }

export const eventKey = ({ txid, eventIndex }: Pick<IndexedEvent, 'txid' | 'eventIndex'>): string =>
  `${txid}:${eventIndex}`

/** The address whose record an event changes; undefined when there is none. */
export const recordAddressOf = ({ event }: IndexedEvent): string | undefined => {
  switch (event.kind) {
    case 'enroll':
    case 'update-participant-details':
    case 'opt-out':
    case 'capture':
    case 'capture-lowered':
    case 'tally':
    case 'weight':
    case 'reward':
      return event.enrolled
    default:
      return undefined
  }
}

const withChange = (record: ParticipantRecord, change: RowChange): ParticipantRecord =>
  record.changes.some(({ key }) => key === change.key)
    ? record
    : { ...record, changes: [...record.changes, change] }

const withPart = (
  record: ParticipantRecord,
  cycle: number,
  change: (part: CyclePart) => CyclePart,
): ParticipantRecord => ({
  ...record,
  cycles: { ...record.cycles, [cycle]: change(record.cycles[cycle] ?? emptyPart) },
})

const least = (a: bigint, b: bigint) => (a < b ? a : b)

type Capture = Extract<DualStackingEvent, { kind: 'capture' | 'capture-lowered' }>
const addCapture =
  ({ rollback, snapshot, sats, defiSats, microStx }: Capture) =>
  (part: CyclePart): CyclePart => {
    if (rollback < part.rollback) return part
    const captures = rollback > part.rollback ? {} : part.captures
    const earlier = captures[snapshot]
    // Only the build that captures live captures twice, and then the smaller balance counts.
    const captured = {
      sats: least(earlier?.sats ?? sats, sats),
      defiSats: least(earlier?.defiSats ?? defiSats, defiSats),
      microStx: least(earlier?.microStx ?? microStx, microStx),
    }
    return { ...part, rollback, captures: { ...captures, [snapshot]: captured } }
  }

/**
 * Adds one event to the record of its address. Events may come in any order, and more than once.
 */
export const foldEvent = (
  record: ParticipantRecord | undefined,
  indexed: IndexedEvent,
): ParticipantRecord => {
  const { event, txid } = indexed
  const key = eventKey(indexed)
  const old = record ?? emptyRecord(recordAddressOf(indexed) ?? '')
  switch (event.kind) {
    case 'enroll':
    case 'update-participant-details': {
      const { reward, stacking, tracking, enrolled, burnHeight } = event
      const row = {
        rewardAddress: reward ?? enrolled,
        stackingAddress: stacking ?? enrolled,
        trackingAddress: tracking ?? enrolled,
      }
      return withChange(old, { key, burnHeight, stacksHeight: null, row })
    }
    case 'opt-out':
      return withChange(old, { key, burnHeight: event.burnHeight, stacksHeight: null, row: null })
    case 'capture':
    case 'capture-lowered':
      return withPart(old, event.cycle, addCapture(event))
    case 'tally':
      return withPart(old, event.cycle, (part) => ({
        ...part,
        tallied: { sats: event.sats, defiSats: event.defiSats, microStx: event.microStx },
        tallies: part.tallies.some((tally) => tally.txid === txid)
          ? part.tallies
          : [...part.tallies, { txid, proposer: event.proposer }],
      }))
    case 'weight':
      return withPart(old, event.cycle, (part) => ({
        ...part,
        // A row that shares its tracking address may be printed again without a weight of its own.
        weight:
          part.weight && event.computed === null
            ? part.weight
            : {
                weight: event.weight,
                ratio: event.computed?.ratio ?? null,
                goldenRatio: event.computed?.goldenRatio ?? null,
                whitelisted: event.computed?.isWhitelisted ?? false,
              },
      }))
    case 'reward':
      return withPart(old, event.cycle, (part) => ({
        ...part,
        reward: { key, sats: event.sats, ratio: event.ratio, rewardAddress: event.reward },
      }))
    default:
      return old
  }
}

/** Adds many events to records, those of one address together. */
export const foldEvents = (
  records: ReadonlyMap<string, ParticipantRecord | undefined>,
  events: readonly IndexedEvent[],
): ParticipantRecord[] => {
  const changed = new Map<string, ParticipantRecord>()
  for (const indexed of events) {
    const address = recordAddressOf(indexed)
    if (address !== undefined)
      changed.set(address, foldEvent(changed.get(address) ?? records.get(address), indexed))
  }
  return [...changed.values()]
}
