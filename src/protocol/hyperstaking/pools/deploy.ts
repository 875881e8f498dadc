import type { Ledger } from '../chain/ledger.ts'
import type { Account, ContractId } from '../core/ids.ts'
import { signFor } from '../host/signature.ts'
import { type Stake, stakeMessage } from '../stake/types.ts'
import { liquidPool, type PoolChoice } from './liquid.ts'
import { referralPool } from './referral.ts'
import { servicePool } from './service.ts'
import type { PoolConfig } from './state.ts'

/** The project’s designs of a pool. */
export type PoolKind = PoolConfig['kind']

const MAKERS = { liquid: liquidPool, referral: referralPool, service: servicePool }

/** Deploys a pool of one of the project’s designs under an id. */
export const deployPool = (
  { host }: Ledger,
  id: ContractId,
  kind: PoolKind,
  choice: PoolChoice,
): void => host.deploy(id, MAKERS[kind](choice))

/**
 * The order by which a provisioner lets a contract stake `value` LUX on its key, signed with the
 * model's stand-in.
 */
export const seedFor = (
  { host }: Ledger,
  account: Account,
  contract: ContractId,
  value: bigint,
): Stake => {
  const order = {
    chainId: host.chainId,
    keys: { account, owner: { kind: 'contract', contract } as const },
    value,
  }
  return { ...order, signature: { account: signFor(account, stakeMessage(order)), owner: '' } }
}
