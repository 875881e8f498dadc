import { type RatioColumns, satsOf } from './columns.ts'
import { exactRatio, exactSmallRatio } from './estimate.ts'
import { ROWS_PER_CARRY, addTo, carrySums, createHistogram, sumOf } from './histogram.ts'

const NEAR = 64

/**
 * A narrow range of estimates whose addresses are known by exact ratio; ratios from `lowest` to
 * `highest` are certainly complete.
 */
export interface RatioWindow {
  /** Estimates gathered: `from` to `to`. */
  from: number
  to: number
  lowest: number
  highest: number
  /** Sats with an estimate beyond `to`. */
  above: bigint
  /** Sats by exact ratio. */
  groups: Map<bigint, bigint>
}

/** Sats of rows (each with sBTC) by exact ratio. */
export function groupRows(
  columns: RatioColumns,
  rows: Uint32Array,
  count: number,
): Map<bigint, bigint> {
  const { sats, microStx } = columns
  const groups = new Map<bigint, bigint>()
  // Where very many rows remain, they lie at a few neighbouring ratios: those add up without
  // bigint.
  const near = createHistogram(NEAR)
  let first: number | undefined
  for (let index = 0; index < count; index++) {
    const row = rows[index]!
    const small = exactSmallRatio(sats[row]!, microStx[row]!)
    first ??= small === undefined ? undefined : small - NEAR / 2
    const offset = small === undefined || first === undefined ? -1 : small - first
    if (offset >= 0 && offset < NEAR) addTo(near, offset, sats[row]!)
    else addSats(groups, exactRatio(columns, row), satsOf(columns, row))
    if (index % ROWS_PER_CARRY === 0) carrySums(near)
  }
  for (let offset = 0; offset < NEAR; offset++)
    addSats(groups, BigInt((first ?? 0) + offset), sumOf(near, offset))
  return groups
}

/** Adds sats (or removes, when negative) at a ratio. */
export function addSats(groups: Map<bigint, bigint>, ratio: bigint, sats: bigint): void {
  const sum = (groups.get(ratio) ?? 0n) + sats
  if (sum === 0n) groups.delete(ratio)
  else groups.set(ratio, sum)
}

/**
 * The largest ratio at which the sats at or above it reach `target`; undefined when it is outside
 * this window.
 */
export function reachInWindow(window: RatioWindow, target: bigint): bigint | undefined {
  let sum = window.above
  if (sum >= target) return undefined
  for (const [ratio, sats] of [...window.groups].sort(descending)) {
    sum += sats
    if (sum >= target) return ratio >= window.lowest && ratio <= window.highest ? ratio : undefined
  }
  return undefined
}

/** Sats strictly above and exactly at a ratio; undefined when it is outside this window. */
export function splitInWindow(
  window: RatioWindow,
  ratio: bigint,
): { above: bigint; equal: bigint } | undefined {
  if (ratio < window.lowest || ratio > window.highest) return undefined
  let { above } = window
  for (const [other, sats] of window.groups) if (other > ratio) above += sats
  return { above, equal: window.groups.get(ratio) ?? 0n }
}

function descending([left]: [bigint, bigint], [right]: [bigint, bigint]): number {
  return left > right ? -1 : 1
}
