/** What a full list of a function costs: its rows, and the reads of a block that it takes. */
export interface ListCost {
  rows: number
  reads: number
}

/** The functions of a cycle that take lists of everyone, in their order. */
export const costlyLists = [
  'capture-snapshot-balances',
  'tally-participant-ratios',
  'calculate-participant-weights',
  'distribute-rewards',
] as const
export type ListCosts = Readonly<Record<(typeof costlyLists)[number], ListCost>>

/**
 * The measured costs of the live build from the page that the measurement writes; of a function
 * that was measured more than once, the dearest. Throws where one is not in the page.
 */
export function readCosts(page: string): ListCosts {
  const rows = page
    .split('\n')
    .map((line) => /^\| live \| `([\w-]+)`[^|]*\| (\d+) \| ([\d ]+) \|/.exec(line))
    .filter((found) => found !== null)
    .map(([, name, count, reads]) => ({
      name,
      rows: Number(count),
      reads: Number(reads!.replaceAll(' ', '')),
    }))
  const dearest = (wanted: string): ListCost => {
    const [first] = rows
      .filter(({ name }) => name === wanted)
      .toSorted((a, b) => b.reads / b.rows - a.reads / a.rows)
    if (!first) throw new Error(`The costs of ${wanted} are not in the page`)
    return { rows: first.rows, reads: first.reads }
  }
  return {
    'capture-snapshot-balances': dearest('capture-snapshot-balances'),
    'tally-participant-ratios': dearest('tally-participant-ratios'),
    'calculate-participant-weights': dearest('calculate-participant-weights'),
    'distribute-rewards': dearest('distribute-rewards'),
  }
}
