import { halfAt, halfStart, isBondTime, rewardCycleAt, type CycleClock } from '../cycle-clock.ts'
import { splitRest } from '../math/income.ts'
import { payBonds, type ActiveBond, type BondPayment } from './bond-payments.ts'

/** The half that the next calculation books to, in Bitcoin heights. */
export interface NextHalf {
  /** Its first and its last block. */
  startHeight: bigint
  height: bigint
  /** The cycle that it belongs to. */
  cycle: bigint
  /** Whether it is over, so that anyone may calculate it now. */
  isDue: boolean
}

/** The half that ended last, while it is not calculated, or else the one that runs. */
export function nextHalf(
  clock: CycleClock,
  burnHeight: bigint,
  lastComputeHeight: bigint,
): NextHalf {
  const running = halfAt(clock, burnHeight)
  const isDue = running > 0n && halfStart(clock, running) - 1n > lastComputeHeight
  const half = isDue ? running - 1n : running
  const height = halfStart(clock, half + 1n) - 1n
  return {
    startHeight: halfStart(clock, half),
    height,
    cycle: rewardCycleAt(clock, height),
    isDue,
  }
}

/** What each leg would get if what has arrived so far were all; sats. */
export interface HalfSplit {
  bonds: BondPayment[]
  /** What all bonds may take, and what they lack of it. */
  targetSats: bigint
  missingSats: bigint
  /** For all who staked STX only, and for the reserve. */
  stxSats: bigint
  reserveSats: bigint
}

/** Splits what has arrived as a calculation of this half would now [bitcoin-staking 6.1]. */
export function splitHalf(
  clock: CycleClock,
  { height }: Pick<NextHalf, 'height'>,
  figures: { arrivedSats: bigint; bonds: readonly ActiveBond[]; stakedMicroStx: bigint },
): HalfSplit {
  const { arrivedSats, stakedMicroStx } = figures
  const active = figures.bonds.filter(({ index }) => isBondTime(clock, index, height))
  const { payments, leftSats } = payBonds(active, arrivedSats)
  const targetSats = payments.reduce((sum, each) => sum + each.targetSats, 0n)
  const paidSats = payments.reduce((sum, each) => sum + each.paidSats, 0n)
  const { stxSats, reserveSats } = splitRest(leftSats, stakedMicroStx)
  return {
    bonds: payments,
    targetSats,
    missingSats: targetSats - paidSats,
    // Nobody is there to be paid: the reserve takes all of it.
    stxSats: stakedMicroStx > 0n ? stxSats : 0n,
    reserveSats,
  }
}
