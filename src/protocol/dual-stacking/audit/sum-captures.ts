import type { AuditEvent } from './audit-events.ts'

export type CaptureEvent = Extract<AuditEvent, { kind: 'capture' | 'capture-lowered' }>

/** What the snapshots of a cycle found for an enrolled row. */
export interface RowHolding {
  enrolled: string
  tracking: string
  stacking: string
  captured: number
  sats: bigint
  defiSats: bigint
  recordedMicroStx: bigint
}

/**
 * Sums of a cycle's captures, which come in the order of the chain: by row, and what counts by
 * stacking address [dual-stacking 4.5].
 */
export function sumCaptures(
  captures: readonly CaptureEvent[],
  capturesLive: boolean,
): { rows: RowHolding[]; stacked: Map<string, bigint> } {
  // A rollback restarts the snapshots [dual-stacking 9.1].
  const rollback = captures.reduce((latest, capture) => Math.max(latest, capture.rollback), 0)
  const found = new Map<string, CaptureEvent>()
  const counted = new Map<string, { stacking: string; microStx: bigint }>()
  for (const capture of captures) {
    if (capture.rollback !== rollback) continue
    const { kind, snapshot, enrolled, stacking, microStx } = capture
    found.set(`${snapshot} ${enrolled}`, capture)
    const key = `${snapshot} ${stacking}`
    const before = counted.get(key)
    // A stacking address counts once a snapshot, with its first capture: in v1 whatever that reads
    // [dual-stacking Q7].
    if (
      kind === 'capture'
        ? before === undefined && (microStx > 0n || !capturesLive)
        : before !== undefined && microStx < before.microStx
    )
      counted.set(key, { stacking, microStx })
  }
  const rows = new Map<string, RowHolding>()
  for (const { enrolled, tracking, stacking, sats, defiSats, microStx } of found.values()) {
    const row = rows.get(enrolled)
    if (row === undefined)
      rows.set(enrolled, {
        enrolled,
        tracking,
        stacking,
        captured: 1,
        sats,
        defiSats,
        recordedMicroStx: microStx,
      })
    else {
      row.captured++
      row.sats += sats
      row.defiSats += defiSats
      row.recordedMicroStx += microStx
    }
  }
  const stacked = new Map<string, bigint>()
  for (const { stacking, microStx } of counted.values())
    stacked.set(stacking, (stacked.get(stacking) ?? 0n) + microStx)
  return { rows: [...rows.values()], stacked }
}
