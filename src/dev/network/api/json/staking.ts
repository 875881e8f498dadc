import {
  bondCycle,
  bondEndCycle,
  bondStart,
  cycleStart,
  isPreparing,
  rewardCycleAt,
} from '../../../../protocol/bitcoin-staking/cycle-clock.ts'
import { stakingClock as clock } from '../../bitcoin-staking/staking-setting.ts'
import {
  bondRewardKey,
  type IndexedBond,
  type IndexedPart,
  type IndexedRewards,
  type StakingIndex,
} from './staking-index.ts'

const text = (amount: bigint): string => amount.toString()

const rewardsJson = (rewards: IndexedRewards | undefined) => {
  const { accrued, claimed } = rewards ?? { accrued: 0n, claimed: 0n }
  const claimable = accrued > claimed ? accrued - claimed : 0n
  return {
    btc: { accrued: text(accrued), claimed: text(claimed), claimable: text(claimable) },
  }
}

/** `/principals/{p}/staking`. */
export const principalStakingJson = (index: StakingIndex, who: string, burn: bigint) => {
  const held = index.locks.get(who)
  const parts = partsOf(index, who)
  const locked = held && held.unlockHeight > burn ? held.microStx : 0n
  const isBonded = parts.some(({ bond }) => bondEndCycle(clock, bond) > rewardCycleAt(clock, burn))
  const sum = { accrued: 0n, claimed: 0n }
  for (const { bond } of parts) {
    const rewards = index.bondRewards.get(bondRewardKey(bond, who))
    sum.accrued += rewards?.accrued ?? 0n
    sum.claimed += rewards?.claimed ?? 0n
  }
  return {
    stx: {
      locked: text(isBonded ? 0n : locked),
      rewards: rewardsJson(index.stxRewards.get(who)),
    },
    bonds: {
      count: parts.length,
      locked: {
        btc: text(parts.reduce((total, { part }) => total + part.sats, 0n)),
        stx: text(isBonded ? locked : 0n),
      },
      rewards: rewardsJson(sum),
    },
  }
}

/** Parts of a principal in bonds, the oldest first. */
export const partsOf = (
  { bonds }: StakingIndex,
  who: string,
): { bond: bigint; part: IndexedPart }[] =>
  [...bonds].flatMap(([bond, { parts }]) => {
    const part = parts.get(who)
    return part ? [{ bond, part }] : []
  })

/** A row of `/principals/{p}/staking/bonds`. */
export const principalBondJson = (
  index: StakingIndex,
  { bond, part }: { bond: bigint; part: IndexedPart },
  burn: bigint,
) => {
  const cycle = rewardCycleAt(clock, burn)
  const isOver = cycle >= bondEndCycle(clock, bond)
  const status = statusOf(part.hasExited, cycle < bondCycle(clock, bond), isOver)
  return {
    bond_index: Number(bond),
    status,
    active: status === 'running',
    enrollment: { tx_id: part.txid, btc_lockup: { amount: text(part.enrolledSats) } },
    locked: { btc: text(part.sats), stx: text(isOver ? 0n : part.microStx) },
    rewards: rewardsJson(index.bondRewards.get(bondRewardKey(bond, part.staker))),
  }
}

function statusOf(hasExited: boolean, isEarly: boolean, isOver: boolean): string {
  if (isOver) return 'unlocked'
  if (hasExited) return 'early_exit'
  return isEarly ? 'enrolled' : 'running'
}

/** A row of `/staking/bonds`, and one bond. */
export const bondJson = (
  { terms, txid, allowlist, parts, paidSats }: IndexedBond,
  burn: bigint,
) => {
  const { bond } = terms
  const cycle = rewardCycleAt(clock, burn)
  const isUpcoming = cycle < bondCycle(clock, bond)
  const running = cycle < bondEndCycle(clock, bond) ? 'active' : 'unlocked'
  const registered = [...parts.values()]
  const sum = (of: (part: IndexedPart) => bigint) =>
    registered.reduce((total, part) => total + of(part), 0n)
  return {
    index: Number(bond),
    pox_version: 'pox5',
    status: isUpcoming ? 'upcoming' : running,
    parameters: {
      target_rate_bps: Number(terms.targetRate),
      stx_value_ratio: text(terms.stxValueRatio),
      minimum_stx_ratio: text(terms.minUstxRatio),
      btc_capacity: text([...allowlist.values()].reduce((total, sats) => total + sats, 0n)),
    },
    registrations: { allowed_count: allowlist.size, registered_count: parts.size },
    schedule: {
      activation: {
        bitcoin_height: Number(bondStart(clock, bond)),
        pox_cycle: Number(bondCycle(clock, bond)),
      },
      unlock: {
        bitcoin_height: Number(cycleStart(clock, bondEndCycle(clock, bond))),
        pox_cycle: Number(bondEndCycle(clock, bond)),
      },
    },
    balances: {
      locked: { btc: text(sum(({ sats }) => sats)), stx: text(sum(({ microStx }) => microStx)) },
      paid_out: { btc: text(paidSats) },
    },
    transaction: { tx_id: txid },
  }
}

