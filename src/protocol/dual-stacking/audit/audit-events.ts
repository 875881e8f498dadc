/**
 * The contract's events that an audit needs, v1 and v2 in one shape [dual-stacking 4, 9.5]; others
 * are passed over.
 */
export type AuditEvent =
  /**
   * `capture-lowered`: a later capture in the same snapshot found less, which counts instead (the
   * build that captures live).
   */
  | {
      kind: 'capture' | 'capture-lowered'
      cycle: number
      rollback: number
      snapshot: number
      enrolled: string
      stacking: string
      tracking: string
      sats: bigint
      defiSats: bigint
      microStx: bigint
    }
  | { kind: 'conclude-snapshots'; cycle: number; sats: bigint; defiSats: bigint; microStx: bigint }
  | {
      kind: 'weight'
      cycle: number
      enrolled: string
      tracking: string
      weight: bigint
      computed: { goldenRatio: bigint; isWhitelisted: boolean } | null
    }
  | { kind: 'finalize-weights'; cycle: number; totalWeights: bigint }
  | {
      kind: 'reward'
      cycle: number
      enrolled: string
      tracking: string
      reward: string
      sats: bigint
      walletSats: bigint
      defiSats: bigint
    }
  | { kind: 'finalize-distribution'; cycle: number }
  /** SBTC that left the contract. */
  | { kind: 'transfer'; to: string; sats: bigint }

/** One event with its place on the chain. */
export interface AuditEntry {
  /** Names it forever, for example transaction id and event index: repeated pages are harmless. */
  key: string
  txid: string
  /** Compared number by number, later is larger: for example block, transaction and event index. */
  place: readonly number[]
  event: AuditEvent | { kind: string }
}

/** Whether an entry is of a kind that an audit uses. */
export const isAuditEvent = (event: AuditEntry['event']): event is AuditEvent =>
  kinds.has(event.kind)

const kinds = new Set<string>([
  'capture',
  'capture-lowered',
  'conclude-snapshots',
  'weight',
  'finalize-weights',
  'reward',
  'finalize-distribution',
  'transfer',
] satisfies AuditEvent['kind'][])

export function compareEntries(a: AuditEntry, b: AuditEntry): number {
  const index = a.place.findIndex((number, at) => number !== b.place[at])
  return index < 0 ? 0 : a.place[index]! - (b.place[index] ?? -Infinity)
}
