import type {
  HolderFacts,
  ManagerFacts,
} from '../../../protocol/bitcoin-staking/blockers/holder-facts.ts'
import type { Known } from '../../known.ts'
import type { ManagerReading } from './read-manager.ts'
import type { PayoutSetting } from './read-payout-setting.ts'
import type { StakingPosition } from './read-position.ts'
import type { ProgrammeReading } from './read-programme.ts'

/**
 * What the checks before a signature need to know of a holder, from what was read; undefined while
 * the clock is unknown. `feeMicroStx`: what the call will cost.
 */
export function holderFactsOf(
  { clock, burnHeight, isPaused }: Pick<ProgrammeReading, 'clock' | 'burnHeight' | 'isPaused'>,
  position: StakingPosition,
  feeMicroStx: bigint,
): HolderFacts | undefined {
  if (!clock.known) return undefined
  const { stake, bondPart, unlockedMicroStx, lockedMicroStx } = position
  return {
    clock: clock.value,
    burnHeight,
    isPaused: isPaused.known ? isPaused.value : null,
    position:
      stake.known && bondPart.known
        ? { stake: stake.value ?? undefined, bondPart: bondPart.value ?? undefined }
        : null,
    balance:
      unlockedMicroStx.known && lockedMicroStx.known
        ? {
            unlockedMicroStx: unlockedMicroStx.value,
            lockedMicroStx: lockedMicroStx.value,
            feeMicroStx,
          }
        : null,
  }
}

/**
 * The same of a manager, read in the cycle that the position begins with, and of the payout setting
 * that it has stored for the holder. Of a fee that rises the higher one counts.
 */
export function managerFactsOf(
  { manager, shape, fee, takesStakes, delegatedMicroStx }: ManagerReading,
  payout: Known<PayoutSetting | null>,
): ManagerFacts {
  const valueOf = <T>(read: Known<T>): T | null => (read.known ? read.value : null)
  return {
    manager,
    family: valueOf(shape)?.family ?? null,
    takesStakes: valueOf(takesStakes),
    paysBitcoin: valueOf(shape)?.paysBitcoin ?? null,
    feeBips: fee.known ? highest(fee.value) : null,
    delegatedMicroStx: valueOf(delegatedMicroStx),
    storedPayout: payout.known ? payout.value : undefined,
  }
}

type ManagerFee = Extract<ManagerReading['fee'], { known: true }>['value']

const highest = ({ bips, pending }: ManagerFee): bigint =>
  pending !== null && pending.bips > bips ? pending.bips : bips
