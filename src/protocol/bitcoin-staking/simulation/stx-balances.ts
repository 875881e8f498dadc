import { ContractMap } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import type { StxLock } from './outcome.ts'

/** STX of an account; 0 and 0 when nothing is locked. */
export interface StxBalance {
  readonly unlockedMicroStx: bigint
  readonly lockedMicroStx: bigint
  readonly unlockBurnHeight: bigint
}

/** What everyone owns in STX, and what of it is locked at present. */
export class StxBalances {
  readonly #owned: ReadonlyMap<Principal, bigint>
  readonly #locks: ContractMap<StxLock>
  readonly #burnHeight: () => bigint

  constructor(owned: ReadonlyMap<Principal, bigint>, journal: UndoLog, burnHeight: () => bigint) {
    this.#owned = owned
    this.#locks = new ContractMap(journal)
    this.#burnHeight = burnHeight
  }

  /** MicroSTX that all accounts own together. */
  get supplyMicroStx(): bigint {
    return [...this.#owned.values()].reduce((total, microStx) => total + microStx, 0n)
  }

  account(who: Principal): StxBalance {
    const owned = this.#owned.get(who) ?? 0n
    const lock = this.#locks.get(who)
    if (lock === undefined || lock.unlockBurnHeight <= this.#burnHeight())
      return { unlockedMicroStx: owned, lockedMicroStx: 0n, unlockBurnHeight: 0n }
    return {
      unlockedMicroStx: owned - lock.microStx,
      lockedMicroStx: lock.microStx,
      unlockBurnHeight: lock.unlockBurnHeight,
    }
  }

  lock(lock: StxLock): void {
    this.#locks.set(lock.who, lock)
  }
}
