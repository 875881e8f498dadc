import type { ManagerFamily } from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { known, unknown, type Known } from '../../../known.ts'
import { cUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import { readManagerSats } from './read-planned-manager.ts'

/** What a manager holds, and whose it is; sats. */
export interface ManagerFunds {
  /** All of its sBTC, what withdrawals lock included. */
  balanceSats: Known<bigint>
  /** Fees that it has earned and not taken out. */
  feesSats: Known<bigint>
  /** What its holders can still claim. */
  unclaimedSats: Known<bigint>
  /** Payouts on Bitcoin that are not settled, budgets for their fees included. */
  liabilitySats: Known<bigint>
  /** Banked for holders, and credited to them of unused budgets; 0 but with max500. */
  bankedSats: Known<bigint>
  refundsSats: Known<bigint>
}

/**
 * Reads what a manager holds and owes: four requests, six with max500. Unknown where its contract
 * keeps no such accounts [bitcoin-staking 7.2, 7.5].
 */
export async function readManagerFunds(
  reader: PoxReader,
  manager: string,
  family: ManagerFamily,
): Promise<ManagerFunds> {
  const keepsAccounts = family === 'reference' || family === 'max500'
  const ask = (name: string): Promise<Known<bigint>> =>
    keepsAccounts
      ? reader.call(name, { contract: manager, schema: cUint })
      : Promise.resolve(unknown('not-offered'))
  const askMax500 = (name: string): Promise<Known<bigint>> =>
    family === 'reference' ? Promise.resolve(known(0n)) : ask(name)
  const [balanceSats, feesSats, unclaimedSats, liabilitySats, bankedSats, refundsSats] =
    await Promise.all([
      readManagerSats(reader, manager),
      ask('get-earned-fees'),
      ask('get-unclaimed-staker-rewards'),
      ask('get-withdrawal-liability'),
      askMax500('get-total-pending-payouts'),
      askMax500('get-credited-refunds'),
    ])
  return { balanceSats, feesSats, unclaimedSats, liabilitySats, bankedSats, refundsSats }
}

/**
 * What belongs to nobody: budgets for Bitcoin fees that were not spent, which an admin may take.
 * Never below 0: a payout that was accepted is owed until it is settled.
 */
export function leftOverSats({ balanceSats, ...owed }: ManagerFunds): Known<bigint> {
  let left = balanceSats
  for (const part of Object.values(owed)) {
    if (!left.known) return left
    if (!part.known) return part
    left = known(left.value - part.value)
  }
  return left.known && left.value < 0n ? known(0n) : left
}
