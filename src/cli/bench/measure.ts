interface Options {
  /** Timed calls. */
  runs?: number
  /** Calls before, so that the engine has optimized what it will. */
  warmUp?: number
}

/** Milliseconds that a call takes: the median of several. */
export const measure = (work: () => unknown, options: Options = {}): number => medians([work], () => performance.now(), options)[0]!

/**
 * Milliseconds of processor time that several pieces of work take, their calls alternating: medians to compare with each other, which other programs on the machine
 * hardly change.
 */
export const measureTogether = (works: readonly (() => unknown)[], options: Options = {}): number[] => medians(works, processorTime, options)

function medians(works: readonly (() => unknown)[], clock: () => number, { runs = 15, warmUp = 5 }: Options): number[] {
  const times = works.map((): number[] => [])
  for (let run = -warmUp; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const start = clock()
      work()
      if (run >= 0) times[index]!.push(clock() - start)
    }
  }
  return times.map((own) => own.toSorted((a, b) => a - b)[own.length >> 1]!)
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
