import { BRACKET_WINDOW } from '../constants.ts'
import { Abort } from '../math/u128.ts'
import type { Chain } from './chain.ts'

/**
 * Whether Stacks block h is the first one at or after Bitcoin block `target`, as the bracketing contract answers it (spec 7.1): with its
 * window of 2100 blocks, its aborts for h = 0 and for small targets, and `true` for the block being built when some block of the window is
 * still to come.
 */
export function brackets(chain: Chain, h: bigint, target: bigint): boolean {
  if (h === 0n) throw new Abort('ArithmeticUnderflow')
  const first = chain.tenureBurnHeight(h)
  const previous = chain.tenureBurnHeight(h - 1n)
  if (first === previous || previous === undefined) return false
  if (previous >= target || target - previous > BRACKET_WINDOW) {
    if (target < BRACKET_WINDOW) throw new Abort('ArithmeticUnderflow')
    return false
  }
  const end = target + BRACKET_WINDOW - 1n
  return first === undefined ? end > chain.burnHeight : first >= target && first <= end
}
