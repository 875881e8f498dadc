import { type Account, STAKE, TRANSFER } from '../core/ids.ts'
import { Host, type HostOptions } from '../host/host.ts'
import { execute, type Execution, type Transaction } from '../host/transaction.ts'
import { stakeContract, type StakeRows, stakeRows } from '../stake/contract.ts'
import type { StakeConfig } from '../stake/types.ts'
import {
  EMPTY_ACCOUNT,
  transferContract,
  type TransferRows,
  transferRows,
} from '../transfer/contract.ts'
import { MODEL_CONFIG, MODEL_VERSION } from './model.ts'

/**
 * How a new ledger differs from the modelled chain: its stake rules, and the version that its stake
 * contract answers.
 */
export interface LedgerOptions extends HostOptions, Partial<StakeConfig> {
  version?: number
}

/** A host with the two genesis contracts on it: everything that a block or a pool needs. */
export interface Ledger {
  host: Host
  transfer: TransferRows
  stake: StakeRows
}

/**
 * A ledger with the transfer and the stake contract at height 0, no one owning anything.
 *
 * @example
 *   const ledger = createLedger({ minimumStake: dusk(1000n) })
 */
export const createLedger = ({
  version = MODEL_VERSION,
  minimumStake,
  warnings,
  ...options
}: LedgerOptions = {}): Ledger => {
  const host = new Host(options)
  let transfer!: TransferRows
  let stake!: StakeRows
  host.deploy(TRANSFER, (store) => transferContract((transfer = transferRows(store))))
  host.deploy(STAKE, (store) => {
    stake = stakeRows(store, {
      minimumStake: minimumStake ?? MODEL_CONFIG.minimumStake,
      warnings: warnings ?? MODEL_CONFIG.warnings,
    })
    return stakeContract(stake, version)
  })
  return { host, transfer, stake }
}

/** Gives an account LUX from nowhere: genesis balances and faucets. */
export const fund = ({ transfer }: Ledger, account: Account, lux: bigint): void => {
  const before = transfer.accounts.get(account) ?? EMPTY_ACCOUNT
  transfer.accounts.set(account, { ...before, balance: before.balance + lux })
}

/** Public balance of an account, in LUX; 0 for one never seen. */
export const balanceOf = ({ transfer }: Ledger, account: Account): bigint =>
  (transfer.accounts.get(account) ?? EMPTY_ACCOUNT).balance

/** Runs a transaction with the sender's next nonce. */
export const submit = (ledger: Ledger, transaction: Omit<Transaction, 'nonce'>): Execution => {
  const nonce = (ledger.transfer.accounts.get(transaction.sender) ?? EMPTY_ACCOUNT).nonce + 1n
  return execute(ledger.host, ledger.transfer, { ...transaction, nonce })
}
