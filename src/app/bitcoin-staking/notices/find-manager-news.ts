import { SIGNER_SET_MIN_MICRO_STX } from '../../../protocol/bitcoin-staking/constants.ts'
import { isOver, type HeldPosition } from '../held-position.ts'
import type { HolderStake } from '../staking-reading.ts'
import type { StakingOccasion } from './staking-occasion.ts'
import type { StakingWatch } from './staking-watch.ts'

interface ManagerReadings {
  address: string
  held: HeldPosition
  manager: HolderStake['manager']
  cycle: bigint
  watch: StakingWatch
}

/** What the manager of a running position does that costs its holders. */
export function findManagerNews(readings: ManagerReadings): StakingOccasion[] {
  const { held, manager } = readings
  if (manager === null || manager.manager !== held.manager || isOver(held)) return []
  return [
    ...riseOf(readings, manager),
    ...raisedOf(readings, manager),
    ...belowOf(readings, manager),
  ]
}

type Manager = NonNullable<HolderStake['manager']>

/** A rise to come, which max500 announces two cycles before it holds [bitcoin-staking 7.5]. */
function riseOf({ address }: ManagerReadings, { manager, fee }: Manager): StakingOccasion[] {
  if (!fee.known) return []
  const { bips, pending } = fee.value
  const topic = `rise ${manager}`
  if (pending === null || pending.bips <= bips) return [{ topic, holds: null }]
  const { bips: laterBips, fromCycle: cycle } = pending
  const key = ['fee-rises', address, manager, laterBips, cycle].join(':')
  const notice = { kind: 'fee-rises', address, manager, bips, laterBips, cycle } as const
  return [{ topic, holds: { key, notice } }]
}

/** A rise that holds at once, also for cycles that nobody has claimed [bitcoin-staking 7.3]. */
function raisedOf(
  { address, watch }: ManagerReadings,
  { manager, fee, shape }: Manager,
): StakingOccasion[] {
  if (!fee.known || !shape.known || shape.value.fee === 'max500') return []
  const { bips } = fee.value
  const topic = `fee ${manager}`
  const before = watch.fee?.manager === manager ? watch.fee.bips : null
  if (before === null || before === bips) return [{ topic, holds: 'unchanged' }]
  if (bips < before) return [{ topic, holds: null }]
  const key = ['fee-rose', address, manager, before, bips].join(':')
  const notice = { kind: 'fee-rose', address, manager, bips, beforeBips: before } as const
  return [{ topic, holds: { key, notice } }]
}

/** Below the threshold stakes earn nothing, and nothing on the chain says so. */
function belowOf(
  { address, held, cycle }: ManagerReadings,
  { manager, delegatedMicroStx }: Manager,
): StakingOccasion[] {
  // The reading is of the running cycle, in which a stake to come has no part.
  if (!delegatedMicroStx.known || held.kind !== 'stake' || held.state !== 'active') return []
  const topic = `below ${manager}`
  const microStx = delegatedMicroStx.value
  if (microStx >= SIGNER_SET_MIN_MICRO_STX) return [{ topic, holds: null }]
  const key = ['manager-below', address, manager, cycle].join(':')
  return [
    { topic, holds: { key, notice: { kind: 'manager-below', address, manager, microStx, cycle } } },
  ]
}
