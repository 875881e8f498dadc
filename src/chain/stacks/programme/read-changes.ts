import { known, unknown, type Known } from '../../known.ts'
import { createContractLogs } from '../api/contract-logs.ts'
import type { StacksClient } from '../client.ts'
import { decodeEventHex, type DualStackingEvent } from '../events/decode.ts'
import { stacksUnknownReason } from '../read-failure.ts'
import { adminCalls, changeValueOf } from './change-value.ts'
import type { AdminChange, ChangeValue, ProgrammeAdmin } from './programme-profile.ts'
import type { ProgrammeCall } from './read-calls.ts'

/** How many changes are looked up for their time and value, newest first. */
const DETAILED = 10
const LOG_PAGES = 4
const LOG_PAGE = 50
/** What is in a block so deep does not change. */
const SETTLED_BLOCKS = 2016

/** The names of calls that the walk over them is for. */
export const changeNames: readonly string[] = Object.keys(adminCalls)

type Changed = { call: string; value: ChangeValue | null; burnHeight: number }

/** What an event of the contract says that its administrator changed; undefined: nothing. */
function changedBy(event: DualStackingEvent): Changed | undefined {
  const of = (call: string, value: ChangeValue | null): Changed | undefined =>
    'burnHeight' in event ? { call, value, burnHeight: event.burnHeight } : undefined
  switch (event.kind) {
    case 'update-admin':
      return of('update-admin', { unit: 'address', value: event.admin })
    case 'update-minimum':
      return of('update-min-sbtc-hold-required-for-enrollment', {
        unit: 'sats',
        value: event.sats,
      })
    case 'update-snapshot-length':
      return of('update-snapshot-length', { unit: 'count', value: BigInt(event.blocks) })
    case 'update-snapshots-per-cycle':
      return of('update-snapshots-per-cycle', { unit: 'count', value: BigInt(event.snapshots) })
    case 'update-cycle-data':
      return of('update-cycle-data', { unit: 'count', value: BigInt(event.snapshots) })
    case 'update-blocks-per-year':
      return of('update-bitcoin-blocks-per-year', { unit: 'count', value: event.blocksPerYear })
    case 'update-multiplier':
      return of('update-yield-boost-multiplier', { unit: 'count', value: event.multiplier })
    case 'emergency-withdraw':
      return of('emergency-withdraw-sbtc', { unit: 'sats', value: event.sats })
    default:
      return undefined
  }
}

/** The changes among the newest events, which tell of those too that a contract made. */
async function readLoggedChanges(
  client: StacksClient,
  contract: string,
): Promise<(Changed & { txid: string })[]> {
  const logs = createContractLogs(client)
  const changes: (Changed & { txid: string })[] = []
  for (let page = 0; page < LOG_PAGES; page += 1) {
    const answer = await logs(contract, { limit: LOG_PAGE, offset: page * LOG_PAGE })
    if (!answer.ok) return changes
    for (const each of answer.value.results) {
      if (each.event_type !== 'smart_contract_log') continue
      if (each.contract_log.contract_id !== contract) continue
      const event = decodeEventHex(each.contract_log.value.hex)
      const changed = event && changedBy(event)
      if (changed) changes.push({ ...changed, txid: each.tx_id })
    }
    if (answer.value.results.length < LOG_PAGE) return changes
  }
  return changes
}

const plain = (txid: string): string => txid.replace(/^0x/, '')

/**
 * What the administrator changed: of the calls that are given, each with its time and value, and of
 * the newest events, where a contract has or had the role. `whole`: whether the calls are all that
 * there have been.
 */
export async function readChanges(
  client: StacksClient,
  contract: string,
  { calls, whole, admin }: { calls: ProgrammeCall[]; whole: boolean; admin: Known<ProgrammeAdmin> },
): Promise<Known<{ list: AdminChange[]; complete: boolean }>> {
  const asked = calls.filter(({ name }) => changeNames.includes(name))
  const details: AdminChange[] = []
  for (const [at, { name, txid, burnHeight }] of asked.entries()) {
    const change = { call: name, txid: plain(txid), burnHeight, time: null, value: null }
    if (at >= DETAILED) {
      details.push(change)
      continue
    }
    const options = { validBlocks: SETTLED_BLOCKS }
    const [transaction, args] = await Promise.all([
      client.transaction(txid, { offset: 0, limit: 0 }, options),
      client.transactionArguments(txid, options),
    ])
    if (!transaction.ok) return unknown(stacksUnknownReason(transaction.failure))
    details.push({
      ...change,
      time: transaction.value.block_time ?? transaction.value.burn_block_time ?? null,
      value: args.ok ? changeValueOf(name, args.value ?? []) : null,
    })
  }
  const roles = details.flatMap(({ value }) => (value?.unit === 'address' ? [value.value] : []))
  const wasContract =
    !admin.known || [admin.value.address, ...roles].some((each) => each.includes('.'))
  if (!wasContract) return known({ list: details, complete: whole })
  const logged = await readLoggedChanges(client, contract)
  const seen = new Set(details.map(({ txid }) => txid))
  const more = logged
    .filter(({ txid }) => !seen.has(plain(txid)))
    .map((change) => ({ ...change, txid: plain(change.txid), time: null }))
  return known({
    list: [...details, ...more].sort((a, b) => b.burnHeight - a.burnHeight),
    complete: false,
  })
}
