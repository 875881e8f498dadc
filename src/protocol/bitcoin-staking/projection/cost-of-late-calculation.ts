import { splitRest } from '../math/income.ts'
import { payBonds, type ActiveBond } from './bond-payments.ts'
import { shareSats } from './staking-reward.ts'

/** What someone has in a half: STX of all that earn, or sats of a bond. */
export type HeldShares =
  | { microStx: bigint; totalMicroStx: bigint }
  | { bondIndex: bigint; sats: bigint }

/** A half whose income could be calculated. */
export interface UncalculatedHalf {
  incomeSats: bigint
  bonds: readonly ActiveBond[]
  held: HeldShares
}

/** Gross sats of a holder, calculated half by half or all at the end. */
export interface LateCost {
  onTimeSats: bigint
  lateSats: bigint
  /** What lateness takes from the holder; with a minus, what it gives. */
  lossSats: bigint
}

/**
 * What it costs a holder when these halves, oldest first, are calculated together in the end: all
 * income is booked to the last one's cycle, and each bond gets one target [bitcoin-staking 6.2].
 */
export function costOfLateCalculation(halves: readonly UncalculatedHalf[]): LateCost {
  const last = halves.at(-1)
  const onTimeSats = sum(halves.map((half) => heldSats(half, half.incomeSats)))
  const lateSats = last === undefined ? 0n : heldSats(last, sum(halves.map(incomeOf)))
  return { onTimeSats, lateSats, lossSats: onTimeSats - lateSats }
}

/** Gross sats that shares get of a calculation. */
export function heldSats(
  { bonds, held }: Pick<UncalculatedHalf, 'bonds' | 'held'>,
  incomeSats: bigint,
): bigint {
  const { payments, leftSats } = payBonds(bonds, incomeSats)
  if ('microStx' in held) {
    const { stxSats } = splitRest(leftSats, held.totalMicroStx)
    return shareSats(stxSats, held.microStx, held.totalMicroStx)
  }
  const bond = bonds.find(({ index }) => index === held.bondIndex)
  const paid = payments.find(({ index }) => index === held.bondIndex)
  if (bond === undefined || paid === undefined) return 0n
  return shareSats(paid.paidSats, held.sats, bond.sats)
}

const incomeOf = ({ incomeSats }: UncalculatedHalf): bigint => incomeSats

const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n)
