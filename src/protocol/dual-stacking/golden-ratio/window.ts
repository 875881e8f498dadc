import type { RatioColumns } from './columns.ts'
import { satsOf } from './columns.ts'
import { exactRatio, smallRatio } from './estimate.ts'

/** A narrow range of estimates whose addresses are known by exact ratio; ratios from `lowest` to `highest` are certainly complete. */
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
export function groupRows(columns: RatioColumns, rows: Uint32Array, count: number): Map<bigint, bigint> {
  const groups = new Map<bigint, bigint>()
  let ratio = -1
  let sum = 0
  const flush = () => {
    if (sum > 0) addSats(groups, BigInt(ratio), BigInt(sum))
    sum = 0
  }
  const { sats: satsColumn, microStx } = columns
  for (let index = 0; index < count; index++) {
    const row = rows[index]!
    const sats = satsColumn[row]!
    const small = smallRatio(sats, microStx[row]!)
    if (small === undefined) {
      addSats(groups, exactRatio(columns, row), satsOf(columns, row))
      continue
    }
    // Runs of one ratio add up as floats: each is below 2^51, and the sum is put away before it passes 2^53.
    if (small !== ratio || sum >= 2 ** 52) flush()
    ratio = small
    sum += sats
  }
  flush()
  return groups
}

/** Adds sats (or removes, when negative) at a ratio. */
export function addSats(groups: Map<bigint, bigint>, ratio: bigint, sats: bigint): void {
  const sum = (groups.get(ratio) ?? 0n) + sats
  if (sum === 0n) groups.delete(ratio)
  else groups.set(ratio, sum)
}

/** The largest ratio at which the sats at or above it reach `target`, if this window can tell. */
export function reachInWindow(window: RatioWindow, target: bigint): bigint | undefined {
  let sum = window.above
  if (sum >= target) return undefined
  for (const [ratio, sats] of [...window.groups].sort(descending)) {
    sum += sats
    if (sum >= target) return ratio >= window.lowest && ratio <= window.highest ? ratio : undefined
  }
  return undefined
}

/** Sats strictly above and exactly at a ratio, if this window can tell. */
export function splitInWindow(window: RatioWindow, ratio: bigint): { above: bigint, equal: bigint } | undefined {
  if (ratio < window.lowest || ratio > window.highest) return undefined
  let { above } = window
  for (const [other, sats] of window.groups) if (other > ratio) above += sats
  return { above, equal: window.groups.get(ratio) ?? 0n }
}

function descending([left]: [bigint, bigint], [right]: [bigint, bigint]): number {
  return left > right ? -1 : 1
}
