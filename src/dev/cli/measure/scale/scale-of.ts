import { captureWindowEnd } from '../../../../protocol/dual-stacking/planner/capture-window.ts'
import { fewestCalls } from '../../../../protocol/dual-stacking/planner/index.ts'
import { costlyLists, type ListCosts } from './read-costs.ts'

/** A cycle as mainnet's was, in Bitcoin blocks. */
export const cycleOfMainnet = { snapshots: 14, blocksPerSnapshot: 150 }

/** Reads that the blocks between two Bitcoin blocks hold together. */
const READS_PER_TENURE = 15_000
/** Bytes of a call beside its list, and of a row in it. */
const [FRAME_BYTES, ROW_BYTES] = [300, 22]

interface ScaleQuestion {
  participants: number
  /** The part of the chain's room that the programme gets, as one of so many: 4 is a quarter. */
  oneOf: number
  costs: ListCosts
  cycle?: typeof cycleOfMainnet
}

/** What a cycle takes, in Bitcoin blocks, calls and bytes. */
export interface Scale {
  calls: number
  /** Of all calls: a node takes a microSTX for each at least. */
  bytes: number
  /** Bitcoin blocks in which everyone can be captured once, and those that the window has. */
  captureBlocks: number
  windowBlocks: number
  /** Bitcoin blocks for tally, weights and payment, and those before the next cycle begins. */
  closingBlocks: number
  closingRoom: number
}

const readsOfRow = (costs: ListCosts, name: (typeof costlyLists)[number]): number =>
  costs[name].reads / costs[name].rows

/** What a cycle of so many participants takes; a list is as long as that part of a block allows. */
export function scaleOf({
  participants,
  oneOf,
  costs,
  cycle: { snapshots, blocksPerSnapshot } = cycleOfMainnet,
}: ScaleQuestion): Scale {
  const room = READS_PER_TENURE / oneOf
  const blocksFor = (reads: number) => Math.ceil((participants * reads) / room)
  const limits = Object.fromEntries(
    costlyLists.map((name) => [name, Math.floor(costs[name].rows / oneOf)]),
  )
  const calls = fewestCalls({ participants, snapshots }, limits)
  const count = Object.values(calls).reduce((sum, each) => sum + each, 0)
  const lists = snapshots + costlyLists.length - 1
  const windowBlocks = captureWindowEnd(0, blocksPerSnapshot)
  return {
    calls: count,
    bytes: count * FRAME_BYTES + lists * participants * ROW_BYTES,
    captureBlocks: blocksFor(readsOfRow(costs, 'capture-snapshot-balances')),
    windowBlocks,
    closingBlocks: costlyLists
      .filter((name) => name !== 'capture-snapshot-balances')
      .reduce((sum, name) => sum + blocksFor(readsOfRow(costs, name)), 0),
    closingRoom: blocksPerSnapshot - windowBlocks,
  }
}

/** The most participants of which everyone can be captured `times` in each window. */
export const mostCaptured = ({ costs, oneOf }: Omit<ScaleQuestion, 'participants'>, times = 1) =>
  Math.floor(
    (captureWindowEnd(0, cycleOfMainnet.blocksPerSnapshot) * READS_PER_TENURE) /
      oneOf /
      times /
      readsOfRow(costs, 'capture-snapshot-balances'),
  )
