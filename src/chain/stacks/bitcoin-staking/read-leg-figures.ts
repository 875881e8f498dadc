import type { Known } from '../../known.ts'
import { clPrincipal, clUint, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { clLeg } from './pox-values.ts'

/** A cycle and leg as a whole; bond null is the STX-only leg. */
export interface LegFigures {
  /** In uSTX, or sats of a bond. */
  shares: Known<bigint>
  /** What is booked so far: sats per share · 10^18. */
  perShare: Known<bigint>
}

/** A manager's part of a cycle and leg. */
export interface ManagerLegFigures {
  /** In uSTX, or sats of a bond; of the STX-only leg 0 below 50,000 STX [bitcoin-staking 7.1]. */
  shares: Known<bigint>
  /** Sats that its next claim would pull. */
  pullableSats: Known<bigint>
}

interface CycleLeg {
  cycle: bigint
  bond: bigint | null
}

/** Stakes, calculations and claims of others show after so many Bitcoin blocks. */
const FIGURES_BLOCKS = 6

/** Reads how many shares a cycle and leg have and what they earned: two requests. */
export async function readLegFigures(
  reader: PoxReader,
  { cycle, bond }: CycleLeg,
): Promise<LegFigures> {
  const read = { args: [clUint(cycle), clLeg(bond)], schema: cUint, blocks: FIGURES_BLOCKS }
  const [shares, perShare] = await Promise.all([
    reader.call('get-total-shares-staked-for-cycle', read),
    reader.call('get-rewards-per-token-for-cycle', read),
  ])
  return { shares, perShare }
}

/** Reads what a manager has in a cycle and leg and can pull for it: two requests. */
export async function readManagerLegFigures(
  reader: PoxReader,
  { manager, cycle, bond }: CycleLeg & { manager: string },
): Promise<ManagerLegFigures> {
  const args = [clPrincipal(manager), clUint(cycle), clLeg(bond)]
  const read = { args, schema: cUint, blocks: FIGURES_BLOCKS }
  const [shares, pullableSats] = await Promise.all([
    reader.call('get-signer-shares-staked-for-cycle', read),
    reader.call('get-earned', read),
  ])
  return { shares, pullableSats }
}
