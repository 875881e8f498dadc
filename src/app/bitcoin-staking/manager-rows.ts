import type { Known } from '../../chain/known.ts'
import type { ManagerReading } from '../../chain/stacks/bitcoin-staking/read-manager.ts'
import { SIGNER_SET_MIN_MICRO_STX } from '../../protocol/bitcoin-staking/constants.ts'
import type { ByIncome } from '../../protocol/bitcoin-staking/projection/by-income.ts'
import type { ManagerComparison } from '../../protocol/bitcoin-staking/projection/compare-managers.ts'
import { tableReadingOf } from './staking-question.ts'
import type { StakingState } from './staking-state.ts'

/** A signer manager beside the others; null is unknown. */
export interface ManagerRow {
  manager: string
  /** Null: it was not loaded yet. */
  reading: ManagerReading | null
  /** Whether the holder stakes with it. */
  isOwn: boolean
  /** Net sats of a cycle for the amount that is asked about. */
  cycleSats: ByIncome<bigint> | null
  /** Its part of all STX-only stakes of the next cycle, scaled by 10^8. */
  share: bigint | null
  /** MicroSTX above the 50,000 STX that it needs; with a minus what it lacks. */
  marginMicroStx: bigint | null
}

const SHARE = 100_000_000n

/** Every manager that the program knows, in its order, and the holder's own if it is not listed. */
export function managerRowsOf(
  state: StakingState,
  own: string | null,
  comparisons: readonly ManagerComparison[],
): ManagerRow[] {
  const compared = new Map(comparisons.map((each) => [each.manager, each]))
  const next = state.programme?.nextStakedMicroStx
  const total = next?.known ? next.value : 0n
  return listedManagers(state, own).map((manager) => {
    const reading = tableReadingOf(state, manager)
    const size = valueOf(reading?.delegatedMicroStx)
    const stakes = valueOf(reading?.pendingMicroStx)
    return {
      manager,
      reading,
      isOwn: manager === own,
      // Where its size is unknown, so is whether anything is earned with it.
      cycleSats: size === null ? null : netOf(compared.get(manager)),
      share: stakes === null || total === 0n ? null : (stakes * SHARE) / total,
      marginMicroStx: size === null ? null : size - SIGNER_SET_MIN_MICRO_STX,
    }
  })
}

const listedManagers = ({ managers }: StakingState, own: string | null): string[] => [
  ...new Set([...(own === null ? [] : [own]), ...(managers.registered ?? [])]),
]

/** Managers that are still to be loaded, or were in an earlier cycle or while hosts were silent. */
export function managersToLoad(state: StakingState, own: string | null): string[] {
  const { programme, managers } = state
  if (!programme?.cycle.known) return []
  const next = programme.cycle.value.id + 1n
  return listedManagers(state, own).filter((manager) => {
    const read = managers.read[manager]
    return read === undefined || read.cycle !== next || !isAnswered(read.reading)
  })
}

const passing = new Set(['not-read', 'offline', 'rate-limited'])

/** Whether every value was answered, or never will be. */
const isAnswered = (reading: ManagerReading): boolean =>
  Object.values(reading).every(
    (value) => typeof value === 'string' || value.known || !passing.has(value.reason),
  )

function netOf(compared: ManagerComparison | undefined): ByIncome<bigint> | null {
  const rewards = compared?.projection.rewards
  if (!rewards) return null
  const [low, middle, high] = [rewards.low, rewards.middle, rewards.high].map(
    ({ cycle }) => cycle.netSats,
  ) as [bigint | null, bigint | null, bigint | null]
  return low === null || middle === null || high === null ? null : { low, middle, high }
}

export const managerOrders = ['pay', 'fee', 'size', 'name'] as const
export type ManagerOrder = (typeof managerOrders)[number]

/**
 * Rows by one figure alone, the better first; what is unknown comes last, and equal ones by the
 * name of their contract.
 */
export function sortManagers(rows: readonly ManagerRow[], order: ManagerOrder): ManagerRow[] {
  return rows.toSorted((one, other) => {
    const [left, right] = [keyOf(one, order), keyOf(other, order)]
    if (left === right) return compareText(one, other)
    if (left === null) return 1
    if (right === null) return -1
    return left < right ? -1 : 1
  })
}

/** What rows are sorted by, the smallest first; null: unknown. */
function keyOf({ reading, cycleSats }: ManagerRow, order: ManagerOrder): bigint | null {
  switch (order) {
    case 'pay':
      return cycleSats && -cycleSats.middle
    case 'fee':
      return valueOf(reading?.fee)?.bips ?? null
    case 'size': {
      const size = valueOf(reading?.delegatedMicroStx)
      return size === null ? null : -size
    }
    case 'name':
      return 0n
  }
}

const nameOf = (manager: string): string => manager.split('.')[1] ?? manager

function compareText({ manager: one }: ManagerRow, { manager: other }: ManagerRow): number {
  const [left, right] = [nameOf(one), nameOf(other)]
  if (left !== right) return left < right ? -1 : 1
  return one < other ? -1 : 1
}

export const managerFilters = [
  'takes-stakes',
  'known-code',
  'anyone-claims',
  'pays-bitcoin',
  'large-enough',
] as const
export type ManagerFilter = (typeof managerFilters)[number]

/** Rows of which every filter is known to hold; `unknown`: how many it is not known of. */
export function filterManagers(
  rows: readonly ManagerRow[],
  filters: ReadonlySet<ManagerFilter>,
): { shown: ManagerRow[]; hidden: number; unknown: number } {
  const shown: ManagerRow[] = []
  let unknown = 0
  for (const row of rows) {
    const holds = [...filters].map((filter) => meets(row, filter))
    if (holds.every((each) => each === true)) shown.push(row)
    else if (!holds.includes(false)) unknown += 1
  }
  return { shown, hidden: rows.length - shown.length, unknown }
}

/** Whether a filter holds of a manager; null: unknown. */
function meets({ reading, marginMicroStx }: ManagerRow, filter: ManagerFilter): boolean | null {
  const shape = valueOf(reading?.shape)
  switch (filter) {
    case 'takes-stakes':
      return valueOf(reading?.takesStakes)
    case 'known-code':
      return reading?.code.known ? reading.code.value !== null : null
    case 'anyone-claims':
      return shape && (shape.family === 'reference' || shape.family === 'max500')
    case 'pays-bitcoin':
      return shape && shape.paysBitcoin
    case 'large-enough':
      return marginMicroStx === null ? null : marginMicroStx >= 0n
  }
}

const valueOf = <T>(read: Known<T> | undefined): T | null => (read?.known ? read.value : null)
