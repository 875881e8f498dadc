import { eligibility, EPOCH, nextEpoch } from '../core/epoch.ts'
import { panic } from '../core/panic.ts'
import { addU64, mulU64 } from '../core/u64.ts'
import { min } from '../core/units.ts'
import type { StakeAmount, StakeData } from './types.ts'

const saturate = (faults: number): number => Math.min(faults, 255)

/**
 * Adds `value` LUX [hyperstaking 1.4.7]: a new amount waits for its eligibility; a top-up of one
 * that is eligible locks a tenth, rounded down; a top-up never moves eligibility. Also returns the
 * active and the locked part of this addition.
 */
export const addFunds = (amount: StakeAmount | null, value: bigint, height: bigint) => {
  if (!amount)
    return {
      amount: { value, locked: 0n, eligibility: eligibility(height) },
      active: value,
      locked: 0n,
    }
  const locked = height >= amount.eligibility ? value / 10n : 0n
  const active = value - locked
  return {
    amount: {
      ...amount,
      value: addU64(amount.value, active),
      locked: addU64(amount.locked, locked),
    },
    active,
    locked,
  }
}

/**
 * Takes `value` LUX out, active funds first, then locked [hyperstaking 1.5.3]; null when nothing is
 * left. Traps when there is not as much.
 */
export const drainFunds = (amount: StakeAmount, value: bigint) => {
  const active = min(value, amount.value)
  const locked = value - active
  if (locked > amount.locked) panic('attempt to subtract with overflow')
  const left = { ...amount, value: amount.value - active, locked: amount.locked - locked }
  return { amount: left.value + left.locked === 0n ? null : left, active, locked }
}

/**
 * What a fault costs: the amount given, or 10% per counted fault, a hundredth taken first; never
 * more than is active.
 */
const penalty = (amount: StakeAmount, faults: number, given: bigint | null): bigint =>
  min(given ?? mulU64(mulU64(amount.value / 100n, BigInt(faults)), 10n), amount.value)

/**
 * A soft slash [hyperstaking 1.7]: beyond the warnings, funds move from active to locked and the
 * stake is suspended. Null when there is no amount.
 */
export const softSlash = (
  data: StakeData,
  warnings: number,
  given: bigint | null,
  height: bigint,
) => {
  if (!data.amount) return null
  const faults = saturate(data.faults + 1)
  const counted = Math.max(faults - warnings, 0)
  const suspended =
    counted > 0
      ? { ...data.amount, eligibility: nextEpoch(height) + BigInt(counted) * EPOCH }
      : data.amount
  const slashed = penalty(data.amount, counted, given)
  const amount = {
    ...suspended,
    value: suspended.value - slashed,
    locked: addU64(suspended.locked, slashed),
  }
  return { data: { ...data, amount, faults }, slashed, told: slashed > 0n || counted > 0 }
}

/**
 * A hard slash [hyperstaking 1.7]: no warnings; the funds are burned. Null when there is no amount.
 */
export const hardSlash = (
  data: StakeData,
  severity: number,
  given: bigint | null,
  height: bigint,
) => {
  if (!data.amount) return null
  const hardFaults = saturate(data.hardFaults + severity)
  const slashed = penalty(data.amount, hardFaults, given)
  const amount = {
    ...data.amount,
    value: data.amount.value - slashed,
    eligibility: nextEpoch(height) + BigInt(hardFaults) * EPOCH,
  }
  return { data: { ...data, amount, hardFaults }, slashed }
}
