import { mapKey } from '../../clarity/contract-map.ts'
import type { Principal } from '../../clarity/principal.ts'
import { legKey, type Leg } from '../contract/leg.ts'

/** A manager's fee according to its prints; null is unknown. */
interface ManagerFee {
  bips: bigint | null
  pending: { bips: bigint; fromCycle: bigint } | null
}

type FeeAnswer = (manager: Principal, cycle: bigint, bond: bigint | null) => bigint | null

/** The fees of managers: what would be fixed now, and what was fixed for which cycle and leg. */
export class FeeSchedule {
  readonly #fees = new Map<Principal, ManagerFee>()
  readonly #fixed = new Map<string, bigint | null>()

  readonly #answered: FeeAnswer | undefined

  /**
   * `initial`: basis points of managers before their first change, where they are known;
   * `answered`: what managers answer now of fees that are fixed, in place of all that is recorded.
   */
  constructor(initial: ReadonlyMap<Principal, bigint>, answered?: FeeAnswer) {
    this.#answered = answered
    for (const [manager, bips] of initial) this.#fees.set(manager, { bips, pending: null })
  }

  /** A change; max500 names the cycle from which a higher fee holds [bitcoin-staking 7.5]. */
  change(manager: Principal, bips: { old: bigint; new: bigint; fromCycle: bigint | null }): void {
    this.#fees.set(
      manager,
      bips.fromCycle === null
        ? { bips: bips.new, pending: null }
        : { bips: bips.old, pending: { bips: bips.new, fromCycle: bips.fromCycle } },
    )
  }

  /** Fixes the present fee for legs of a cycle that have none yet [bitcoin-staking 7.3]. */
  fix(manager: Principal, cycle: bigint, { legs, now }: { legs: readonly Leg[]; now: bigint }) {
    for (const leg of legs) {
      const key = mapKey(manager, cycle, legKey(leg))
      if (!this.#fixed.has(key)) this.#fixed.set(key, this.#active(manager, now))
    }
  }

  /** The fee of a cycle and leg: 0 if it was never fixed; null is unknown. */
  of(manager: Principal, cycle: bigint, leg: Leg): bigint | null {
    if (this.#answered !== undefined) return this.#answered(manager, cycle, leg ?? null)
    const fixed = this.#fixed.get(mapKey(manager, cycle, legKey(leg)))
    return fixed === undefined ? 0n : fixed
  }

  #active(manager: Principal, cycle: bigint): bigint | null {
    const fee = this.#fees.get(manager)
    if (fee === undefined) return null
    const { pending } = fee
    return pending !== null && cycle >= pending.fromCycle ? pending.bips : fee.bips
  }
}
