import { EPOCH, nextEpoch } from '../core/epoch.ts'
import { compareBigints, applyRate } from '../core/units.ts'
import type { Policy, Routing } from '../pools/state.ts'
import { addFunds, drainFunds } from '../stake/funds.ts'
import { type StakeAmount, totalFunds } from '../stake/types.ts'

/** What a projection needs to know of a pool's design. */
export interface Design {
  policy: Policy
  routing: Routing
  /** Scaled by 10^8. */
  rewardFee: bigint
  /** Blocks before an epoch's end at which someone recycles, and rotates when the pool does. */
  lead: bigint
  /** As if top-ups locked nothing: to compute the cost of the lock. */
  unlocked?: boolean
}

/** A pool's funds at a height; one slot per provisioner key, amounts in LUX. */
export interface Funds {
  keys: ReadonlyArray<StakeAmount | null>
  idle: bigint
  held: bigint
  /** Paid out to holders so far, and taken as fees. */
  distributed: bigint
  fees: bigint
}

export const assetsOf = ({ keys, idle, held }: Funds): bigint =>
  keys.reduce((sum, amount) => sum + totalFunds(amount), idle + held)

/** LUX that count in consensus at `height`. */
export const activeOf = ({ keys }: Funds, height: bigint, minimum: bigint): bigint =>
  keys.reduce(
    (sum, amount) =>
      sum + (amount && height >= amount.eligibility && amount.value >= minimum ? amount.value : 0n),
    0n,
  )

export const lockedFundsOf = ({ keys }: Funds): bigint =>
  keys.reduce((sum, amount) => sum + (amount?.locked ?? 0n), 0n)

interface Placement {
  design: Design
  height: bigint
  /** The network's minimum stake, LUX. */
  minimum: bigint
}

const putFunds = (
  funds: Funds,
  { design, height, minimum }: Placement,
  key: number,
  value: bigint,
): Funds => {
  const before = funds.keys[key] ?? null
  if (value === 0n || (!before && value < minimum)) return funds
  const at = before && design.unlocked ? before.eligibility - 1n : height
  return {
    ...funds,
    idle: funds.idle - value,
    keys: funds.keys.with(key, addFunds(before, value, at).amount),
  }
}

const pullFunds = (funds: Funds, key: number, value: bigint): Funds =>
  value === 0n
    ? funds
    : {
        ...funds,
        idle: funds.idle + value,
        keys: funds.keys.with(key, drainFunds(funds.keys[key]!, value).amount),
      }

const isRotating = ({ routing }: Design, keys: Funds['keys']): boolean =>
  routing === 'rotation' && keys.length > 1

/** Index of the key that a pool of this routing stakes on; -1: none. */
const chooseKey = ({ keys }: Funds, { design, height }: Placement): number => {
  const maturing = keys.findIndex((amount) => amount !== null && amount.eligibility > height)
  if (maturing >= 0) return maturing
  const staked = keys.findIndex((amount) => amount !== null)
  return isRotating(design, keys) || staked < 0 ? keys.indexOf(null) : staked
}

/** Stakes the idle funds, on the key that a pool of this routing chooses. */
export const placeFunds = (funds: Funds, placement: Placement): Funds => {
  const key = chooseKey(funds, placement)
  return key < 0 ? funds : putFunds(funds, placement, key, funds.idle)
}

const total = (funds: Funds, key: number): bigint => totalFunds(funds.keys[key] ?? null)
const fill = (funds: Funds, from: number, lux: bigint): Funds =>
  funds.idle >= lux ? funds : pullFunds(funds, from, lux - funds.idle)

/**
 * Moves the funds to the key that comes up at the next epoch and seeds another: the pools' own rule
 * (pools/rotation.ts).
 */
export const rotateFunds = (start: Funds, placement: Placement): Funds => {
  const { height, minimum } = placement
  const indices = [...start.keys.keys()]
  const boundary = nextEpoch(height)
  const rising = indices
    .filter((key) => start.keys[key]?.eligibility === boundary)
    .toSorted((a, b) => compareBigints(start.keys[a]!.locked, start.keys[b]!.locked))[0]
  if (rising === undefined) {
    if (start.keys.some((amount) => amount && amount.eligibility > height))
      return placeFunds(start, placement)
    const bySize = indices.toSorted((a, b) => compareBigints(total(start, a), total(start, b)))
    const [smallest, largest] = [bySize[0]!, bySize.at(-1)!]
    const spare = total(start, largest) - minimum
    if (start.idle + total(start, smallest) + (spare > 0n ? spare : 0n) < minimum) return start
    const freed = fill(pullFunds(start, smallest, total(start, smallest)), largest, minimum)
    return putFunds(freed, placement, smallest, freed.idle)
  }
  const resting = indices.filter((key) => key !== rising)
  let funds = resting.reduce((left, key) => pullFunds(left, key, total(left, key)), start)
  if (funds.idle + total(funds, rising) >= 2n * minimum) {
    funds = fill(funds, rising, minimum)
    funds = putFunds(funds, placement, resting[0]!, minimum)
  }
  return putFunds(funds, placement, rising, funds.idle)
}

/** Gives a claimed reward to the policy. */
export const creditReward = (
  funds: Funds,
  { policy, rewardFee }: Design,
  reward: bigint,
): Funds => {
  const fee = applyRate(reward, rewardFee)
  const net = reward - fee
  return {
    ...funds,
    fees: funds.fees + fee,
    idle: funds.idle + (policy === 'reinvest' ? net : 0n),
    held: funds.held + (policy === 'hold' ? net : 0n),
    distributed: funds.distributed + (policy === 'distribute' ? net : 0n),
  }
}

/** LUX that a stake of `active` earns in `blocks` blocks from `height`: its mean, or a draw. */
export type RewardSource = (active: bigint, blocks: bigint, height: bigint) => bigint

/** A step's result: the funds at the next epoch's first block. */
export interface EpochStep {
  funds: Funds
  height: bigint
  reward: bigint
}

/**
 * Runs to the next epoch's first block: rewards of the blocks until someone recycles near the
 * epoch's end, the recycling (and rotation), then the blocks that are left.
 */
export const stepEpoch = (
  funds: Funds,
  { design, height, minimum }: Placement,
  source: RewardSource,
): EpochStep => {
  const boundary = nextEpoch(height)
  const acting = boundary - (design.lead < EPOCH ? design.lead : EPOCH - 1n)
  const at = acting > height ? acting : height
  const first = source(activeOf(funds, height, minimum), at - height, height)
  const claimed = creditReward(funds, design, first)
  const act = isRotating(design, claimed.keys) ? rotateFunds : placeFunds
  const moved = act(claimed, { design, height: at, minimum })
  const second = source(activeOf(moved, at, minimum), boundary - at, at)
  return { funds: creditReward(moved, design, second), height: boundary, reward: first + second }
}
