import type { ClarityValue } from '@stacks/transactions'
import { PRECISION } from '../../../protocol/bitcoin-staking/constants.ts'
import { managerFeeSats } from '../../../protocol/bitcoin-staking/math/fee.ts'
import { known, unknown, type Known } from '../../known.ts'
import { clPrincipal, clUint, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cBips, clLeg } from './pox-values.ts'

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

/** What is known of a leg before its rewards are read. */
export interface LegLife {
  /** Whether its rewards per share were read since the latest calculation, or are final. */
  isBooked: boolean
  hasFixedFees: boolean
}

/** All sats that there will ever be. */
const MOST_SATS = 2_100_000_000_000_000n
const BOOKED_BLOCKS = 4032
/** Managers' and holders' claims of others show after so many blocks; own ones are read afresh. */
const CLAIM_BLOCKS = 6

/**
 * Reads what a holder can claim of a leg, exactly as the contract computes it: one request when
 * nothing is calculated yet, three when all that was earned can be claimed, five when the manager
 * has claimed nothing yet, at most seven otherwise [bitcoin-staking 6.3].
 */
export async function readLegRewards(
  reader: PoxReader,
  leg: HolderLeg,
  { shares, life }: { shares: bigint; life: LegLife },
): Promise<Known<LegRewards>> {
  const args = argumentsOf(leg)
  const ask = (name: string, names: ClarityValue[], blocks = CLAIM_BLOCKS) =>
    reader.call(name, { args: names, schema: cUint, blocks })
  const perShare = await ask(
    'get-rewards-per-token-for-cycle',
    args.ofLeg,
    life.isBooked ? BOOKED_BLOCKS : 1,
  )
  if (!perShare.known) return perShare
  if (perShare.value === 0n) return known({ ...nothing, shares })
  const gross = await ask('get-earned-staker-rewards', args.ofHolder)
  if (!gross.known) return gross
  // STX of a cycle are the same all along, and cannot earn more than their part of all.
  const isAll = leg.bond === null && gross.value === (shares * perShare.value) / PRECISION
  const afterPull = isAll
    ? gross
    : await readAfterPull(ask, args, { shares, perShare: perShare.value, grossSats: gross.value })
  if (!afterPull.known) return afterPull
  if (gross.value > MOST_SATS || afterPull.value > MOST_SATS) return unknown('bad-answer')
  if (afterPull.value === 0n) return known({ ...nothing, shares })
  const fixedFeeBips = life.hasFixedFees
    ? await reader.call('get-fee-bips-for-cycle', {
        contract: leg.manager,
        args: args.ofLeg,
        schema: cBips,
        blocks: CLAIM_BLOCKS,
      })
    : known(0n)
  if (!fixedFeeBips.known && fixedFeeBips.reason === 'not-read') return fixedFeeBips
  return known({
    shares,
    grossSats: gross.value,
    netSats: fixedFeeBips.known
      ? known(gross.value - managerFeeSats(gross.value, fixedFeeBips.value))
      : fixedFeeBips,
    afterPullSats: afterPull.value,
    fixedFeeBips,
  })
}

type Ask = (name: string, args: ClarityValue[]) => Promise<Known<bigint>>
type LegArguments = ReturnType<typeof argumentsOf>

/** Arguments in the orders of pox-5's reads, which are not uniform [bitcoin-staking 5]. */
function argumentsOf({ staker, cycle, manager, bond }: HolderLeg) {
  const ofLeg = [clUint(cycle), clLeg(bond)]
  const ofManager = [clPrincipal(manager), ...ofLeg]
  return { ofLeg, ofManager, ofHolder: [...ofManager, clPrincipal(staker)] }
}

/** What could be claimed if the manager claimed now. */
async function readAfterPull(
  ask: Ask,
  { ofManager, ofHolder }: LegArguments,
  { shares, perShare, grossSats }: { shares: bigint; perShare: bigint; grossSats: bigint },
): Promise<Known<bigint>> {
  const pulled = await ask('get-signer-rewards-per-token-for-cycle', ofManager)
  if (!pulled.known || pulled.value === perShare) return pulled.known ? known(grossSats) : pulled
  const earns = await ask('get-signer-shares-staked-for-cycle', ofManager)
  if (!earns.known || earns.value === 0n) return earns.known ? known(grossSats) : earns
  // Without a settlement of the manager there is none of its holders.
  if (pulled.value === 0n) return known((shares * perShare) / PRECISION)
  const paid = await ask('get-staker-rewards-per-token-settled-for-cycle', ofHolder)
  if (!paid.known) return paid
  const unclaimed = await ask('get-staker-unclaimed-rewards-for-cycle', ofHolder)
  if (!unclaimed.known) return unclaimed
  const earnedAt = (now: bigint) => unclaimed.value + (shares * (now - paid.value)) / PRECISION
  // Read in different blocks, or from a node that answers nonsense.
  const isConsistent =
    paid.value <= pulled.value && pulled.value < perShare && earnedAt(pulled.value) === grossSats
  return isConsistent ? known(earnedAt(perShare)) : unknown('bad-answer')
}

const nothing = {
  grossSats: 0n,
  netSats: known(0n),
  afterPullSats: 0n,
  fixedFeeBips: known(0n),
} as const
