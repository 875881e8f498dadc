import type { Principal } from '../../clarity/principal.ts'

/**
 * What the contract sees of the chain [dual-stacking 1.2]. Heights are bigint; "at h" is the state
 * after the last transaction of Stacks block h. Every read at a height that is not resolvable (h >=
 * stacksHeight) throws an `Abort`.
 */
export interface Chain {
  /** Height of the Stacks block that contains the executing transaction. */
  readonly stacksHeight: bigint
  /** Bitcoin height that the current tenure sees. */
  readonly burnHeight: bigint
  /** Bitcoin height of the tenure of Stacks block h; undefined when h is not resolvable. */
  tenureBurnHeight(h: bigint): bigint | undefined
  /** Available sats now, and at the end of block h. */
  sbtcNow(address: Principal): bigint
  sbtcAt(address: Principal, h: bigint): bigint
  /**
   * Natively locked microSTX now, and at the end of block h as judged now: a lock that has expired
   * since reads 0.
   */
  lockedNow(address: Principal): bigint
  lockedAt(address: Principal, h: bigint): bigint
  /** Liquid-stacked microSTX at the end of block h. */
  liquidAt(address: Principal, h: bigint): bigint
  /**
   * Moves sats; answers undefined, or the token's error: 1 balance too low, 2 sender is recipient,
   * 3 amount is 0.
   */
  transferSbtc(from: Principal, to: Principal, sats: bigint): number | undefined
  /** Returns a function that undoes every transfer made since. */
  checkpoint(): () => void
}
