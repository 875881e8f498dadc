import type { ManagerFamily } from '../../../../protocol/bitcoin-staking/planner/operator-state.ts'
import { unknown, type Known } from '../../../known.ts'
import { cBool, clPrincipal, clUint, cUint } from '../../clarity.ts'
import type { PoxReader } from '../pox-reader.ts'
import { readManagerShape } from '../read-manager-shape.ts'
import { readManager, type ManagerReading } from '../read-manager.ts'
import { readManagerFunds, type ManagerFunds } from './read-manager-funds.ts'

/** A signer manager as its operator has to know it; microSTX. */
export interface OperatedManager extends Pick<ManagerReading, 'manager' | 'fee' | 'takesStakes'> {
  family: ManagerFamily
  funds: ManagerFunds
  /** Stakes and bonds of the running cycle and of the next one: below 50,000 STX none earns. */
  cycleMicroStx: Known<bigint>
  nextMicroStx: Known<bigint>
  /** Whether the account that asks is an admin. */
  isAdmin: Known<boolean>
}

/** Reads a manager in the running cycle and the next one: about a dozen requests. */
export async function readOperatedManager(
  reader: PoxReader,
  manager: string,
  { cycle, account }: { cycle: bigint; account: string | null },
): Promise<Known<OperatedManager>> {
  const shape = await readManagerShape(reader, manager)
  if (!shape.known) return shape
  const { family } = shape.value
  const [reading, funds, cycleMicroStx, isAdmin] = await Promise.all([
    readManager(reader, manager, { cycle: cycle + 1n, withCode: false }),
    readManagerFunds(reader, manager, family),
    reader.call('get-amount-delegated-for-signer', {
      args: [clPrincipal(manager), clUint(cycle)],
      schema: cUint,
    }),
    readIsAdmin(reader, manager, { account, family }),
  ])
  const { fee, takesStakes, delegatedMicroStx: nextMicroStx } = reading
  const value = { manager, family, fee, takesStakes, funds, cycleMicroStx, nextMicroStx, isAdmin }
  return { known: true, value }
}

async function readIsAdmin(
  reader: PoxReader,
  manager: string,
  { account, family }: { account: string | null; family: ManagerFamily },
): Promise<Known<boolean>> {
  if (account === null) return unknown('not-read')
  if (family !== 'reference' && family !== 'max500') return unknown('not-offered')
  return reader.call('is-admin', {
    contract: manager,
    args: [clPrincipal(account)],
    schema: cBool,
  })
}
