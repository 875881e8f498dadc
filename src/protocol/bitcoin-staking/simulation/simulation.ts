import { ContractRefusal } from '../../clarity/contract-refusal.ts'
import type { ContractTuple } from '../../clarity/contract-value.ts'
import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import { UndoLog } from '../../clarity/undo-log.ts'
import { poxContract } from '../contract/pox-contract.ts'
import type { PoxState } from '../contract/pox-state.ts'
import type { CycleClock } from '../cycle-clock.ts'
import type { ContractModel } from './contract-model.ts'
import type { SimulatedCall, SimulatedRead } from './outcome.ts'
import { sbtcTokenContract } from './sbtc-contracts.ts'
import { SbtcLedger } from './sbtc-ledger.ts'
import { SimulatedTransaction, type Instance } from './simulated-transaction.ts'
import type { StakingChain } from './staking-chain.ts'
import { StxBalances } from './stx-balances.ts'
import { Withdrawals } from './withdrawals.ts'

/** How a simulated chain begins. */
export interface Genesis {
  readonly burnHeight: bigint
  /** Principals of pox-5 and of the sBTC token. */
  readonly pox: Principal
  readonly sbtcToken: Principal
  readonly clock: CycleClock
  readonly bondAdmin: Principal
  readonly pauseAdmin: Principal
  /** 1 on mainnet, 2147483648 on testnets: part of what signers sign. */
  readonly chainId: bigint
  /** MicroSTX that each account owns in all; nothing is locked. */
  readonly microStx: ReadonlyMap<Principal, bigint>
  /** Available sats of each account. */
  readonly sats: ReadonlyMap<Principal, bigint>
  /** Signer managers and other contracts. */
  readonly contracts: ReadonlyMap<Principal, ContractModel<unknown>>
  /**
   * Which Bitcoin headers the chain knows; by default none, as on simulated chains, so that no
   * proof of a Bitcoin lock holds.
   */
  readonly isBitcoinHeader?: (header: Uint8Array, burnHeight: bigint) => boolean
}

/**
 * A chain in memory with pox-5, signer managers, the sBTC contracts and native locks: every
 * function, error, abort, print, transfer and lock as on mainnet [bitcoin-staking 4]. Only `mine`
 * changes the height; calls execute at it.
 *
 * @example
 *   const chain = new Simulation(genesis)
 *   chain.call(chain.pox, 'calculate-rewards', { 'bond-periods': [] }, holder)
 */
export class Simulation implements StakingChain {
  readonly pox: Principal
  readonly chainId: bigint
  readonly stx: StxBalances
  readonly sbtc: SbtcLedger
  readonly withdrawals: Withdrawals
  readonly isBitcoinHeader: NonNullable<Genesis['isBitcoinHeader']>
  readonly #journal = new UndoLog()
  readonly #contracts = new Map<Principal, Instance>()
  readonly #poxState: PoxState
  #burnHeight: bigint

  constructor(genesis: Genesis) {
    this.pox = genesis.pox
    this.chainId = genesis.chainId
    this.isBitcoinHeader = genesis.isBitcoinHeader ?? (() => false)
    this.#burnHeight = genesis.burnHeight
    this.stx = new StxBalances(genesis.microStx, this.#journal, () => this.#burnHeight)
    this.sbtc = new SbtcLedger(this.#journal)
    this.withdrawals = new Withdrawals(this.#journal, this.sbtc)
    const { clock, bondAdmin, pauseAdmin } = genesis
    const pox = poxContract({ clock, bondAdmin, pauseAdmin })
    this.#poxState = pox.createState(this.#journal, genesis.pox)
    this.#contracts.set(genesis.pox, { kind: pox, state: this.#poxState })
    this.#deploy(genesis.sbtcToken, sbtcTokenContract)
    for (const [principal, kind] of genesis.contracts) this.#deploy(principal, kind)
    for (const [who, sats] of genesis.sats) this.sbtc.mint('available', who, sats)
  }

  get burnHeight(): bigint {
    return this.#burnHeight
  }

  /** The present state of pox-5. */
  get poxState(): PoxState {
    return this.#poxState
  }

  /** Mines Bitcoin blocks. */
  mine(blocks: bigint): void {
    this.#burnHeight += blocks
  }

  /** Mints sats; those of pox-5 itself are miners' income. */
  mintSbtc(to: Principal, sats: bigint): void {
    this.sbtc.mint('available', to, sats)
  }

  /** Makes a public call; errors and aborts are values, and undo everything. */
  call(contract: Principal, name: string, args: ContractTuple, sender: Principal): SimulatedCall {
    const mark = this.#journal.mark()
    const transaction = new SimulatedTransaction(this, this.#contracts)
    const caller = { txSender: sender, contractCaller: sender }
    try {
      const ok = transaction.call(contract, name, { args, caller })
      this.#journal.commit()
      return { ok, effects: transaction.effects }
    } catch (error) {
      this.#journal.rollback(mark)
      if (error instanceof ContractRefusal) return { err: BigInt(error.code) }
      if (error instanceof Abort) return { abort: error.reason }
      throw error
    }
  }

  /** Asks a read-only function of a contract. */
  read(contract: Principal, name: string, args: ContractTuple): SimulatedRead {
    try {
      return { value: new SimulatedTransaction(this, this.#contracts).read(contract, name, args) }
    } catch (error) {
      if (error instanceof ContractRefusal) return { value: { err: BigInt(error.code) } }
      if (error instanceof Abort) return { abort: error.reason }
      throw error
    }
  }

  #deploy(principal: Principal, kind: ContractModel<unknown>): void {
    const state = kind.createState(this.#journal, principal)
    this.#contracts.set(principal, { kind, state })
  }
}
