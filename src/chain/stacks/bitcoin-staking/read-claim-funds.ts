import type { ManagerFamily } from '../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { known, unknown, type Known } from '../../known.ts'
import { clPrincipal, clUint, cOk, cUint } from '../clarity.ts'
import type { PoxReader } from './pox-reader.ts'
import { clLeg } from './pox-values.ts'
import type { HolderLeg } from './read-leg-rewards.ts'

/** What a manager holds for a claim; sats. */
export interface ClaimFunds {
  /** For all its holders, or with max500 for the cycle and leg. */
  poolSats: Known<bigint>
  /** Banked for the holder already, paid with the claim; 0 but with max500. */
  bankedSats: Known<bigint>
}

/** Reads what a manager holds for a claim: one request, two with max500 [bitcoin-staking 7.2]. */
export async function readClaimFunds(
  reader: PoxReader,
  { manager, cycle, bond, staker }: HolderLeg,
  family: ManagerFamily,
): Promise<ClaimFunds> {
  const ask = (name: string, args: Parameters<PoxReader['call']>[1]['args'] = []) =>
    reader.call(name, { contract: manager, args, schema: cUint })
  if (family === 'max500') {
    const [poolSats, bankedSats] = await Promise.all([
      ask('get-unclaimed-rewards-for-cycle', [clUint(cycle), clLeg(bond)]),
      readBankedSats(reader, manager, staker),
    ])
    return { poolSats, bankedSats }
  }
  const pools: Record<Exclude<ManagerFamily, 'max500'>, () => Promise<Known<bigint>>> = {
    reference: () => ask('get-unclaimed-staker-rewards'),
    // It keeps no account: all that it holds is its holders' [bitcoin-staking 7.6].
    native: () =>
      reader.call('get-balance-available', {
        contract: reader.deployment.sbtcToken,
        args: [clPrincipal(manager)],
        schema: cOk(cUint),
      }),
    closed: () => Promise.resolve(unknown('not-offered')),
  }
  return { poolSats: await pools[family](), bankedSats: known(0n) }
}

/** Reads what max500 has banked for a holder: one request [bitcoin-staking 7.5]. */
export const readBankedSats = (
  reader: PoxReader,
  manager: string,
  staker: string,
): Promise<Known<bigint>> =>
  reader.call('get-pending-payout', {
    contract: manager,
    args: [clPrincipal(staker)],
    schema: cUint,
  })
