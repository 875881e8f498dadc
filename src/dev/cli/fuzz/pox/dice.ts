import * as fc from 'fast-check'

/**
 * The choices of one command as numbers that it takes one by one. Smaller numbers stand for simpler
 * choices, so that a sequence shrinks to simple ones; when the numbers run out, they are 0.
 */
export class Dice {
  readonly #rolls: readonly number[]
  #next = 0

  constructor(rolls: readonly number[]) {
    this.#rolls = rolls
  }

  /** A number from 0 to `sides` - 1. */
  roll(sides: number): number {
    return (this.#rolls[this.#next++] ?? 0) % sides
  }

  /** One of the choices, the first one when the number is 0. */
  pick<T>(choices: readonly T[]): T {
    return choices[this.roll(choices.length)]!
  }

  /** Mostly one of those that fit, sometimes any. */
  prefer<T>(choices: readonly T[], fits: (choice: T) => boolean): T {
    const fitting = choices.filter(fits)
    return this.pick(fitting.length === 0 || this.rarely(10) ? choices : fitting)
  }

  /** True once in `often`. */
  rarely(often: number): boolean {
    return this.roll(often) === often - 1
  }

  /** A whole number from 0 to `most`, of any size. */
  upTo(most: bigint): bigint {
    const part = BigInt(this.roll(2 ** 20))
    return (most * part) / (2n ** 20n - 1n)
  }
}

/** Numbers of one command: more than any takes, for choices beyond the last are all the first. */
const ROLLS = 40

/** The numbers of one command. */
export const rolls: fc.Arbitrary<number[]> = fc.array(fc.nat(2 ** 20 - 1), {
  minLength: ROLLS,
  maxLength: ROLLS,
})
