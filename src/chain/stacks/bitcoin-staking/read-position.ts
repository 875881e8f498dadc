import { known, unknown, type Known } from '../../known.ts'
import { clPrincipal, cOk, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cBondMembership, cStake } from './pox-values.ts'

/** A stake of STX only as pox-5 has recorded it, expired or not; microSTX. */
export interface StakeReading {
  manager: string
  microStx: bigint
  firstCycle: bigint
  cycles: bigint
}

/** A part in a bond as pox-5 has recorded it, ended or not; microSTX and sats. */
export interface BondPartReading {
  bond: bigint
  manager: string
  microStx: bigint
  sats: bigint
  isL1Lock: boolean
}

/**
 * What one address has in pox-5, and what the node has locked of it: microSTX and sats. Records
 * stay after their end until the next position replaces them: `stakeStateAt` and `bondPartStateAt`
 * say what they are at a height.
 */
export interface StakingPosition {
  address: string
  stake: Known<StakeReading | null>
  bondPart: Known<BondPartReading | null>
  /** SBTC that pox-5 holds, also after its bond has ended: it is not returned automatically. */
  heldSats: Known<bigint>
  /** SBTC on the address that can be moved. */
  ownSats: Known<bigint>
  unlockedMicroStx: Known<bigint>
  lockedMicroStx: Known<bigint>
  /** Bitcoin height at which the lock ends; 0: nothing is locked. */
  unlockHeight: Known<bigint>
}

/** What others do does not change a position; after a call of its own it is read afresh. */
const POSITION_BLOCKS = 6

/**
 * Reads an address's position, but not its sBTC: three requests, and again after six Bitcoin
 * blocks.
 */
export async function readPosition(reader: PoxReader, address: string): Promise<StakingPosition> {
  const key = clPrincipal(address)
  const blocks = POSITION_BLOCKS
  const [stake, bondPart, account] = await Promise.all([
    reader.entry('staker-info', key, { schema: cStake, blocks }),
    reader.entry('protocol-bond-memberships', key, { schema: cBondMembership, blocks }),
    reader.ask((options) => reader.client.account(address, options), blocks),
  ])
  return {
    address,
    stake,
    bondPart,
    ownSats: unknown('not-read'),
    heldSats: bondPart.known ? known(heldOf(bondPart.value)) : bondPart,
    unlockedMicroStx: account.known ? known(account.value.balance) : account,
    lockedMicroStx: account.known ? known(account.value.locked) : account,
    unlockHeight: account.known ? known(BigInt(account.value.unlock_height)) : account,
  }
}

/** Reads the sBTC of an address that can be moved: one request. */
export const readOwnSats = (reader: PoxReader, address: string): Promise<Known<bigint>> =>
  reader.call('get-balance-available', {
    contract: reader.deployment.sbtcToken,
    args: [clPrincipal(address)],
    schema: cOk(cUint),
    blocks: POSITION_BLOCKS,
  })

/** Sats of a timelock on Bitcoin are not held by pox-5 [bitcoin-staking 5]. */
const heldOf = (part: BondPartReading | null): bigint =>
  part === null || part.isL1Lock ? 0n : part.sats
