import { ContractMap } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import type { UndoLog } from '../../clarity/undo-log.ts'
import type { SbtcKind } from './outcome.ts'

/** The sBTC token: available and locked sats of every principal. */
export class SbtcLedger {
  readonly #balances: Readonly<Record<SbtcKind, ContractMap<bigint>>>

  constructor(journal: UndoLog) {
    this.#balances = { available: new ContractMap(journal), locked: new ContractMap(journal) }
  }

  available(who: Principal): bigint {
    return this.#balances.available.get(who) ?? 0n
  }

  /** Available and locked sats together, which is what the token calls a balance. */
  balance(who: Principal): bigint {
    return this.available(who) + (this.#balances.locked.get(who) ?? 0n)
  }

  mint(kind: SbtcKind, who: Principal, sats: bigint): void {
    const balances = this.#balances[kind]
    balances.set(who, (balances.get(who) ?? 0n) + sats)
  }

  /** Burns sats; answers whether there were that many. */
  burn(kind: SbtcKind, who: Principal, sats: bigint): boolean {
    const balance = this.#balances[kind].get(who) ?? 0n
    if (balance < sats) return false
    this.#balances[kind].set(who, balance - sats)
    return true
  }

  /** Moves available sats; answers the token's error, if it refuses [bitcoin-staking 1.5]. */
  transfer(from: Principal, to: Principal, sats: bigint): number | undefined {
    if (sats === 0n) return 3
    if (from === to) return 2
    if (!this.burn('available', from, sats)) return 1
    this.mint('available', to, sats)
    return undefined
  }
}
