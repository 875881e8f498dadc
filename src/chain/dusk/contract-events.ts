import { hexBytes } from '../../protocol/hyperstaking/core/bytes.ts'
import { type ContractId, STAKE, TRANSFER } from '../../protocol/hyperstaking/core/ids.ts'
import {
  type Codec,
  decode,
  POOL_TYPES,
  type RkyvProblem,
  SOZU_POOL_TYPES,
  STAKE_TYPES,
  TRANSFER_TYPES,
  type ValueOf,
} from '../../protocol/hyperstaking/rkyv/index.ts'

/**
 * An event as a node's archive, a block or the stream gives it: its data as hex, decoded by no one.
 * `origin`: the transaction's hash, the block's for rewards and punishments.
 */
export type RawEvent = { source: string; topic: string; data: string; origin: string }

type EventOf<T> = {
  [K in keyof T & string]: { topic: K; data: ValueOf<T[K]>; origin: string }
}[keyof T & string]

export type StakeEvent = EventOf<typeof STAKE_TYPES.events>
export type TransferEvent = EventOf<typeof TRANSFER_TYPES.events>
export type SozuEvent = EventOf<typeof SOZU_POOL_TYPES.events>
export type OwnPoolEvent = EventOf<typeof POOL_TYPES.events>

/**
 * Why an event is not taken: another contract told it, which may use any topic; the contract tells
 * more than is known here; or its bytes are not what they should be.
 */
export type EventProblem = 'other-source' | 'unknown-topic' | RkyvProblem
export type EventRead<E> = { ok: true; event: E } | { ok: false; code: EventProblem }

const HEX = /^(?:[0-9a-f]{2})*$/i

const reader =
  <E>(events: Readonly<Record<string, Codec<unknown>>>) =>
  (source: ContractId, raw: RawEvent): EventRead<E> => {
    if (raw.source !== source) return { ok: false, code: 'other-source' }
    const codec = Object.hasOwn(events, raw.topic) ? events[raw.topic] : undefined
    if (!codec) return { ok: false, code: 'unknown-topic' }
    if (!HEX.test(raw.data)) return { ok: false, code: 'bad-value' }
    const read = decode(codec, hexBytes(raw.data))
    if (!read.ok) return read
    return { ok: true, event: { topic: raw.topic, data: read.value, origin: raw.origin } as E }
  }

const stakeReader = reader<StakeEvent>(STAKE_TYPES.events)
const transferReader = reader<TransferEvent>(TRANSFER_TYPES.events)

/** An event of the stake contract: stake, unstake, withdraw, reward, slash or hard_slash. */
export const decodeStakeEvent = (raw: RawEvent): EventRead<StakeEvent> => stakeReader(STAKE, raw)

/** An event of the transfer contract: payments of accounts, and what contracts move. */
export const decodeTransferEvent = (raw: RawEvent): EventRead<TransferEvent> =>
  transferReader(TRANSFER, raw)

/** An event of Sozu's pool. */
export const decodeSozuEvent: (pool: ContractId, raw: RawEvent) => EventRead<SozuEvent> = reader(
  SOZU_POOL_TYPES.events,
)

/** An event of a pool of this project's design. */
export const decodeOwnPoolEvent: (pool: ContractId, raw: RawEvent) => EventRead<OwnPoolEvent> =
  reader(POOL_TYPES.events)
