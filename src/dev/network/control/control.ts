import { Cl } from '@stacks/transactions'
import { stripHexPrefix } from '../../../chain/hex.ts'
import { deployer, faucetAccount, keeperAccount, userAccounts } from '../accounts.ts'
import { type NetworkContracts, sbtcDeposit, sbtcToken } from '../contracts.ts'
import type { Undone } from '../host/operation.ts'
import type { Deprecation } from '../http/deprecation.ts'
import type { HttpFault, Faults } from '../http/faults.ts'
import type { RateLimiter } from '../http/rate-limit.ts'
import type { ReadBudget } from '../http/read-budget.ts'
import type { AutomaticKeeper } from '../keeper/automatic-keeper.ts'
import type { CycleRunner } from '../keeper/cycle-runner.ts'
import type { DropStatus } from '../node/mempool.ts'
import type { Node } from '../node/node.ts'
import type { StacksSender, SendingResult } from '../node/sender.ts'
import { lockNatively } from './lock-natively.ts'

type Setup = {
  node: Node
  send: StacksSender
  contracts: NetworkContracts
  /** Of both programmes. */
  keeper: Pick<AutomaticKeeper, 'isOn' | 'set'>
  cycle: CycleRunner
  limiter: RateLimiter
  faults: Faults
  deprecation: Deprecation
  readBudget: ReadBudget
  setApiLag: (blocks: number) => void
  reset: () => Promise<void>
}

const clarityNone = '0x09'

const settled = (sent: SendingResult): string => {
  if (!sent.ok) throw new Error(sent.reason)
  if (sent.transaction.status !== 'success')
    throw new Error(sent.transaction.reason ?? `refused with ${sent.transaction.result}`)
  return sent.transaction.txid
}

/**
 * What a developer or a test does to the network from outside. Every method throws a sentence when
 * the chain refuses.
 */
export const createStacksControl = ({
  node,
  send,
  contracts,
  keeper,
  cycle,
  limiter,
  faults,
  deprecation,
  readBudget,
  setApiLag,
  reset,
}: Setup) => {
  const heights = () => node.ledger.blocks.tip()

  const mineBlocks = async (kind: 'burn' | 'stacks', count: number) => {
    const performed = await node.perform({ kind, count })
    if (!performed.ok) throw new Error(performed.reason)
    return heights()
  }

  return {
    heights,
    /** Mines every waiting transaction; gives their ids. */
    mine: async () => (await node.mine()).map(({ txid }) => txid),
    /**
     * Forgets a waiting transaction for this reason, by default as one that was never mined; `by`:
     * what took its place. Ids with 0x.
     */
    drop: (
      txid: string,
      status: DropStatus = 'dropped_stale_garbage_collect',
      by: string | null = null,
    ) => {
      const dropped = node.mempool.drop(stripHexPrefix(txid), node.moment(), {
        status,
        ...(by !== null && { replacedBy: stripHexPrefix(by) }),
      })
      if (!dropped) throw new Error(`${txid} does not wait for a block`)
    },
    /**
     * Mines a waiting transaction so that it does nothing but pay its fee; `result`: what the
     * contract answered, as hex. `txid` with 0x.
     */
    mineUndone: async (
      txid: string,
      status: Undone['status'] = 'problematic_skipped',
      result: string = clarityNone,
    ) => {
      const mined = await node.mineUndone(stripHexPrefix(txid), { status, hex: result })
      if (!mined.ok) throw new Error(mined.reason)
      return heights()
    },
    /**
     * Undoes the newest Stacks blocks, for another branch of Bitcoin; their transactions wait
     * again, or are in no block any more.
     */
    reorganise: async (blocks: number, { forget = false } = {}) => {
      await node.reorganise(blocks, { forget })
      return heights()
    },
    /** Keeps the API this many Stacks blocks behind the node; 0: up to date. */
    setApiLag,
    /** Burn blocks with one empty Stacks block each. */
    mineBurn: (count = 1) => mineBlocks('burn', count),
    /** Empty Stacks blocks in the current tenure. */
    mineStacks: (count = 1) => mineBlocks('stacks', count),
    faucetStx: async (address: string, microStx: bigint) =>
      settled(await send(faucetAccount, { kind: 'transfer', recipient: address, microStx })),
    faucetSbtc: async (address: string, sats: bigint) =>
      settled(
        await send(faucetAccount, {
          kind: 'call',
          contract: sbtcDeposit,
          method: 'deposit',
          args: [Cl.principal(address), Cl.uint(sats)],
        }),
      ),
    /** Locks natively, through pox-4 or pox-5, so that `microStx` in total are locked. */
    lockStx: async (address: string, microStx: bigint, cycles?: number) => {
      const locked = await lockNatively(contracts)(node, address, microStx, cycles)
      if (!locked.ok) throw new Error(locked.reason)
      return locked
    },
    /** Sets what the address counts as stacked through a liquid token. */
    setLiquid: async (address: string, microStx: bigint) =>
      settled(
        await send(deployer, {
          kind: 'call',
          contract: contracts.liquidStacking,
          method: 'set-stacked-ustx',
          args: [Cl.principal(address), Cl.uint(microStx)],
        }),
      ),
    /** Mines what the cycle waits for, makes its next call, and names it. */
    step: async () => {
      const { step, transaction } = await cycle.step()
      return {
        called: step.kind === 'call' ? step.functionName : null,
        txid: transaction?.txid ?? null,
        ...heights(),
      }
    },
    /** Steps until this function of the contract has been called; names all calls. */
    runTo: cycle.runTo,
    setKeeper: keeper.set,
    /** Requests per minute; null for no limit. */
    setRateLimit: (perMinute: number | null) =>
      limiter.set(perMinute === null ? undefined : { perMinute }),
    /** Shows a fault to clients until it is set to null. */
    setFault: (fault: HttpFault | null) => faults.set(fault ?? undefined),
    /** Whether the API's deprecated paths still answer; switched off, each is 410. */
    setDeprecatedPaths: (served: boolean) => deprecation.set(served),
    /** Runtime that one read-only call may take, beyond which it is 400; null: no limit. */
    setReadBudget: (runtime: number | null) => readBudget.set(runtime),
    /** Back to the state in which the network started the first time. */
    reset,
    status: () => ({
      ...heights(),
      waiting: node.mempool.list().length,
      keeper: keeper.isOn(),
      dualStacking: contracts.dualStacking,
      liquidStacking: contracts.liquidStacking,
      sbtcToken,
      accounts: [deployer, keeperAccount, faucetAccount, ...userAccounts],
    }),
  }
}
export type StacksControl = ReturnType<typeof createStacksControl>
