import type { ContractTuple, ContractValue } from '../../src/protocol/clarity/contract-value.ts'
import type { PublicFunction, ReadFunction } from '../../src/protocol/dual-stacking/contract/abi.ts'
import {
  DualStackingContract,
  type CallResult,
} from '../../src/protocol/dual-stacking/contract/contract.ts'
import { SimulatedChain } from '../../src/protocol/dual-stacking/contract/simulated-chain.ts'

export const admin = 'admin'
export const pool = 'admin.dual-stacking'

/** A model with short calls: every call has its own Stacks block, as in the traces. */
export class ModelBench {
  readonly chain: SimulatedChain
  readonly contract: DualStackingContract

  constructor(start = { burn: 3000n, stacks: 3004n }, deployedAt = 5n) {
    this.chain = new SimulatedChain(start)
    this.contract = new DualStackingContract(this.chain, {
      deployer: admin,
      principal: pool,
      height: deployedAt,
    })
  }

  call(fn: PublicFunction, args: ContractTuple = {}, sender = admin, caller = sender): CallResult {
    this.chain.mineStacksBlocks(1n)
    return this.contract.call<PublicFunction>(fn, args as never, {
      txSender: sender,
      contractCaller: caller,
    })
  }

  /** Answers of a call that succeeds; throws otherwise. */
  ok(
    fn: PublicFunction,
    args: ContractTuple = {},
    sender = admin,
  ): { value: ContractValue; prints: ContractTuple[]; transfers: bigint[] } {
    const result = this.call(fn, args, sender)
    if (!('ok' in result)) throw new Error(`${fn}: ${'err' in result ? result.err : result.abort}`)
    return {
      value: result.ok,
      prints: result.events.flatMap((event) => (event.type === 'print' ? [event.value] : [])),
      transfers: result.events.flatMap((event) => (event.type === 'transfer' ? [event.sats] : [])),
    }
  }

  read(fn: ReadFunction, args: ContractTuple = {}, sender = admin): ContractValue | undefined {
    const answer = this.contract.read<ReadFunction>(fn, args as never, sender)
    return 'result' in answer ? answer.result : undefined
  }

  /** Holdings from the next block on. */
  hold(who: string, sats: bigint, liquid = 0n): void {
    this.chain.mineStacksBlocks(1n)
    this.chain.creditSbtc(who, sats)
    this.chain.setLiquid(who, liquid)
  }

  enroll(...who: string[]): void {
    for (const each of who) this.ok('enroll', { 'rewarded-address': null }, each)
  }

  enrollDefi(
    contract: string,
    { tracking = contract, rewarded = contract, stacking = contract } = {},
  ): void {
    this.ok('enroll-defi', {
      'defi-contract': contract,
      'tracking-address': tracking,
      'rewarded-address': rewarded,
      'stacking-address': { some: stacking },
    })
  }

  /** Starts the first cycle at the next Bitcoin block. */
  start({ snapshots = 2n, blocks = 3n } = {}): void {
    this.ok('update-cycle-data-before-initialized', {
      'updated-snapshots-per-cycle': snapshots,
      'updated-blocks-per-snapshot': blocks,
    })
    this.ok('update-initialize-block', { 'new-bitcoin-block-height': this.chain.burnHeight + 1n })
    this.ok('initialize-contract', { 'stx-block-height': this.mine(1n) })
  }

  /** Mines Bitcoin blocks; answers the Stacks block that the last of them begins with. */
  mine(count: bigint): bigint {
    this.chain.mineBurnBlocks(count)
    return this.chain.stacksHeight
  }

  /** Mines up to a Bitcoin height, if it is still to come; answers its first Stacks block. */
  reach(burnHeight: bigint): bigint {
    if (burnHeight > this.chain.burnHeight) this.mine(burnHeight - this.chain.burnHeight)
    return this.chain.firstStacksBlock(burnHeight)
  }

  capture(...principals: string[]): bigint {
    return this.ok('capture-snapshot-balances', { principals }).value as bigint
  }

  nextSnapshot(): void {
    const { snapshotBitcoinHeight, blocksPerSnapshot } = this.contract.variables
    this.ok('advance-to-next-snapshot', {
      'new-stx-block-height': this.reach(snapshotBitcoinHeight + blocksPerSnapshot),
    })
  }

  /** Captures all participants in all remaining snapshots, and concludes them. */
  captureAll(...principals: string[]): void {
    const { snapshotsPerCycle } = this.contract.variables
    for (;;) {
      this.capture(...principals)
      if (this.contract.variables.snapshotIndex + 1n === snapshotsPerCycle) break
      this.nextSnapshot()
    }
    this.ok('finalize-snapshots')
  }

  /** Proposes, tallies and validates. */
  validate(ratio: bigint, ...principals: string[]): void {
    this.ok('propose-golden-ratio', { ratio })
    if (principals.length > 0) this.ok('tally-participant-ratios', { principals })
    this.ok('validate-ratio')
  }

  /** From concluded snapshots to a distribution that is enabled. */
  enable(ratio: bigint, ...principals: string[]): void {
    this.validate(ratio, ...principals)
    this.ok('calculate-participant-weights', { principals })
    this.ok('finalize-weight-computation')
    this.ok('set-is-distribution-enabled')
  }

  nextCycle(): void {
    const { nextCycleBitcoinHeight } = this.contract.variables
    this.ok('advance-to-next-cycle', { 'stx-block-height': this.reach(nextCycleBitcoinHeight) })
  }
}
