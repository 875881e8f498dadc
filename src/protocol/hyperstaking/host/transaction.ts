import { type Account, type ContractId, TRANSFER } from '../core/ids.ts'
import { shown } from '../core/panic.ts'
import { type CurrentTransaction, EMPTY_ACCOUNT, type TransferRows } from '../transfer/contract.ts'
import { DEFAULT_GAS, MIN_GAS_LIMIT } from './gas.ts'
import type { Host } from './host.ts'
import type { ChainEvent, TraceStep } from './trace.ts'

/**
 * A public (Moonlight) transaction; amounts in LUX. Without a call it only moves `value` to
 * `receiver`.
 */
export interface Transaction {
  sender: Account
  nonce: bigint
  receiver?: Account | null
  value?: bigint
  deposit?: bigint
  gasLimit?: bigint
  gasPrice?: bigint
  /** Where unspent gas and a deposit that no one took go; the sender unless named. */
  refundTo?: Account | null
  call?: { contract: ContractId; method: string; arg: unknown } | null
}

/** Why a node does not take a transaction at all: nothing is charged. */
export type RefusalCode =
  | 'gas-price-too-low'
  | 'gas-limit-too-low'
  | 'nonce-used'
  | 'nonce-ahead'
  | 'balance-too-low'
  | 'no-balance'
  | 'deposit-without-call'

/** What a transaction that was included did. Gas in units, gas price in LUX. */
export interface Receipt {
  sender: Account
  nonce: bigint
  gasSpent: bigint
  gasPrice: bigint
  /** The chain's text when the call failed: all its gas is charged, its deposit is back. */
  error: string | null
  result: unknown
  events: ChainEvent[]
  steps: TraceStep[]
}

export type Execution =
  | { ok: true; receipt: Receipt }
  | { ok: false; refusal: RefusalCode; text: string }

/** The words of the transfer contract; for gas, those of the node, which looks at it alone. */
export const REFUSALS: Record<RefusalCode, string> = {
  'gas-price-too-low': 'gas price lower than minimum 1',
  'gas-limit-too-low': `gas limit lower than minimum ${MIN_GAS_LIMIT}`,
  'nonce-used': 'Already used nonce',
  'nonce-ahead': 'Nonce not ready to be used yet',
  'balance-too-low': "Account doesn't have enough funds",
  'no-balance': 'Account has no funds',
  'deposit-without-call': 'A deposit needs a contract call',
}

/** Whether a node takes the transaction now, and why not [hyperstaking 2]: funds before nonce. */
export const refusalOf = (rows: TransferRows, transaction: Transaction): RefusalCode | null => {
  const {
    sender,
    nonce,
    value = 0n,
    deposit = 0n,
    gasLimit = DEFAULT_GAS.limit,
    gasPrice = DEFAULT_GAS.price,
    call,
  } = transaction
  const account = rows.accounts.get(sender)
  if (gasPrice === 0n) return 'gas-price-too-low'
  if (gasLimit < MIN_GAS_LIMIT) return 'gas-limit-too-low'
  if (deposit > 0n && !call) return 'deposit-without-call'
  if (!account) return 'no-balance'
  if (value + deposit + gasLimit * gasPrice > account.balance) return 'balance-too-low'
  if (nonce <= account.nonce) return 'nonce-used'
  if (nonce > account.nonce + 1n) return 'nonce-ahead'
  return null
}

const TRANSFER_ONLY_GAS = 350_000n

/**
 * Runs a transaction: takes value, deposit and all the gas, makes the call, and gives back the gas
 * not used and a deposit that no one took. A call that fails is charged its whole gas limit.
 */
export const execute = (host: Host, rows: TransferRows, transaction: Transaction): Execution => {
  const refusal = refusalOf(rows, transaction)
  if (refusal) return { ok: false, refusal, text: REFUSALS[refusal] }
  const {
    sender,
    nonce,
    receiver,
    value = 0n,
    deposit = 0n,
    gasLimit = DEFAULT_GAS.limit,
    gasPrice = DEFAULT_GAS.price,
    call,
  } = transaction
  const refundTo = transaction.refundTo ?? sender
  const pay = (account: Account, lux: bigint) => {
    const before = rows.accounts.get(account) ?? EMPTY_ACCOUNT
    rows.accounts.set(account, { ...before, balance: before.balance + lux })
  }
  const before = rows.accounts.get(sender) ?? EMPTY_ACCOUNT
  rows.accounts.set(sender, {
    nonce,
    balance: before.balance - value - deposit - gasLimit * gasPrice,
  })
  if (value > 0n) pay(receiver ?? sender, value)
  const current: CurrentTransaction = {
    sender,
    nonce,
    contract: call?.contract ?? null,
    deposit,
    taken: false,
  }
  rows.current.value = current
  const outcome = call
    ? host.transact(sender, call, gasLimit)
    : {
        result: undefined,
        error: null,
        events: [],
        steps: [],
        gasSpent: TRANSFER_ONLY_GAS < gasLimit ? TRANSFER_ONLY_GAS : gasLimit,
      }
  const gasSpent = outcome.error ? gasLimit : outcome.gasSpent
  const untaken = rows.current.value.taken ? 0n : deposit
  const refund = (gasLimit - gasSpent) * gasPrice + untaken
  pay(refundTo, refund)
  rows.current.value = null
  const moonlight = {
    contract: TRANSFER,
    topic: 'moonlight',
    data: {
      sender,
      receiver: receiver ?? null,
      value,
      memo: '',
      gas_spent: gasSpent,
      refund_info: refund > 0n && refundTo !== sender ? [refundTo, refund] : null,
    },
  }
  return {
    ok: true,
    receipt: {
      sender,
      nonce,
      gasSpent,
      gasPrice,
      error: outcome.error ? shown(outcome.error) : null,
      result: outcome.result,
      events: [...outcome.events, moonlight],
      steps: outcome.steps,
    },
  }
}
