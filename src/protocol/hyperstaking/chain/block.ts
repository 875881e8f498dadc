import { type Account, STAKE } from '../core/ids.ts'
import type { ChainEvent } from '../host/trace.ts'
import { execute, type Execution, type Transaction } from '../host/transaction.ts'
import { DEV_FUND } from './development-fund.ts'
import type { Ledger } from './ledger.ts'
import { blockRewards, creditsOf, type Voters } from './rewards.ts'

/** What a provisioner did wrong, and what the network makes of it [hyperstaking 1.7]. */
export type ProvisionerFault = 'no-candidate' | 'invalid-block' | 'double-candidate' | 'double-vote'

/** How a network orders a block and treats hard faults. */
export interface NetworkRules {
  /** From Boreas (1.7) slashes come before the transactions; before it, after the rewards. */
  slashesFirst: boolean
  /** Whether every hard slash is relaxed to a soft one, as since mainnet's launch. */
  relaxHardSlashes: boolean
}

/** Rules from Boreas (Rusk 1.7) on [hyperstaking 1.7]. */
export const BOREAS: NetworkRules = { slashesFirst: true, relaxHardSlashes: true }
/** Rules before Boreas [hyperstaking 1.7]. */
export const RUSK_1_6: NetworkRules = { slashesFirst: false, relaxHardSlashes: true }

export interface BlockInput {
  transactions: readonly Transaction[]
  generator: Account
  /** Of the previous block's certificate; only the first block has none. */
  voters: Voters
  slashes?: ReadonlyArray<{ account: Account; fault: ProvisionerFault }>
  /** The model's own unless named. */
  devFund?: Account
}

/** A block that no node accepts: nothing of it has happened. */
export class InvalidBlockError extends Error {
  constructor(text: string) {
    super(text)
    this.name = 'InvalidBlockError'
  }
}

export interface Block {
  height: bigint
  generator: Account
  executions: Execution[]
  /** Events of the block's own work: rewards and slashes. */
  events: ChainEvent[]
  fees: bigint
}

/** What the network does about one fault; a key without an entry is left alone. */
export const slashProvisioner = (
  { host, stake }: Ledger,
  rules: NetworkRules,
  account: Account,
  fault: ProvisionerFault,
): ChainEvent[] => {
  if (!stake.entries.has(account)) return []
  if (fault === 'no-candidate' || rules.relaxHardSlashes)
    return host.fromOutside(STAKE, 'slash', { account })
  return host.fromOutside(STAKE, 'hard_slash', {
    account,
    severity: fault === 'invalid-block' ? 1 : 2,
  })
}

/**
 * Runs the next block: its height, transactions, rewards and slashes, in the network's order.
 * Throws `InvalidBlockError` for one without voters above height 1.
 */
export const runBlock = (ledger: Ledger, rules: NetworkRules, input: BlockInput): Block => {
  const { host } = ledger
  const height = host.height + 1n
  const credits = creditsOf(input.voters)
  if (height > 1n && credits === 0n)
    throw new InvalidBlockError(`Invalid credits: H= ${height}, credits= ${credits}`)
  host.height = height
  const events: ChainEvent[] = []
  host.fromOutside(STAKE, 'before_state_transition', null)
  const runSlashes = () => {
    for (const { account, fault } of input.slashes ?? [])
      events.push(...slashProvisioner(ledger, rules, account, fault))
  }
  if (rules.slashesFirst) runSlashes()
  const executions = input.transactions.map((transaction) =>
    execute(host, ledger.transfer, transaction),
  )
  const fees = executions.reduce(
    (sum, execution) =>
      sum + (execution.ok ? execution.receipt.gasSpent * execution.receipt.gasPrice : 0n),
    0n,
  )
  const rewards = blockRewards({
    height: host.height,
    fees,
    generator: input.generator,
    voters: input.voters,
    devFund: input.devFund ?? DEV_FUND,
  })
  events.push(...host.fromOutside(STAKE, 'reward', rewards))
  if (!rules.slashesFirst) runSlashes()
  return { height: host.height, generator: input.generator, executions, events, fees }
}