/** A row of a bond's registrations; `isSingle`: with what it was made by. */
export const registrationJson = (part: IndexedPart, isSingle = false) => ({
  staker: part.staker,
  signer: part.signer,
  type: part.isL1Lock ? 'l1' : 'l2',
  balances: { btc: text(part.sats), stx: text(part.microStx) },
  ...(isSingle &&
    (part.isL1Lock
      ? {
          l1_lockup: {
            transactions: (part.outputs ?? []).map(({ txidInternal, output }) => ({
              tx_id: txidInternal,
              output_index: Number(output),
            })),
          },
        }
      : { l2_lockup: { tx_id: part.txid } })),
})

/** What the contract says of a cycle: microSTX in all, of stakes alone, and of each manager. */
export interface CycleShares {
  microStx: bigint
  stakedMicroStx: bigint
  signers: ReadonlyMap<string, bigint>
}

/** `/staking/cycles/{n}`. */
export const cycleJson = (
  index: StakingIndex,
  { cycle, shares }: { cycle: bigint; shares: CycleShares },
  burn: bigint,
) => {
  const now = rewardCycleAt(clock, burn)
  const running = isPreparing(clock, cycle, burn) ? 'prepare_phase' : 'reward_phase'
  const past = cycle < now ? 'finished' : running
  const booked = index.calculations.filter((each) => each.cycle === cycle)
  const sum = (of: (calculation: (typeof booked)[number]) => bigint) =>
    text(booked.reduce((total, each) => total + of(each), 0n))
  const active = [...index.bonds.keys()].filter(
    (bond) => bondCycle(clock, bond) <= cycle && cycle < bondEndCycle(clock, bond),
  )
  return {
    number: Number(cycle),
    status: cycle > now ? 'upcoming' : past,
    schedule: {
      start: { bitcoin_height: Number(cycleStart(clock, cycle)) },
      prepare_phase: {
        bitcoin_height: Number(cycleStart(clock, cycle + 1n) - clock.prepareBlocks),
      },
      end: { bitcoin_height: Number(cycleStart(clock, cycle + 1n)) - 1 },
    },
    locked: {
      stx: {
        stx_only: text(shares.stakedMicroStx),
        bonds: text(shares.microStx - shares.stakedMicroStx),
        total: text(shares.microStx),
      },
      btc: btcOf(active.flatMap((bond) => [...index.bonds.get(bond)!.parts.values()])),
    },
    bonds: { total: active.length, indexes: active.map(Number) },
    rewards: {
      btc: {
        total: sum(({ incomeSats }) => incomeSats),
        waterfall: {
          bonds: sum(({ bondSats }) => bondSats),
          stx_only: sum(({ stxSats }) => stxSats),
          reserve_deposit: sum(({ reserveDepositSats }) => reserveDepositSats),
        },
        claimed: text(index.pulled.get(cycle) ?? 0n),
      },
    },
  }
}

const btcOf = (parts: readonly IndexedPart[]) => {
  const sum = (isL1Lock: boolean) =>
    parts.filter((part) => part.isL1Lock === isL1Lock).reduce((total, { sats }) => total + sats, 0n)
  return {
    total: text(sum(true) + sum(false)),
    native: text(sum(true)),
    sbtc: text(sum(false)),
  }
}

/** Rows of `/staking/cycles/{n}/signers`: managers of one key are one signer. */
export const cycleSignersJson = ({ signers: keys }: StakingIndex, shares: CycleShares) => {
  const byKey = new Map<string, string[]>()
  for (const signer of shares.signers.keys()) {
    const key = keys.get(signer) ?? ''
    byKey.set(key, [...(byKey.get(key) ?? []), signer])
  }
  const staked = (managers: readonly string[]) =>
    managers.reduce((total, manager) => total + shares.signers.get(manager)!, 0n)
  return [...byKey].map(([key, managers]) => ({
    signing_key: key,
    weight: Number(shares.microStx === 0n ? 0n : (staked(managers) * 4_000n) / shares.microStx),
    staked_stx: text(staked(managers)),
    signer_managers: managers.map((manager) => ({
      signer_manager: manager,
      grant_active: true,
      pending_key_update: null,
    })),
  }))
}
