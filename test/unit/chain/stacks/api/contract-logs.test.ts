import { afterEach, describe, expect, it } from 'vitest'
import { createContractLogs } from '../../../../../src/chain/stacks/api/contract-logs.ts'
import { createStacksClient } from '../../../../../src/chain/stacks/client.ts'
import { createFastClock } from '../../../../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost } from '../../../../../src/dev/faults/http-host.ts'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking'
let host: HttpHost | undefined
afterEach(() => host?.close())

const json = (response: import('node:http').ServerResponse, status: number, body: unknown) =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

/** Logs as the API keeps them: each in a separate block, requested from the newest on. */
const logsHost = async (count: () => number, isV1Served = false) => {
  const event = (number: number) => ({
    event_index: 0,
    event_type: 'smart_contract_log',
    tx_id: `0x${number.toString(16).padStart(64, '0')}`,
    contract_log: { contract_id: contract, topic: 'print', value: { hex: '0x03' } },
  })
  host = await startHttpHost(({ path }, response) => {
    const url = new URL(path, 'http://host')
    const limit = Number(url.searchParams.get('limit'))
    const offset = Number(url.searchParams.get('offset') ?? 0)
    if (url.pathname === '/v2/info')
      return {
        burn_block_height: 900,
        stacks_tip_height: 9000,
        network_id: 2147483648,
        pox_consensus: 'abc',
      }
    if (url.pathname.startsWith('/extended/v1/')) {
      if (!isV1Served) return json(response, 410, { error: 'Gone' })
      const results = Array.from({ length: Math.min(limit, count() - offset) }, (_, index) =>
        event(count() - offset - index),
      )
      return { limit, offset, results }
    }
    if (limit > 100 || offset > 1000) return json(response, 400, { error: 'Bad Request' })
    const cursor = url.searchParams.get('cursor')
    const first = cursor === null ? count() - offset : Number(cursor.split(':')[0])
    const last = Math.max(first - limit, 0)
    const results = Array.from({ length: first - last }, (_, index) => event(first - index))
    // A page that was asked for by its offset has no cursors.
    const isByOffset = cursor === null && offset > 0
    const prev_cursor = last > 0 && !isByOffset ? `${last}:2147483647:0:0` : null
    return { limit, offset, total: count(), prev_cursor, next_cursor: null, results }
  })
  const client = createStacksClient({ bases: [host.url], clock: createFastClock() })
  await client.tip()
  return createContractLogs(client)
}

const numbers = (answer: Awaited<ReturnType<ReturnType<typeof createContractLogs>>>) =>
  answer.ok ? answer.value.results.map(({ tx_id }) => Number(tx_id)) : answer.failure.code

describe('print events of a contract whose v1 list is gone', () => {
  it('are found at every place, also beyond the largest offset, while the list grows', async () => {
    let count = 2_345
    const readLogs = await logsHost(() => count)
    for (let offset = 0; offset < count; offset += 44) {
      const expected = Array.from(
        { length: Math.min(50, count - offset) },
        (_, index) => count - offset - index,
      )
      expect(numbers(await readLogs(contract, { limit: 50, offset }))).toEqual(expected)
      if (offset % 440 === 0) count += 7
    }
    expect(numbers(await readLogs(contract, { limit: 50, offset: count }))).toEqual([])
  })

  it('are found beyond the largest offset where nothing is remembered', async () => {
    const readLogs = await logsHost(() => 3_000)
    const found = numbers(await readLogs(contract, { limit: 50, offset: 1_500 }))
    expect(found).toEqual(Array.from({ length: 50 }, (_, index) => 1_500 - index))
  })

  it('walk a long list once, not once per page', async () => {
    const readLogs = await logsHost(() => 3_000)
    for (let offset = 1_044; offset < 3_000; offset += 44)
      await readLogs(contract, { limit: 50, offset })
    const pages = Math.ceil((3_000 - 1_044) / 44)
    expect(host!.seen.length).toBeLessThan(pages * 3 + 5)
  })
})

it('are requested from v1 beyond the largest offset while it lives', async () => {
  const readLogs = await logsHost(() => 3_000, true)
  expect(numbers(await readLogs(contract, { limit: 3, offset: 2_000 }))).toEqual([1000, 999, 998])
  expect(host!.seen).toHaveLength(2)
})
