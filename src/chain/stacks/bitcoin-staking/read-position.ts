import { known, type Known } from '../../known.ts'
import { cOptional, cUint, clPrincipal } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { cBondMembership, cStake } from './pox-values.ts'

/** A stake of STX only that has not expired; microSTX. */
export interface StakeReading {
  manager: string
  microStx: bigint
  firstCycle: bigint
  cycles: bigint
}

/** A part in a bond that has not ended; microSTX and sats. */
export interface BondPartReading {
  bond: bigint
  manager: string
  microStx: bigint
  sats: bigint
  isL1Lock: boolean
}

/** What one address has in pox-5, and what the node has locked of it: microSTX and sats. */
export interface StakingPosition {
  address: string
  stake: Known<StakeReading | null>
  bondPart: Known<BondPartReading | null>
  /** SBTC that pox-5 holds, also after its bond has ended: it is not returned by itself. */
  heldSats: Known<bigint>
  unlockedMicroStx: Known<bigint>
  lockedMicroStx: Known<bigint>
  /** Bitcoin height at which the lock ends; 0: nothing is locked. */
  unlockHeight: Known<bigint>
}

/** Reads an address's position: four requests, in each later Bitcoin block again. */
export async function readPosition(reader: PoxReader, address: string): Promise<StakingPosition> {
  const args = [clPrincipal(address)]
  const [stake, bondPart, heldSats, account] = await Promise.all([
    reader.call('get-staker-info', { args, schema: cOptional(cStake) }),
    reader.call('get-bond-membership', { args, schema: cOptional(cBondMembership) }),
    reader.call('get-staker-custodied-sbtc', { args, schema: cUint }),
    reader.ask((options) => reader.client.account(address, options)),
  ])
  return {
    address,
    stake,
    bondPart,
    heldSats,
    unlockedMicroStx: account.known ? known(account.value.balance) : account,
    lockedMicroStx: account.known ? known(account.value.locked) : account,
    unlockHeight: account.known ? known(BigInt(account.value.unlock_height)) : account,
  }
}
