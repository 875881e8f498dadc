import { Abort } from '../../clarity/u128.ts'
import { BRACKET_WINDOW } from '../constants.ts'
import type { Chain } from './chain.ts'

/**
 * Whether Stacks block h is the first one at or after Bitcoin block `target`, as the bracketing
 * contract answers it [dual-stacking 7.1]: with its window of 2100 blocks, its aborts for h = 0 and
 * for targets below 2100 when the tenure before is not found, and `true` for the block being built
 * when some Bitcoin block of the window is still to come. `target` is not in the future.
 */
export function isFirstBlockAtOrAfter(chain: Chain, h: bigint, target: bigint): boolean {
  if (h === 0n) throw new Abort('ArithmeticUnderflow')
  const first = chain.tenureBurnHeight(h)
  const previous = chain.tenureBurnHeight(h - 1n)
  const liesBefore =
    previous !== undefined && previous < target && target - previous <= BRACKET_WINDOW
  if (!liesBefore && target < BRACKET_WINDOW) throw new Abort('ArithmeticUnderflow')
  if (!liesBefore || first === previous) return false
  const end = target + BRACKET_WINDOW - 1n
  return first === undefined ? end > chain.burnHeight : first >= target && first <= end
}
