import * as v from 'valibot'
import { uint } from '../../chain/uint.ts'

const attempt = v.object({
  /** Id and bytes as hex without 0x. */
  txid: v.string(),
  raw: v.string(),
  feeMicroStx: uint,
  /** Milliseconds since 1970, and the Bitcoin height then. */
  at: v.number(),
  burnHeight: v.number(),
})

/** What became of a call: `lost` was never mined and is wanted no more. */
export const callOutcomes = ['open', 'confirmed', 'aborted', 'replaced', 'lost'] as const

const keptCall = v.object({
  contract: v.string(),
  functionName: v.string(),
  /** Serialized arguments, hex without 0x. */
  args: v.array(v.string()),
  paysSats: v.nullable(uint),
  nonce: v.number(),
  /** Bitcoin height before which it should be in a block. */
  deadline: v.number(),
  /** One under each fee, oldest first: only one of them can be mined. */
  attempts: v.pipe(v.array(attempt), v.minLength(1)),
  outcome: v.picklist(callOutcomes),
  /** The Stacks height of its block; null: in none. */
  stacksHeight: v.nullable(v.number()),
})
export type KeptCall = v.InferOutput<typeof keptCall>
export type CallAttempt = KeptCall['attempts'][number]

/** Calls that failed in a row, by contract and function, and the Bitcoin height of the last. */
const failures = v.record(v.string(), v.object({ count: v.number(), burnHeight: v.number() }))

/** What a keeper knows of its account's calls, as it is stored. */
export const keeperState = v.object({
  version: v.literal(1),
  address: v.string(),
  calls: v.array(keptCall),
  /** MicroSTX offered as fees by day (2026-11-29, UTC). */
  spent: v.record(v.string(), uint),
  failures,
})
export type KeeperState = v.InferOutput<typeof keeperState>

export const emptyState = (address: string): KeeperState => ({
  version: 1,
  address,
  calls: [],
  spent: {},
  failures: {},
})
