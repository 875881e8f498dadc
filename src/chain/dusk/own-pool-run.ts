import type * as v from 'valibot'
import { createLedger, type Ledger } from '../../protocol/hyperstaking/chain/ledger.ts'
import { type Account, STAKE } from '../../protocol/hyperstaking/core/ids.ts'
import type { ChainEvent } from '../../protocol/hyperstaking/host/trace.ts'
import { execute } from '../../protocol/hyperstaking/host/transaction.ts'
import { deployPool } from '../../protocol/hyperstaking/pools/deploy.ts'
import type { StakeEntry } from '../../protocol/hyperstaking/stake/contract.ts'
import type { accountStatusAnswer, configAnswer, stakeAnswer, stakeKeysAnswer } from './answers.ts'
import type { PoolCall } from './calls.ts'
import type { DuskClient, DuskTip } from './client.ts'
import type { PoolDeployment } from './deployments.ts'
import type { DuskRead } from './failures.ts'
import { type PoolSnapshotAnswer, poolSnapshot } from './pool-state.ts'

/** A stake entry from the node: its data and its keys, each null where there is none. */
type EntryRead = {
  key: Account
  data: v.InferOutput<typeof stakeAnswer>
  keys: v.InferOutput<typeof stakeKeysAnswer>
}

/** Everything that a call of one of this project's pools depends on, as of one block. */
export type OwnPoolState = {
  tip: DuskTip
  account: v.InferOutput<typeof accountStatusAnswer>
  config: v.InferOutput<typeof configAnswer>
  snapshot: PoolSnapshotAnswer
  poolBalance: bigint
  stakeBalance: bigint
  entries: EntryRead[]
}

const accountsIn = (arg: unknown): Account[] => {
  if (typeof arg === 'string') return arg.length > 90 ? [arg] : []
  return typeof arg === 'object' && arg !== null ? Object.values(arg).flatMap(accountsIn) : []
}

/** Reads are repeated when a block comes in between, so that all of them are of one state. */
const ATTEMPTS = 3

const readOnce = async (
  client: DuskClient,
  pool: PoolDeployment,
  call: PoolCall,
  sender: Account,
): Promise<DuskRead<OwnPoolState & { still: boolean }>> => {
  const accounts = [...new Set([sender, ...accountsIn(call.arg)])]
  const tip = await client.tip()
  if (!tip.ok) return tip
  const [account, config, snapshot, poolBalance, stakeBalance] = await Promise.all([
    client.account(sender),
    client.stakeConfig(),
    client.read(pool.id, 'snapshot', accounts, poolSnapshot),
    client.contractBalance(pool.id),
    client.contractBalance(STAKE),
  ])
  if (!account.ok) return account
  if (!config.ok) return config
  if (!snapshot.ok) return snapshot
  if (!poolBalance.ok) return poolBalance
  if (!stakeBalance.ok) return stakeBalance
  const entries: EntryRead[] = []
  for (const [key] of snapshot.value.provisioners) {
    const [data, keys] = await Promise.all([client.stakeOf(key), client.stakeKeysOf(key)])
    if (!data.ok) return data
    if (!keys.ok) return keys
    entries.push({ key, data: data.value, keys: keys.value })
  }
  const after = await client.tip()
  if (!after.ok) return after
  return {
    ok: true,
    value: {
      tip: after.value,
      account: account.value,
      config: config.value,
      snapshot: snapshot.value,
      poolBalance: poolBalance.value,
      stakeBalance: stakeBalance.value,
      entries,
      still: after.value.hash === tip.value.hash,
    },
  }
}

/**
 * The state that a call depends on; `still` is false when blocks came too quickly to read it in one
 * piece.
 */
export const readOwnPoolState = async (
  client: DuskClient,
  pool: PoolDeployment,
  call: PoolCall,
  sender: Account,
): Promise<DuskRead<OwnPoolState & { still: boolean }>> => {
  let read = await readOnce(client, pool, call, sender)
  for (let attempt = 1; attempt < ATTEMPTS && read.ok && !read.value.still; attempt++)
    read = await readOnce(client, pool, call, sender)
  return read
}

const entryOf = ({ data, keys }: EntryRead): StakeEntry | null => {
  if (!data || !keys?.owner) return null
  return {
    keys: { account: keys.account, owner: keys.owner },
    data: {
      amount: data.amount,
      reward: data.reward,
      faults: data.faults,
      hardFaults: data.hard_faults,
    },
  }
}

/**
 * The model in the state that was read: the pool and the genesis contracts with all that the call
 * can touch.
 */
const rebuildLedger = (
  pool: PoolDeployment,
  chainId: number,
  sender: Account,
  state: OwnPoolState,
): Ledger => {
  const { snapshot, config } = state
  // The pool's own orders were checked when it took them; their signatures are the chain's, not the
  // model's.
  const ledger = createLedger({
    chainId,
    minimumStake: config.minimum_stake,
    warnings: config.warnings,
    verify: () => true,
  })
  const { host, transfer, stake } = ledger
  deployPool(ledger, pool.id, snapshot.config.kind, snapshot.config)
  host.store(pool.id).restore({
    cells: { config: snapshot.config, totals: snapshot.totals },
    tables: { holders: snapshot.holders, provisioners: snapshot.provisioners },
  })
  host.height = state.tip.height + 1n
  transfer.accounts.set(sender, state.account)
  transfer.balances.set(pool.id, state.poolBalance)
  transfer.balances.set(STAKE, state.stakeBalance)
  for (const read of state.entries) {
    const entry = entryOf(read)
    if (entry) stake.entries.set(read.key, entry)
  }
  return ledger
}

export type OwnPoolCall = {
  call: PoolCall & { modelArg: unknown }
  gas: { limit: bigint; price: bigint }
}

export type OwnPoolRun = {
  error: string | null
  refusal: string | null
  gasSpent: bigint
  events: ChainEvent[]
}

/**
 * Runs the call on the model in that state: what the chain will do in its next block, if nothing
 * else comes first.
 */
export const runOwnPoolCall = (
  { pool, chainId }: { pool: PoolDeployment; chainId: number },
  sender: Account,
  { call, gas }: OwnPoolCall,
  state: OwnPoolState,
): OwnPoolRun => {
  const ledger = rebuildLedger(pool, chainId, sender, state)
  const execution = execute(ledger.host, ledger.transfer, {
    sender,
    nonce: state.account.nonce + 1n,
    deposit: call.deposit,
    gasLimit: gas.limit,
    gasPrice: gas.price,
    call: { contract: call.contract, method: call.method, arg: call.modelArg },
  })
  if (!execution.ok) return { error: null, refusal: execution.text, gasSpent: 0n, events: [] }
  const { error, gasSpent, events } = execution.receipt
  return {
    error,
    refusal: null,
    gasSpent,
    events: events.filter(({ contract }) => contract === pool.id),
  }
}
