import * as v from 'valibot'
import { known, unknown, type Known } from '../../known.ts'
import { cCount, clTuple, clUint } from '../clarity.ts'
import type { StacksClient } from '../client.ts'
import { decodeEventHex, type DualStackingEvent } from '../events/decode.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { Reader } from '../source.ts'
import type { CyclePayout } from './programme-profile.ts'
import type { ProgrammeCall } from './read-calls.ts'

/** Blocks of a year as Bitcoin means to make them. */
const BLOCKS_PER_YEAR = 52_560n
const SCALE = 100_000_000n
const SETTLED_BLOCKS = 2016
const EVENT_PAGE = 100
/** Requests for payments in one reading; what they do not reach is unknown. */
const MOST_REQUESTS = 40

/** Sizes of a cycle, with the Stacks block that opened it. */
export interface CycleEntry {
  startHeight: number
  snapshots: number
  blocksPerSnapshot: number
  stacksHeight: number
}

const cycleEntry = v.pipe(
  v.object({
    'snapshots-per-cycle': cCount,
    'blocks-per-snapshot': cCount,
    'start-btc-block-height': cCount,
    'start-stx-block-height': cCount,
  }),
  v.transform((entry) => ({
    snapshots: entry['snapshots-per-cycle'],
    blocksPerSnapshot: entry['blocks-per-snapshot'],
    startHeight: entry['start-btc-block-height'],
    stacksHeight: entry['start-stx-block-height'],
  })),
)

/** Reads the sizes of a cycle that has begun; one request, once. */
export const readCycleEntry = (reader: Reader, cycle: number): Promise<Known<CycleEntry>> =>
  readFirstAvailable(reader, [
    {
      map: 'yield-cycles-data',
      key: clTuple({ 'cycle-id': clUint(cycle) }),
      schema: cycleEntry,
      blocks: SETTLED_BLOCKS,
    },
  ])

/** All events that a contract printed in a transaction; null: too many for what is left. */
async function readEvents(
  client: StacksClient,
  contract: string,
  txid: string,
  budget: { left: number },
): Promise<Known<DualStackingEvent[]>> {
  const events: DualStackingEvent[] = []
  for (let offset = 0; ; offset += EVENT_PAGE) {
    if (budget.left <= 0) return unknown('not-read')
    budget.left -= 1
    const part = { offset, limit: EVENT_PAGE }
    const answer = await client.transactionEvents(txid, part, { validBlocks: SETTLED_BLOCKS })
    if (!answer.ok) return unknown(stacksUnknownReason(answer.failure))
    for (const each of answer.value.events) {
      if (each.event_type !== 'smart_contract_log') continue
      if (each.contract_log.contract_id !== contract) continue
      const event = decodeEventHex(each.contract_log.value.hex)
      if (event) events.push(event)
    }
    if (answer.value.events.length < EVENT_PAGE || offset + EVENT_PAGE >= answer.value.total)
      return known(events)
  }
}

/** Calls by the cycle that they were made in, walking back from the running one. */
function callsByCycle(calls: readonly ProgrammeCall[], running: number): ProgrammeCall[][] {
  const groups: ProgrammeCall[][] = []
  let cycle = running
  for (const call of calls) {
    if (call.name === 'advance-to-next-cycle') cycle -= 1
    else if (cycle >= 0) (groups[cycle] ??= []).push(call)
  }
  return groups
}

/**
 * What each finished cycle paid, newest first: from the events of its payments, and of the call
 * that ended its snapshots. The APR is of the mean sBTC of its snapshots, and of years of 52,560
 * blocks, whatever the contract is told a year is.
 */
export async function readPaidCycles(
  reader: Reader,
  cycles: ReadonlyMap<number, CycleEntry>,
  calls: readonly ProgrammeCall[],
): Promise<CyclePayout[]> {
  const { client, contract } = reader
  const budget = { left: MOST_REQUESTS }
  const paid: CyclePayout[] = []
  const byCycle = callsByCycle(calls, Math.max(...cycles.keys()))
  for (const [cycle, sizes] of [...cycles].sort(([a], [b]) => b - a)) {
    const own = byCycle[cycle] ?? []
    if (!own.some(({ name }) => name === 'finalize-reward-distribution')) continue
    const blocks = sizes.snapshots * sizes.blocksPerSnapshot
    const row = { cycle, startHeight: sizes.startHeight, blocks }
    paid.push({ ...row, paid: await readPaid(own) })

    async function readPaid(these: readonly ProgrammeCall[]): Promise<CyclePayout['paid']> {
      let [sats, weights, total] = [0n, 0n, 0n]
      const wanted = ['finalize-snapshots', 'distribute-rewards']
      for (const { txid } of these.filter(({ name }) => wanted.includes(name))) {
        const events = await readEvents(client, contract, txid, budget)
        if (!events.known) return events
        for (const event of events.value) {
          if (event.kind === 'conclude-snapshots' && event.cycle === cycle) total = event.sats
          if (event.kind !== 'reward' || event.cycle !== cycle) continue
          sats += event.sats
          weights += event.weight
        }
      }
      const meanSats = total / BigInt(sizes.snapshots || 1)
      return known({
        sats,
        meanSats,
        weights,
        apr:
          meanSats === 0n || blocks === 0
            ? null
            : (sats * SCALE * BLOCKS_PER_YEAR) / (meanSats * BigInt(blocks)),
      })
    }
  }
  return paid
}
