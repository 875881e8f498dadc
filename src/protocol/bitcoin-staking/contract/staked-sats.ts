import { add, sub } from '../../clarity/u128.ts'
import type { PoxState } from './pox-state.ts'

/** Raises, or with a negative number lowers, the sats of bonds that pox-5 holds. */
export function changeStakedSats(state: PoxState, change: bigint): void {
  const { stakedSats } = state.variables
  state.set({ stakedSats: change < 0n ? sub(stakedSats, -change) : add(stakedSats, change) })
}
