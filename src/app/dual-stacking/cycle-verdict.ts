import { known } from '../../chain/known.ts'
import type {
  AccountReading,
  CycleReading,
  NetworkReading,
  RewardPayment,
} from '../../chain/stacks/readings.ts'
import type { AppState } from '../app-state.ts'
import { cycleCalendar } from './cycle-calendar.ts'
import type { CycleRecord } from './cycle-record.ts'

/** What the records say of an address in a cycle. */
export type CycleVerdict =
  /** Rewarded and paid. */
  | 'paid'
  /** The contract counts it as rewarded, but no payment has been seen. */
  | 'paid-unseen'
  /** The reward was computed and is 0. */
  | 'zero'
  /** Captured, and the payment is still to come. */
  | 'coming'
  /** The nominal day of the payment has passed. */
  | 'late'
  /**
   * Not captured in a cycle that is still running: not enrolled in time, or the snapshot is not
   * finished.
   */
  | 'not-captured-yet'
  /** Not captured in a finished cycle: it was not enrolled at the cycle's start. */
  | 'not-in-it'
  /** Captured, and the cycle was finalized without a reward. */
  | 'missed'
  | 'unknown'

const beforeWeights = new Set<CycleReading['phase']>([
  'inactive',
  'snapshots',
  'buffer',
  'concluded',
  'ratio-proposed',
  'ratio-validated',
])

/** The record of the running cycle, from the readings that every refresh brings. */
export function runningCycleRecord(
  network: NetworkReading,
  reading: AccountReading,
  cycle: CycleReading,
): CycleRecord {
  const { holding } = reading
  const sum = <K extends 'sats' | 'microStx'>(key: K) =>
    holding.known ? known(holding.value?.[key] ?? 0n) : holding
  return {
    deployment: network.deployment,
    address: reading.address,
    cycle: cycle.id,
    readAt: reading.readAt,
    snapshots: cycle.snapshotsPerCycle,
    captured: holding.known ? known(holding.value ? holding.value.lastSnapshot + 1 : 0) : holding,
    sats: sum('sats'),
    microStx: sum('microStx'),
    // A rewarded address has a weight, even where the phase was read earlier.
    weight:
      beforeWeights.has(cycle.phase) && !(holding.known && holding.value?.rewarded)
        ? known(null)
        : { known: false, reason: 'not-read' },
    rewardSats: holding.known
      ? known(holding.value?.rewarded ? holding.value.rewardSats : null)
      : holding,
    finalized: known(cycle.phase === 'finalized'),
    audit: null,
  }
}

const isOf = (record: CycleRecord, network: NetworkReading, cycle: number): boolean =>
  record.cycle === cycle && record.deployment === network.deployment

/**
 * Records of an address, newest cycle first: the running one, unless it was asked for, and those
 * that were.
 */
export function cycleRecordsOf(
  state: AppState,
  network: NetworkReading | null,
  reading: AccountReading | null,
  address: string,
): CycleRecord[] {
  const asked = (state.cycleRecords ?? []).filter((record) => record.address === address)
  const cycle =
    network?.cycle.known && network.cycle.value.phase !== 'inactive' ? network.cycle.value : null
  // Of a programme that has ended nothing is to come, or late.
  const running =
    network &&
    network.life !== 'ended' &&
    reading &&
    cycle &&
    !asked.some((record) => isOf(record, network, cycle.id))
      ? [runningCycleRecord(network, reading, cycle)]
      : []
  return [...running, ...asked].toSorted((a, b) => b.cycle - a.cycle)
}

/** Cycles whose payment to an address was recomputed and is right to the sat. */
export const verifiedCycles = (state: AppState, address: string): ReadonlySet<number> =>
  new Set(
    (state.cycleRecords ?? []).flatMap((record) =>
      record.address === address && record.audit?.result === 'verified' ? [record.cycle] : [],
    ),
  )

/**
 * What became, or will become, of an address's reward of a cycle; unknown values give no verdict.
 * `counts`: whether it is enrolled in the running cycle, if known.
 */
export function cycleVerdict(
  record: CycleRecord,
  payments: readonly RewardPayment[],
  network: NetworkReading | null,
  counts: boolean | null = null,
): CycleVerdict {
  if (payments.some(({ cycle }) => cycle.known && cycle.value === record.cycle)) return 'paid'
  const { captured, rewardSats, finalized } = record
  if (rewardSats.known && rewardSats.value !== null)
    return rewardSats.value === 0n ? 'zero' : 'paid-unseen'
  if (!captured.known) return 'unknown'
  const running =
    network?.cycle.known && network.cycle.value.id === record.cycle ? network.cycle.value : null
  if (captured.value === 0)
    return running && running.phase === 'snapshots' && counts !== false
      ? 'not-captured-yet'
      : 'not-in-it'
  if (!rewardSats.known) return 'unknown'
  if (finalized.known && finalized.value) return 'missed'
  if (running && network)
    return cycleCalendar(running, network.burnHeight).toPayment > 0 ? 'coming' : 'late'
  return finalized.known ? 'late' : 'unknown'
}
