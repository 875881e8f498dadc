import { known, unknown, type Known } from '../../../known.ts'
import { stacksUnknownReason } from '../../read-failure.ts'
import { continuePrintList, emptyPrintList, type ListedPrint } from '../audit/print-list.ts'
import { decodeManagerEvent } from '../events/manager-events.ts'
import type { PoxReader } from '../pox-reader.ts'
import { readPayoutRequest, type OpenPayout } from './read-payout-request.ts'

/** Payouts on Bitcoin of a manager that are not settled, newest first. */
export interface OpenPayouts {
  payouts: OpenPayout[]
  /** What it owes besides, in sats: older than what was looked through, or too many. */
  missingSats: bigint
}

const MOST_PAGES = 50
const MOST_PAYOUTS = 100

/**
 * Looks for the payouts that make up what a manager owes, from its newest print back until all is
 * found: a request for every 100 prints, and two for each payout. `report`: about how many are left
 * [bitcoin-staking 7.2].
 */
export async function readOpenPayouts(
  reader: PoxReader,
  { manager, liabilitySats }: { manager: string; liabilitySats: bigint },
  report: (requestsLeft: number) => void = () => {},
): Promise<Known<OpenPayouts>> {
  const requests = await findRequests(reader, { manager, liabilitySats }, report)
  if (!requests.known) return requests
  const payouts: OpenPayout[] = []
  const asked = requests.value.slice(0, MOST_PAYOUTS)
  for (const [at, request] of asked.entries()) {
    report(2 * (asked.length - at))
    const payout = await readPayoutRequest(reader, manager, request)
    if (!payout.known) return payout
    if (payout.value !== null) payouts.push(payout.value)
  }
  const found = payouts.reduce((sum, { sats }) => sum + sats, 0n)
  return known({ payouts, missingSats: liabilitySats > found ? liabilitySats - found : 0n })
}

/** Numbers of requests that no later print settles, until they add up to what is owed. */
async function findRequests(
  { client }: PoxReader,
  { manager, liabilitySats }: { manager: string; liabilitySats: bigint },
  report: (requestsLeft: number) => void,
): Promise<Known<bigint[]>> {
  const settled = new Set<bigint>()
  const open = new Map<bigint, bigint>()
  let list = emptyPrintList(manager)
  for (let page = 0; page < MOST_PAGES && !list.isComplete; page++) {
    if (sumOf(open) >= liabilitySats) break
    const read = await continuePrintList(client, list)
    if (!read.ok) return unknown(stacksUnknownReason(read.failure))
    const before = list.prints.length
    list = read.value.list
    report(read.value.left)
    for (const print of list.prints.slice(before)) noteRequest(print, settled, open)
  }
  return known([...open.keys()])
}

function noteRequest({ value }: ListedPrint, settled: Set<bigint>, open: Map<bigint, bigint>) {
  const event = decodeManagerEvent(value)
  if (event.kind === 'reclaim-failed-withdrawal' || event.kind === 'settle-accepted-withdrawal')
    settled.add(event.request)
  if (event.kind !== 'claim-staker-rewards' && event.kind !== 'payout') return
  const payout = 'onBitcoin' in event ? event.onBitcoin : null
  if (!payout || payout.request === null || settled.has(payout.request)) return
  open.set(payout.request, payout.sats + payout.maxFeeSats)
}

const sumOf = (open: ReadonlyMap<bigint, bigint>): bigint =>
  [...open.values()].reduce((sum, sats) => sum + sats, 0n)
