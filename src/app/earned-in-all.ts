import type { AppState } from './app-state.ts'
import { paidSats } from './bitcoin-staking/rewards/staking-rewards.ts'
import { sumSats } from './dual-stacking/rewards.ts'
import { earnedInPool } from './hyperstaking/pool-earned.ts'

/** What one followed address has earned in one program: sats, or LUX in Hyperstaking. */
export interface Earned {
  programme: 'dual' | 'staking' | 'hyper'
  address: string
  amount: bigint
}

/** What all addresses have earned in all programs, one total per asset. */
export interface EarnedInAll {
  rows: Earned[]
  sats: bigint
  lux: bigint
  /** Whether everything that was earned is known. */
  isComplete: boolean
}

/**
 * Adds up what was earned; nothing is converted. A reward counts once, for the address that earned
 * it, or else for the one that it was paid to.
 */
export function earnedInAll(state: AppState): EarnedInAll {
  const rows = [...dualRows(state), ...stakingRows(state), ...duskRows(state)].filter(
    ({ amount }) => amount > 0n,
  )
  const sum = (isLux: boolean) =>
    rows.reduce(
      (total, { programme, amount }) =>
        (programme === 'hyper') === isLux ? total + amount : total,
      0n,
    )
  return { rows, sats: sum(false), lux: sum(true), isComplete: isComplete(state) }
}

function dualRows({ accounts, rewards }: AppState): Earned[] {
  const own = new Set(accounts.map(({ address }) => address))
  return accounts.map(({ address }) => ({
    programme: 'dual',
    address,
    amount: sumSats(
      rewards.filter(({ enrolledAddress, rewardAddress }) =>
        own.has(enrolledAddress) ? enrolledAddress === address : rewardAddress === address,
      ),
    ),
  }))
}

const stakingRows = ({ accounts, staking }: AppState): Earned[] =>
  accounts.flatMap(({ address }) => {
    const rewards = staking?.rewards?.[address]
    return rewards ? [{ programme: 'staking', address, amount: paidSats(rewards) }] : []
  })

function duskRows({ dusk }: AppState): Earned[] {
  const { reading, account, histories } = dusk ?? {}
  if (!reading || !account) return []
  const amount = reading.pools.reduce((sum, pool) => {
    const earned = earnedInPool(histories?.[pool.id], pool, reading.height)
    return earned.known ? sum + earned.value : sum
  }, 0n)
  return [{ programme: 'hyper', address: account.address, amount }]
}

function isComplete({ refresh, staking, dusk }: AppState): boolean {
  const searches = Object.values(staking?.rewards ?? {})
  const { reading, histories } = dusk ?? {}
  const held = (reading?.pools ?? []).filter(
    ({ position }) => position?.value.known && position.value.value > 0n,
  )
  return (
    refresh.requestsLeft === null &&
    searches.every(({ requestsLeft }) => requestsLeft === null) &&
    held.every((pool) => earnedInPool(histories?.[pool.id], pool, reading!.height).known)
  )
}
