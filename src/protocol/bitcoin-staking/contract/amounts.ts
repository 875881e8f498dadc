import { mapKey, ContractMap } from '../../clarity/contract-map.ts'
import { add, sub } from '../../clarity/u128.ts'

type Key = ReadonlyArray<bigint | string>

/** A contract map of uints: what was never written reads as 0. */
export class Amounts extends ContractMap<bigint> {
  of(...key: Key): bigint {
    return this.get(mapKey(...key)) ?? 0n
  }

  write(amount: bigint, ...key: Key): void {
    this.set(mapKey(...key), amount)
  }

  /** Adds to an amount; aborts when it overflows. */
  raise(amount: bigint, ...key: Key): void {
    this.write(add(this.of(...key), amount), ...key)
  }

  /** Subtracts from an amount; aborts below 0. */
  lower(amount: bigint, ...key: Key): void {
    this.write(sub(this.of(...key), amount), ...key)
  }

  clear(...key: Key): void {
    this.delete(mapKey(...key))
  }
}
