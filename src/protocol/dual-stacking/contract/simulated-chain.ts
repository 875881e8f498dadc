import type { Principal } from '../../clarity/principal.ts'
import { Abort } from '../../clarity/u128.ts'
import { UndoLog } from '../../clarity/undo-log.ts'
import type { Chain } from './chain.ts'
import { History } from './history.ts'
import { Tenures } from './tenures.ts'

interface Lock {
  readonly microStx: bigint
  readonly unlockBurn: bigint
}

/**
 * A chain in memory for the state machine: heights, sBTC balances, native locks and liquid STX with
 * their history. Calls and credits happen in the newest Stacks block, which counts as "being
 * built": its end can be read from the next block on [dual-stacking 1.2].
 */
export class SimulatedChain implements Chain {
  readonly #journal = new UndoLog()
  readonly #tenures: Tenures
  readonly #sbtc = new Map<Principal, History<bigint>>()
  readonly #locks = new Map<Principal, History<Lock>>()
  readonly #liquid = new Map<Principal, History<bigint>>()
  #stacksHeight: bigint
  #burnHeight: bigint

  constructor(start: { readonly burn: bigint; readonly stacks: bigint }) {
    this.#burnHeight = start.burn
    this.#stacksHeight = start.stacks
    this.#tenures = new Tenures(start.burn, start.stacks)
  }

  get stacksHeight(): bigint {
    return this.#stacksHeight
  }

  get burnHeight(): bigint {
    return this.#burnHeight
  }

  /** `count` Bitcoin blocks, each with one empty Stacks block that opens its tenure. */
  mineBurnBlocks(count: bigint): void {
    if (count === 0n) return
    this.#journal.commit()
    this.#tenures.add(count, this.#stacksHeight + 1n)
    this.#burnHeight += count
    this.#stacksHeight += count
  }

  /** `count` Stacks blocks in the present tenure. */
  mineStacksBlocks(count: bigint): void {
    this.#journal.commit()
    this.#stacksHeight += count
  }

  /** Credits sats in the newest block. */
  creditSbtc(to: Principal, sats: bigint): void {
    this.#write(this.#sbtc, to, this.sbtcNow(to) + sats, 0n)
  }

  /**
   * From the newest block on, `microStx` in total are locked until the Bitcoin height `unlockBurn`.
   */
  lock(who: Principal, microStx: bigint, unlockBurn: bigint): void {
    this.#write(this.#locks, who, { microStx, unlockBurn }, unlocked)
  }

  /** From the newest block on, the address holds `microStx` in liquid stacking. */
  setLiquid(who: Principal, microStx: bigint): void {
    this.#write(this.#liquid, who, microStx, 0n)
  }

  tenureBurnHeight(h: bigint): bigint | undefined {
    return h < this.#stacksHeight ? this.#tenures.burnHeight(h) : undefined
  }

  /** First Stacks block of a Bitcoin block that is not in the future. */
  firstStacksBlock(burnHeight: bigint): bigint {
    return this.#tenures.firstStacksBlock(burnHeight)
  }

  sbtcNow(address: Principal): bigint {
    return this.#sbtc.get(address)?.now ?? 0n
  }

  sbtcAt(address: Principal, h: bigint): bigint {
    this.#requireResolvable(h)
    return this.#sbtc.get(address)?.at(h) ?? 0n
  }

  lockedNow(address: Principal): bigint {
    return this.#unexpired(this.#locks.get(address)?.now)
  }

  lockedAt(address: Principal, h: bigint): bigint {
    this.#requireResolvable(h)
    return this.#unexpired(this.#locks.get(address)?.at(h))
  }

  liquidAt(address: Principal, h: bigint): bigint {
    this.#requireResolvable(h)
    return this.#liquid.get(address)?.at(h) ?? 0n
  }

  transferSbtc(from: Principal, to: Principal, sats: bigint): number | undefined {
    if (sats === 0n) return 3
    if (from === to) return 2
    const balance = this.sbtcNow(from)
    if (balance < sats) return 1
    this.#write(this.#sbtc, from, balance - sats, 0n)
    this.#write(this.#sbtc, to, this.sbtcNow(to) + sats, 0n)
    return undefined
  }

  checkpoint(): () => void {
    const mark = this.#journal.mark()
    return () => this.#journal.rollback(mark)
  }

  #write<V>(table: Map<Principal, History<V>>, address: Principal, value: V, initial: V): void {
    let history = table.get(address)
    if (history === undefined) {
      history = new History(this.#journal, initial)
      table.set(address, history)
    }
    history.set(this.#stacksHeight, value)
  }

  // The platform judges the lock of a past block by the present Bitcoin height [dual-stacking 1.2].
  #unexpired(lock: Lock | undefined): bigint {
    return lock === undefined || lock.unlockBurn <= this.#burnHeight ? 0n : lock.microStx
  }

  #requireResolvable(h: bigint): void {
    if (h >= this.#stacksHeight) throw new Abort('BlockNotResolvable')
  }
}

const unlocked: Lock = { microStx: 0n, unlockBurn: 0n }
