import { batchLimits } from '../../../../protocol/dual-stacking/batch-limits.ts'
import { crowdAddresses, enrollCrowd } from '../../../network/demo/crowd.ts'
import { demoParticipants } from '../../../network/demo/people.ts'
import { createNetwork } from '../../../network/index.ts'
import type { Row } from '../row.ts'

const PARTICIPANTS = 2000
const SNAPSHOTS = 2
const LONGEST_LIST = 900
/** The calls that take a list of participants, and how often a cycle makes each. */
const lists: Record<string, number> = {
  'capture-snapshot-balances': SNAPSHOTS,
  'tally-participant-ratios': 1,
  'calculate-participant-weights': 1,
  'distribute-rewards': 1,
}
/** The limits of a block on a public network. */
const block = {
  readCount: 15_000,
  writeCount: 15_000,
  runtime: 5_000_000_000,
  readLength: 100_000_000,
  writeLength: 15_000_000,
}

/**
 * A whole cycle as the planner has an operator sign it, on the contract itself with costs counted.
 */
export async function rows(): Promise<Row[]> {
  const network = await createNetwork({
    demo: { snapshots: SNAPSHOTS, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
  })
  try {
    await enrollCrowd(network, crowdAddresses(PARTICIPANTS - demoParticipants().length))
    await network.control.runTo('advance-to-next-cycle')
    const { ledger } = network.node
    const before = ledger.transactions.length
    const called = await network.control.runTo('advance-to-next-cycle')
    const single = called.filter((name) => !(name in lists)).length
    const limitOf = (name: string) =>
      (batchLimits.live as Record<string, number>)[name] ?? LONGEST_LIST
    const least =
      single +
      Object.entries(lists).reduce(
        (sum, [name, times]) => sum + times * Math.ceil(PARTICIPANTS / limitOf(name)),
        0,
      )
    const oneByOne =
      single + Object.values(lists).reduce((sum, times) => sum + times * PARTICIPANTS, 0)
    const calls = ledger.transactions
      .slice(before)
      .flatMap(({ action, costs }) =>
        action.kind === 'call' && costs ? [{ method: action.method, share: shareOf(costs) }] : [],
      )
    const dearest = calls.toSorted((a, b) => b.share - a.share)[0]!
    const smallest = Math.min(
      ...calls.filter(({ method }) => method === dearest.method).map(({ share }) => share),
    )
    return [
      {
        what: `calls for ${PARTICIPANTS.toLocaleString('en')} participants and ${SNAPSHOTS} snapshots`,
        median: called.length,
        unit: 'calls',
        atMost: least,
        comparedWith: `the fewest that the lists allow: ${least}; one participant at a time: ${oneByOne.toLocaleString('en')}`,
      },
      {
        what: `dearest of them (${dearest.method}), of what a block holds`,
        median: Math.floor(dearest.share * 10) / 10,
        unit: '%',
        atMost: 100,
        comparedWith: `its last batch, of ${PARTICIPANTS % limitOf(dearest.method)} rows: ${smallest.toFixed(1)} %`,
      },
    ]
  } finally {
    await network.close()
  }
}

/** Percent of a block that a call takes, by the limit that it comes closest to. */
const shareOf = (costs: Record<keyof typeof block, number>): number =>
  100 *
  Math.max(
    ...(Object.keys(block) as (keyof typeof block)[]).map((name) => costs[name] / block[name]),
  )
