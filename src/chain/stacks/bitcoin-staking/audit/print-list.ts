import * as v from 'valibot'
import type { Answer } from '../../../http/answer.ts'
import { apiEvent, height } from '../../answers.ts'
import { decodeClarity, type PlainClarity } from '../../clarity.ts'
import type { StacksClient } from '../../client.ts'

/** What a contract printed, and where: its transaction, and its place among that one's events. */
export interface ListedPrint {
  txid: string
  index: number
  value: PlainClarity
}

/**
 * The prints of a contract from the newest back, as far as they are collected; `older`: where they
 * continue, null: nothing is collected yet.
 */
export interface PrintList {
  contract: string
  prints: ListedPrint[]
  older: string | null
  isComplete: boolean
}

const PAGE = 100

const page = v.object({
  // It leads to older events, whatever its name says.
  prev_cursor: v.nullish(v.string()),
  total: height,
  results: v.array(apiEvent),
})
type Page = v.InferOutput<typeof page>

/** A list of which nothing is collected. */
export const emptyPrintList = (contract: string): PrintList => ({
  contract,
  prints: [],
  older: null,
  isComplete: false,
})

/**
 * Continues a list to older prints by one request; `left`: about how many requests are left.
 */
export async function continuePrintList(
  client: StacksClient,
  list: PrintList,
): Promise<Answer<{ list: PrintList; left: number }>> {
  const answer = await askPage(client, list.contract, list.older)
  if (!answer.ok) return answer
  const { prints, older } = readPage(answer.value)
  const all = [...list.prints, ...prints]
  const isComplete = older === null
  const left = isComplete ? 0 : Math.max(Math.ceil((answer.value.total - all.length) / PAGE), 1)
  return { ok: true, value: { list: { ...list, prints: all, older, isComplete }, left } }
}

/** Puts what was printed since in front of a list; one request for every 100. */
export async function renewPrintList(
  client: StacksClient,
  list: PrintList,
): Promise<Answer<PrintList>> {
  const [newest] = list.prints
  if (newest === undefined) return { ok: true, value: list }
  const added: ListedPrint[] = []
  for (let cursor: string | null = null; ;) {
    const answer = await askPage(client, list.contract, cursor)
    if (!answer.ok) return answer
    const { prints, older } = readPage(answer.value)
    const met = prints.findIndex(
      ({ txid, index }) => txid === newest.txid && index === newest.index,
    )
    added.push(...(met < 0 ? prints : prints.slice(0, met)))
    if (met >= 0) return { ok: true, value: { ...list, prints: [...added, ...list.prints] } }
    // The newest print is gone: the chain has been reorganised.
    if (older === null) return { ok: true, value: { ...list, prints: added, isComplete: true } }
    cursor = older
  }
}

const askPage = (
  client: StacksClient,
  contract: string,
  cursor: string | null,
): Promise<Answer<Page>> => {
  const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  const path = `/extended/v2/smart-contracts/${contract}/logs?limit=${PAGE}${from}`
  return client.askCached(page, { path }, { urgency: 'backfill' })
}

function readPage({ results, prev_cursor: older }: Page) {
  const prints = results.flatMap((event): ListedPrint[] => {
    if (event.event_type !== 'smart_contract_log' || event.contract_log.topic !== 'print') return []
    const value = decodeClarity(event.contract_log.value.hex)
    return value === undefined ? [] : [{ txid: event.tx_id, index: event.event_index, value }]
  })
  return { prints, older: results.length === 0 ? null : (older ?? null) }
}
