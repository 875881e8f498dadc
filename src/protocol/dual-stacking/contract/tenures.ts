interface Run {
  /**
   * First Stacks block and first Bitcoin block of the run: from there, one Stacks block per Bitcoin
   * block.
   */
  readonly stacks: bigint
  readonly burn: bigint
  /** Last Bitcoin block of the run: Stacks blocks after its first one belong to it as well. */
  readonly lastBurn: bigint
}

/**
 * Which Bitcoin block each Stacks block belongs to. Long empty stretches cost nothing: they are
 * computed, not stored.
 */
export class Tenures {
  readonly #runs: Run[]

  /**
   * Before the start, Bitcoin block k >= 2 has exactly one Stacks block, at k + (stacks - burn);
   * the blocks below belong to block 1.
   */
  constructor(burn: bigint, stacks: bigint) {
    this.#runs = [
      { stacks: 0n, burn: 0n, lastBurn: 1n },
      { stacks: 2n + stacks - burn, burn: 2n, lastBurn: burn },
    ]
  }

  /** `count` Bitcoin blocks, each with one Stacks block, the first of which is `stacks`. */
  add(count: bigint, stacks: bigint): void {
    const burn = this.#runs.at(-1)!.lastBurn + 1n
    this.#runs.push({ stacks, burn, lastBurn: burn + count - 1n })
  }

  /** Bitcoin block of Stacks block h. */
  burnHeight(h: bigint): bigint {
    const { stacks, burn, lastBurn } = this.#last((run) => run.stacks <= h)
    const height = burn + h - stacks
    return height < lastBurn ? height : lastBurn
  }

  /** First Stacks block of a Bitcoin block that is not in the future. */
  firstStacksBlock(burnHeight: bigint): bigint {
    const { stacks, burn } = this.#last((run) => run.burn <= burnHeight)
    return stacks + burnHeight - burn
  }

  #last(holds: (run: Run) => boolean): Run {
    let low = 0
    let high = this.#runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (holds(this.#runs[middle]!)) low = middle
      else high = middle - 1
    }
    return this.#runs[low]!
  }
}
