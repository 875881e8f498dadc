/**
 * A run of Stacks blocks made by one operation; each has its own burn block (`tenures`), or all
 * belong to the newest. `at` in ms.
 */
type Span = {
  stacks: number
  burn: number
  count: number
  tenures: boolean
  at: number
  fork: number
}

/**
 * A Stacks block; `at` (ms) is when it was made, `first` whether its tenure begins with it, `fork`
 * how many reorganisations had happened before.
 */
export type StacksBlock = {
  stacks: number
  burn: number
  at: number
  first: boolean
  fork: number
}

type Heights = { burn: number; stacks: number }

/** The blocks made so far, kept as runs: an hour of empty blocks costs one entry. */
export const createBlockSpans = () => {
  const spans: Span[] = []

  /** Records that the chain grew to `heights` at `at` (ms), after `fork` reorganisations. */
  const grow = (heights: Heights, at: number, fork: number) => {
    const tip = tipOf()
    const count = heights.stacks - tip.stacks
    if (count <= 0) return
    const tenures = heights.burn > tip.burn
    // The first blocks of all may be fewer than the burn blocks: they belong to the last of those.
    const burn = tenures ? Math.max(heights.burn - count + 1, 0) : heights.burn
    spans.push({ stacks: tip.stacks + 1, burn, count, tenures, at, fork })
  }

  const tipOf = (): Heights => {
    const last = spans.at(-1)
    return last
      ? {
          stacks: last.stacks + last.count - 1,
          burn: last.tenures ? last.burn + last.count - 1 : last.burn,
        }
      : { stacks: -1, burn: -1 }
  }

  /** Index of the last span that begins at or before `height`; -1 when none does. */
  const find = (key: 'stacks' | 'burn', height: number): number => {
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]![key] <= height) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  const block = (stacks: number): StacksBlock | undefined => {
    const span = spans[find('stacks', stacks)]
    if (!span || stacks >= span.stacks + span.count) return undefined
    return {
      stacks,
      burn: span.tenures ? span.burn + stacks - span.stacks : span.burn,
      at: span.at,
      first: span.tenures,
      fork: span.fork,
    }
  }

  /**
   * Height of the first Stacks block whose tenure begins at burn block `burn`; undefined when there
   * is none (yet).
   */
  const firstOf = (burn: number): number | undefined => {
    let index = find('burn', burn)
    // Blocks added to a tenure afterwards follow the run that opened it.
    while (index > 0 && !spans[index]!.tenures) index--
    const span = spans[index]
    if (!span?.tenures) return undefined
    const stacks = span.stacks + burn - span.burn
    return stacks < span.stacks + span.count ? stacks : undefined
  }

  /** First and last Stacks block of a burn block's tenure. */
  const range = (burn: number): { first: number; last: number } | undefined => {
    const first = firstOf(burn)
    if (first === undefined) return undefined
    const next = firstOf(burn + 1)
    return { first, last: next === undefined ? tipOf().stacks : next - 1 }
  }

  return { grow, tip: tipOf, block, firstOf, range }
}
export type BlockSpans = ReturnType<typeof createBlockSpans>
