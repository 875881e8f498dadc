import {
  createLedger,
  type Ledger,
  type LedgerOptions,
} from '../../src/protocol/hyperstaking/chain/ledger.ts'
import {
  type Account,
  type ContractId,
  namedAccount,
  namedContract,
  STAKE,
  TRANSFER,
} from '../../src/protocol/hyperstaking/core/ids.ts'
import { innermost } from '../../src/protocol/hyperstaking/core/panic.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import type { Receipt } from '../../src/protocol/hyperstaking/host/transaction.ts'
import { liquidPool, type PoolChoice } from '../../src/protocol/hyperstaking/pools/liquid.ts'
import type { PoolHealth, PositionOf } from '../../src/protocol/hyperstaking/pools/reads.ts'
import { referralPool } from '../../src/protocol/hyperstaking/pools/referral.ts'
import { servicePool } from '../../src/protocol/hyperstaking/pools/service.ts'
import type { Holder, Totals } from '../../src/protocol/hyperstaking/pools/state.ts'
import { totalFunds } from '../../src/protocol/hyperstaking/stake/types.ts'
import { ownedBy, fundAccounts, sendCall, signedStake } from './hyperstaking-ledger.ts'

export const manager = namedAccount('manager')
export const keys = [namedAccount('key one'), namedAccount('key two')] as const
export const POOL: ContractId = namedContract('pool')

const makers = { liquid: liquidPool, referral: referralPool, service: servicePool }
export type Kind = keyof typeof makers

/** A pool on a fresh ledger with its keys added, and short ways to use it. */
export const setUpPool = (
  kind: Kind,
  choice: Partial<PoolChoice> = {},
  users: Account[] = [],
  options: LedgerOptions = {},
) => {
  const ledger: Ledger = createLedger(options)
  ledger.host.deploy(POOL, makers[kind]({ manager, ...choice }))
  fundAccounts(ledger, manager, ...users)
  const call = (user: Account, method: string, arg: unknown = null, deposit = 0n): Receipt =>
    sendCall(ledger, { sender: user, contract: POOL, method: method, arg: arg, deposit: deposit })
  const ok = (user: Account, method: string, arg: unknown = null, deposit = 0n): Receipt => {
    const receipt = call(user, method, arg, deposit)
    if (receipt.error) throw new Error(`${method}: ${receipt.error}`)
    return receipt
  }
  for (const key of choice.routing === 'rotation' ? keys : keys.slice(0, 1))
    ok(manager, 'add_provisioner', signedStake(key, ownedBy(POOL), dusk(1000n)))
  if (kind === 'service')
    for (const customer of users) ok(manager, 'register', { customer, feeRate: 10_000_000n })
  return {
    ledger,
    call,
    ok,
    deposit: (user: Account, lux: bigint) => ok(user, 'deposit', lux, lux),
    failure: (user: Account, method: string, arg: unknown = null, deposit = 0n) =>
      innermost(call(user, method, arg, deposit).error ?? 'none'),
    reward: (lux: bigint, key: Account = keys[0]) =>
      ledger.host.fromOutside(STAKE, 'reward', [
        { account: key, value: lux, reason: 'GeneratorFixed' },
      ]),
    read: <T>(method: string, arg: unknown = null) => ledger.host.read(POOL, method, arg) as T,
    position: (user: Account) => ledger.host.read(POOL, 'position', user) as PositionOf,
    health: () => ledger.host.read(POOL, 'health', null) as PoolHealth,
    amount: (key: Account = keys[0]) => ledger.stake.entries.get(key)?.data.amount ?? null,
    totals: () => ledger.host.store(POOL).dump().cells.totals as Totals,
    holders: () => ledger.host.store(POOL).dump().tables.holders as Array<[Account, Holder]>,
    held: (contract: ContractId) =>
      ledger.host.read(TRANSFER, 'contract_balance', contract) as bigint,
    staked: () =>
      [...ledger.stake.entries.entries()].reduce(
        (sum, [, { data }]) => sum + totalFunds(data.amount),
        0n,
      ),
  }
}
export type PoolSetup = ReturnType<typeof setUpPool>
