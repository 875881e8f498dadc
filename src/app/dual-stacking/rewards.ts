import type { RewardPayment } from '../../chain/stacks/readings.ts'
import type { AppState } from '../app-state.ts'
import { writeCsv } from '../csv.ts'

/** Payments of one cycle, summed; `cycle` null: of which cycle is unknown. */
export interface CycleRewards {
  cycle: number | null
  sats: bigint
  payments: RewardPayment[]
}

/** Payments by cycle, newest first; those of an unknown cycle come last. */
export function groupRewardsByCycle(payments: readonly RewardPayment[]): CycleRewards[] {
  const groups = new Map<number | null, CycleRewards>()
  for (const payment of payments) {
    const cycle = payment.cycle.known ? payment.cycle.value : null
    const group = groups.get(cycle) ?? { cycle, sats: 0n, payments: [] }
    group.sats += payment.sats
    group.payments.push(payment)
    groups.set(cycle, group)
  }
  return [...groups.values()].toSorted((a, b) => (b.cycle ?? -1) - (a.cycle ?? -1))
}

export const sumSats = (payments: readonly RewardPayment[]): bigint =>
  payments.reduce((sum, { sats }) => sum + sats, 0n)

/** When a payment arrived, in milliseconds; null when unknown. */
export const paymentTime = (payment: RewardPayment): number | null =>
  payment.blockTime.known ? payment.blockTime.value * 1000 : null

const columns = [
  'date',
  'bitcoin_height',
  'cycle',
  'sats',
  'enrolled_address',
  'reward_address',
  'transaction',
] as const

/**
 * The payments as CSV (RFC 4180), oldest first; what is unknown is an empty field. No fiat values:
 * no price source is built in.
 */
export function rewardsCsv(payments: readonly RewardPayment[]): string {
  const rows = payments
    .toReversed()
    .map((payment) => [
      payment.blockTime.known ? new Date(payment.blockTime.value * 1000).toISOString() : '',
      payment.burnHeight.known ? payment.burnHeight.value : '',
      payment.cycle.known ? payment.cycle.value : '',
      payment.sats,
      payment.evidence === 'unclear' ? '' : payment.enrolledAddress,
      payment.rewardAddress,
      payment.txid,
    ])
  return writeCsv([columns, ...rows])
}

/** Rewards of an enrolled or rewarded address, newest first. */
export function rewardsOfAddress(state: AppState, address: string): RewardPayment[] {
  const own = state.rewards.filter(
    (payment) => payment.enrolledAddress === address || payment.rewardAddress === address,
  )
  const timed = own.find(({ blockTime, burnHeight }) => blockTime.known && burnHeight.known)
  return own.toSorted((a, b) => when(b, timed) - when(a, timed))
}

const SECONDS_PER_BLOCK = 600
/** A Bitcoin block of known time, to estimate that of others by: seconds since 1970. */
const knownBlock = { height: 840_000, time: 1_713_571_767 }

/**
 * When a payment landed, in seconds since 1970: where only its Bitcoin height is known, about, by
 * another payment that has both (`timed`). What is in no known block counts as the newest.
 */
function when({ blockTime, burnHeight }: RewardPayment, timed: RewardPayment | undefined): number {
  if (blockTime.known) return blockTime.value
  if (!burnHeight.known) return Number.MAX_SAFE_INTEGER
  const reference =
    timed?.blockTime.known && timed.burnHeight.known
      ? { height: timed.burnHeight.value, time: timed.blockTime.value }
      : knownBlock
  return reference.time + (burnHeight.value - reference.height) * SECONDS_PER_BLOCK
}
