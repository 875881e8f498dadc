import { sub } from '../../clarity/u128.ts'
import type { PoxFrame } from './pox-frame.ts'

/** Sats that are neither staked nor in the reserve (`get-rewards`). */
export function rewardSats({ chain, self, state }: PoxFrame): bigint {
  const { stakedSats, reserveSats } = state.variables
  return sub(sub(chain.sbtc.balance(self), stakedSats), reserveSats)
}

/** Sats that have arrived since the last calculation (`get-new-rewards`); aborts below 0. */
export const newSats = (frame: PoxFrame): bigint =>
  sub(rewardSats(frame), frame.state.variables.accountedSats)
