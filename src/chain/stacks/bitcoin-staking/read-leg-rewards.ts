import type { ClarityValue } from '@stacks/transactions'
import { PRECISION } from '../../../protocol/bitcoin-staking/constants.ts'
import { managerFeeSats } from '../../../protocol/bitcoin-staking/math/fee.ts'
import { known, unknown, type Known } from '../../known.ts'
import { clPrincipal, clUint, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { clLeg } from './pox-values.ts'

/** One holder's part of a cycle: a manager and a leg, null the STX-only one. */
export interface HolderLeg {
  staker: string
  cycle: bigint
  manager: string
  bond: bigint | null
}

/** What a holder can claim of a leg: sats, gross and after the manager's fee. */
export interface LegRewards {
  /** In uSTX, or sats of a bond. */
  shares: bigint
  /** Payable as soon as it is claimed. */
  grossSats: bigint
  netSats: Known<bigint>
  /** Payable once the manager has claimed what is calculated so far. */
  afterPullSats: bigint
  /**
   * Basis points that are fixed for the leg; 0 also where none is fixed yet, and then the next
   * claim of the manager fixes its present fee [bitcoin-staking 7.3].
   */
  fixedFeeBips: Known<bigint>
}

/** How long answers about a cycle stay as they are, in Bitcoin blocks. */
export interface LegLife {
  /** Rewards per share change with the calculations of its two halves only. */
  isCalculated: boolean
  hasFixedFees: boolean
}

const FINAL_BLOCKS = 4032

/**
 * Reads what a holder can claim of a leg, exactly as the contract computes it: one request when
 * nothing is calculated yet, up to six otherwise [bitcoin-staking 6.3].
 */
export async function readLegRewards(
  reader: PoxReader,
  leg: HolderLeg,
  { shares, life }: { shares: bigint; life: LegLife },
): Promise<Known<LegRewards>> {
  const { staker, cycle, manager, bond } = leg
  const rest = [clUint(cycle), clLeg(bond)]
  const ask = (name: string, args: ClarityValue[], blocks = 1) =>
    reader.call(name, { args, schema: cUint, blocks })
  const perShare = await ask(
    'get-rewards-per-token-for-cycle',
    rest,
    life.isCalculated ? FINAL_BLOCKS : 1,
  )
  if (!perShare.known) return perShare
  if (perShare.value === 0n) return known({ ...nothing, shares })
  const ofHolder = [clPrincipal(manager), ...rest, clPrincipal(staker)]
  const [pulled, paid, unclaimed] = await Promise.all([
    ask('get-signer-rewards-per-token-for-cycle', [clPrincipal(manager), ...rest]),
    ask('get-staker-rewards-per-token-settled-for-cycle', ofHolder),
    ask('get-staker-unclaimed-rewards-for-cycle', ofHolder),
  ])
  if (!pulled.known) return pulled
  if (!paid.known) return paid
  if (!unclaimed.known) return unclaimed
  // Read in different blocks, or by a node that answers nonsense.
  if (pulled.value < paid.value || perShare.value < pulled.value) return unknown('bad-answer')
  const earnedAt = (current: bigint) =>
    unclaimed.value + (shares * (current - paid.value)) / PRECISION
  const grossSats = earnedAt(pulled.value)
  let afterPullSats = grossSats
  if (perShare.value > pulled.value) {
    const earns = await ask('get-signer-shares-staked-for-cycle', [clPrincipal(manager), ...rest])
    if (!earns.known) return earns
    if (earns.value > 0n) afterPullSats = earnedAt(perShare.value)
  }
  if (afterPullSats === 0n) return known({ ...nothing, shares })
  const fixedFeeBips = life.hasFixedFees
    ? await reader.call('get-fee-bips-for-cycle', { contract: manager, args: rest, schema: cUint })
    : known(0n)
  return known({
    shares,
    grossSats,
    netSats: fixedFeeBips.known
      ? known(grossSats - managerFeeSats(grossSats, fixedFeeBips.value))
      : fixedFeeBips,
    afterPullSats,
    fixedFeeBips,
  })
}

const nothing = {
  grossSats: 0n,
  netSats: known(0n),
  afterPullSats: 0n,
  fixedFeeBips: known(0n),
} as const
