interface Options {
  /** Timed calls. */
  runs?: number
  /** Warm-up calls, so that the engine has optimized what it will. */
  warmUp?: number
}

/** The median; of an even number of values the higher one of the middle two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!

/** Median milliseconds of several calls. */
export const measure = (work: () => unknown, options: Options = {}): number =>
  medians([work], () => performance.now(), options)[0]!

/**
 * Milliseconds of processor time of several functions, their calls alternating: medians that can be
 * compared, because other programs on the machine hardly change them.
 */
export const measureTogether = (
  works: readonly (() => unknown)[],
  options: Options = {},
): number[] => medians(works, processorTime, options)

/** The median of figures that are measured one after another. */
export async function medianOf(runs: number, figure: () => Promise<number>): Promise<number> {
  const figures: number[] = []
  for (let run = 0; run < runs; run++) figures.push(await figure())
  return median(figures)
}

function medians(
  works: readonly (() => unknown)[],
  clock: () => number,
  { runs = 15, warmUp = 5 }: Options,
): number[] {
  const times = works.map((): number[] => [])
  for (let run = -warmUp; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const start = clock()
      work()
      if (run >= 0) times[index]!.push(clock() - start)
    }
  }
  return times.map(median)
}

const processorTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
