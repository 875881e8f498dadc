import { compareEntries, isAuditEvent, type AuditEntry, type AuditEvent } from './audit-events.ts'
import type { AuditReward, AuditRow, CycleData, CycleParameters } from './cycle-data.ts'
import { sumCaptures } from './sum-captures.ts'

type Of<K extends AuditEvent['kind']> = Extract<AuditEvent, { kind: K }>
type Placed<K extends AuditEvent['kind']> = Of<K> & { txid: string }

/**
 * Collects events page by page, in any order and with repetitions, and puts a cycle's data together
 * when asked.
 */
export class CycleRecorder {
  readonly #entries = new Map<string, AuditEntry & { event: AuditEvent }>()
  readonly #transfers: boolean

  /**
   * `transfers: false` when the sBTC transfers of the payments are not among the entries: whether a
   * payment arrived stays unknown.
   */
  constructor({ transfers = true }: { transfers?: boolean } = {}) {
    this.#transfers = transfers
  }

  /** Takes a page; answers how many entries of it were new. */
  add(entries: readonly AuditEntry[]): number {
    const before = this.#entries.size
    for (const entry of entries)
      if (isAuditEvent(entry.event)) this.#entries.set(entry.key, { ...entry, event: entry.event })
    return this.#entries.size - before
  }

  /** Takes back what a reorganisation undid. */
  drop(keys: Iterable<string>): void {
    for (const key of keys) this.#entries.delete(key)
  }

  /**
   * A cycle's data as its events show it. The golden ratio of `parameters` is completed from the
   * weights where it is unknown.
   */
  data(cycle: number, parameters: CycleParameters): CycleData {
    const ordered = [...this.#entries.values()].toSorted(compareEntries)
    const of = <K extends AuditEvent['kind']>(kind: K): Placed<K>[] =>
      ordered.flatMap(({ event, txid }) =>
        event.kind === kind && (kind === 'transfer' || (event as { cycle: number }).cycle === cycle)
          ? [{ ...(event as Of<K>), txid }]
          : [],
      )
    const captures = ordered.flatMap(({ event }) =>
      (event.kind === 'capture' || event.kind === 'capture-lowered') && event.cycle === cycle
        ? [event]
        : [],
    )
    const weights = of('weight')
    const goldenRatio =
      parameters.goldenRatio ??
      weights.find(({ computed }) => computed !== null)?.computed?.goldenRatio ??
      null
    const totals = of('conclude-snapshots').at(-1)
    return {
      cycle,
      parameters: { ...parameters, goldenRatio },
      rows: rowsOf(
        sumCaptures(captures, parameters.capturesLive ?? false),
        weights,
        paymentsOf(of('reward'), this.#transfers ? of('transfer') : null),
      ),
      totals: totals
        ? { sats: totals.sats, defiSats: totals.defiSats, microStx: totals.microStx }
        : null,
      totalWeights: of('finalize-weights').at(-1)?.totalWeights ?? null,
      finalized: of('finalize-distribution').length > 0,
    }
  }
}

function rowsOf(
  { rows, stacked }: ReturnType<typeof sumCaptures>,
  weights: readonly Placed<'weight'>[],
  payments: ReadonlyMap<string, AuditReward>,
): AuditRow[] {
  const weightOf = firstOf(weights, ({ tracking }) => tracking)
  const order = new Map(
    [...firstOf(weights, ({ enrolled }) => enrolled).keys()].map((enrolled, index) => [
      enrolled,
      index,
    ]),
  )
  return rows
    .map((row) => {
      const weight = weightOf.get(row.tracking)
      return {
        ...row,
        microStx: stacked.get(row.stacking) ?? 0n,
        whitelisted: weight?.computed?.isWhitelisted ?? null,
        weight: weight?.weight ?? null,
        reward: payments.get(row.enrolled) ?? null,
      }
    })
    .toSorted(
      (a, b) => (order.get(a.enrolled) ?? order.size) - (order.get(b.enrolled) ?? order.size),
    )
}

/**
 * Payments by enrolled address. The transfer of a payment follows it in the same transaction;
 * several to one address follow in the same order.
 */
function paymentsOf(
  rewards: readonly Placed<'reward'>[],
  transfers: readonly Placed<'transfer'>[] | null,
): Map<string, AuditReward> {
  const open = new Map<string, Placed<'transfer'>[]>()
  for (const transfer of transfers ?? []) {
    const key = `${transfer.txid} ${transfer.to} ${transfer.sats}`
    open.set(key, [...(open.get(key) ?? []), transfer])
  }
  const payments = new Map<string, AuditReward>()
  for (const { enrolled, reward, sats, walletSats, defiSats, txid } of rewards) {
    const transfer = open.get(`${txid} ${reward} ${sats}`)?.shift()
    payments.set(enrolled, {
      address: reward,
      sats,
      walletSats,
      defiSats,
      transferredSats: sats === 0n ? 0n : transfers && (transfer?.sats ?? 0n),
      txid,
    })
  }
  return payments
}

function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const first = new Map<string, T>()
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item)
  return first
}
