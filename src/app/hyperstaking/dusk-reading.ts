import * as v from 'valibot'
import { knownOf } from '../../chain/known.ts'
import { uint } from '../../chain/uint.ts'
import { poolSummary } from './pool-summary.ts'

/** What one reading of the network found. */
export const duskReading = v.object({
  network: v.picklist(['mainnet', 'testnet', 'local']),
  account: v.nullable(v.string()),
  height: uint,
  /** Of the newest block that cannot be reverted any more. */
  final: uint,
  nextEpoch: uint,
  balance: v.nullable(knownOf(uint)),
  /** Of all contracts; a single one may be closed as well. */
  callsOpen: knownOf(v.boolean()),
  /** LUX that a key needs to take part. */
  minimumStake: knownOf(uint),
  /** Codes of what differs from the model that figures are made with. */
  warnings: knownOf(
    v.array(v.picklist(['version-differs', 'minimum-differs', 'warnings-differ', 'wrong-network'])),
  ),
  pools: v.array(poolSummary),
  readAt: v.number(),
})

export type DuskReading = v.InferOutput<typeof duskReading>
