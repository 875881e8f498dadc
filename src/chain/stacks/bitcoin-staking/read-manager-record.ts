import { known, unknown, type Known } from '../../known.ts'
import { askContractCalls } from '../api/contract-calls.ts'
import { decodeClarity } from '../clarity.ts'
import { decodeManagerEvent } from './events/manager-events.ts'
import type { ManagerShape } from './manager-shape.ts'
import type { PoxReader } from './pox-reader.ts'

/** A change of a manager's fee, in basis points; `fromCycle` null: it held at once. */
export interface FeeChange {
  burnHeight: bigint
  oldBips: bigint
  bips: bigint
  fromCycle: bigint | null
}

/**
 * What a manager's operator has done so far, newest first. Calls that came through another contract
 * are in no list of calls, so that there may have been more.
 */
export interface ManagerRecord {
  /** The last ten at most. */
  feeChanges: Known<FeeChange[]>
  /** Bitcoin heights of its claims from the program, the last fifty at most. */
  claimHeights: Known<bigint[]>
}

const MOST_CHANGES = 10
const MOST_CLAIMS = 50
const MOST_EVENTS = 20
const RECORD_BLOCKS = 36
// What a transaction printed does not change any more.
const MINED_BLOCKS = 4032

/**
 * Reads what a manager has done: two requests, and one or two for each change of its fee
 * [bitcoin-staking 7].
 */
export async function readManagerRecord(
  reader: PoxReader,
  manager: string,
  { family, fee }: ManagerShape,
): Promise<ManagerRecord> {
  return {
    feeChanges: fee === null ? unknown('not-offered') : await readFeeChanges(reader, manager),
    // What pays itself names its claims as it likes.
    claimHeights: family === 'closed' ? unknown('not-offered') : await readClaims(reader, manager),
  }
}

interface Call {
  txid: string
  burnHeight: bigint
}

async function readClaims(reader: PoxReader, manager: string): Promise<Known<bigint[]>> {
  const calls = await readCalls(reader, manager, { name: 'claim-rewards', limit: MOST_CLAIMS })
  return calls.known ? known(calls.value.map(({ burnHeight }) => burnHeight)) : calls
}

async function readFeeChanges(reader: PoxReader, manager: string): Promise<Known<FeeChange[]>> {
  const calls = await readCalls(reader, manager, { name: 'update-fees', limit: MOST_CHANGES })
  if (!calls.known) return calls
  const changes: FeeChange[] = []
  for (const { txid, burnHeight } of calls.value) {
    const read = await reader.ask(
      (options) =>
        reader.client.transactionEvents(txid, { offset: 0, limit: MOST_EVENTS }, options),
      MINED_BLOCKS,
    )
    if (!read.known) return read
    for (const event of read.value.events) {
      if (event.event_type !== 'smart_contract_log') continue
      const { contract_id: contract, value } = event.contract_log
      const print = contract === manager ? decodeClarity(value.hex) : undefined
      const change = print === undefined ? undefined : decodeManagerEvent(print)
      if (change?.kind !== 'update-fees') continue
      const { oldBips, newBips: bips, activationCycle: fromCycle } = change
      changes.push({ burnHeight, oldBips, bips, fromCycle })
    }
  }
  return known(changes)
}

/** The successful calls of a function, newest first, with the Bitcoin height of each. */
async function readCalls(
  reader: PoxReader,
  manager: string,
  { name, limit }: { name: string; limit: number },
): Promise<Known<Call[]>> {
  const page = await reader.ask(
    (options) => askContractCalls(reader.client, manager, { name, limit, offset: 0 }, options),
    RECORD_BLOCKS,
  )
  if (!page.known) return page
  const done = page.value.results.filter(({ tx_status: status }) => status === 'success')
  const calls = done.flatMap(({ tx_id: txid, burn_block_height: height }) =>
    typeof height === 'number' ? [{ txid, burnHeight: BigInt(height) }] : [],
  )
  return calls.length === done.length ? known(calls) : unknown('bad-answer')
}
