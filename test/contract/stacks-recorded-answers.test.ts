import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askAssetEvents } from '../../src/chain/stacks/api/asset-events.ts'
import { askBlock, askBlocksOfBurnBlock } from '../../src/chain/stacks/api/block-sources.ts'
import { askContractCalls } from '../../src/chain/stacks/api/contract-calls.ts'
import { createContractLogs } from '../../src/chain/stacks/api/contract-logs.ts'
import { askDeployedAt } from '../../src/chain/stacks/api/deployed-at.ts'
import { askRawTransaction } from '../../src/chain/stacks/api/transaction-sources.ts'
import { askWaitingOf } from '../../src/chain/stacks/api/waiting-of.ts'
import { sumBalanceChanges, sumChangesSince } from '../../src/chain/stacks/audit/walk-movements.ts'
import { createStacksClient, type StacksClient } from '../../src/chain/stacks/client.ts'
import { trackTransaction } from '../../src/chain/stacks/track-transaction.ts'
import { createFastClock } from '../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost } from '../../src/dev/faults/http-host.ts'
import { fetchSentCall } from '../../src/wallet/stacks/fetch-sent-call.ts'

/*
 * Every answer that the real API gave, put under the client: a host that has this one answer alone
 * (everything else is switched off there), and what the client makes of it.
 */
const folder = new URL('../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string): string => readFileSync(new URL(file, folder), 'utf8')

interface Entry {
  file: string
  path: string
  status: number
  headers: Record<string, string>
}
const index = JSON.parse(recorded('index.json')) as Entry[]

let host: HttpHost
let served: Entry | undefined
beforeAll(async () => {
  host = await startHttpHost(({ path }, response) => {
    const asked = path.split('?')[0]!
    if (asked === '/v2/info')
      return { burn_block_height: 2250, stacks_tip_height: 2400, network_id: 2147483648 }
    const isServed = served !== undefined && asked === served.path.split('?')[0]
    const { status, text } = isServed
      ? { status: served!.status, text: recorded(served!.file) }
      : { status: 410, text: '{"error":"Gone"}' }
    response.writeHead(status, { 'content-type': 'application/json', warning: '299 - "x"' })
    return void response.end(text)
  })
})
afterAll(() => host?.close())

const idIn = (path: string): string => /0x[0-9a-f]{64}/.exec(path)![0]
const principalIn = (path: string): string => /S[A-Z0-9]{30,}(\.[a-z0-9-]+)?/.exec(path)![0]
const sbtc = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token::sbtc-token'
const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-v1'

type Ask = (client: StacksClient, path: string) => Promise<unknown>

const track: Ask = (client, path) =>
  trackTransaction(client, { txid: idIn(path), sentAt: client.http.clock.now() })
const read: Ask = (client, path) => client.transaction(idIn(path))
const news = (fields: object) => ({ ok: true, news: fields })
const value = (fields: unknown) => ({ ok: true, value: fields })
const failure = (code: string) => ({ ok: false, failure: { code } })
const pageOf =
  (ask: (client: StacksClient, principal: string) => Promise<unknown>): Ask =>
  (client, path) =>
    ask(client, principalIn(path))

const done = { state: 'confirmed', burnHeight: expect.any(Number) as number }

/** What each answer is understood as; null: the client asks nobody for it. */
const table: Record<string, [Ask, unknown] | null> = {
  'tx-success.v1.json': [track, news(done)],
  'tx-success.v3.json': [track, news(done)],
  'tx-success.v3.include.json': [
    async (client, path) => {
      const [args, sent] = [
        await client.transactionArguments(idIn(path)),
        await fetchSentCall(client, idIn(path)),
      ]
      return args.ok && sent.ok ? { ok: true, value: [args.value, sent.value] } : [args, sent]
    },
    value([
      [expect.stringMatching(/^0x0a05/)],
      { functionName: 'enroll', args: [expect.stringMatching(/^0a05/)], postConditionMode: null },
    ]),
  ],
  'tx-abort-response.v1.json': [
    track,
    news({ state: 'aborted', by: 'contract', errorNumber: 101 }),
  ],
  'tx-abort-response.v3.json': [
    track,
    news({ state: 'aborted', by: 'contract', errorNumber: 101 }),
  ],
  'tx-abort-runtime.v1.json': [
    track,
    news({ state: 'aborted', by: 'run-time', errorNumber: null }),
  ],
  'tx-abort-post-condition.v1.json': [track, news({ state: 'aborted', by: 'post-condition' })],
  'tx-abort-post-condition.v3.json': [track, news({ state: 'aborted', by: 'post-condition' })],
  'tx-problematic-skipped.v1.json': [track, news({ state: 'aborted', by: 'skipped' })],
  'tx-problematic-skipped.v3.json': [track, news({ state: 'aborted', by: 'skipped' })],
  'tx-sponsored.v1.json': [track, news(done)],
  'tx-sponsored.v3.json': [track, news(done)],
  'tx-pending.v1.json': [track, news({ state: 'pending' })],
  'tx-pending.v3.json': [track, news({ state: 'pending' })],
  'tx-dropped-too-expensive.v1.json': [track, news({ state: 'dropped', why: 'too-expensive' })],
  'tx-dropped-too-expensive.v3.json': [read, failure('not-found')],
  'tx-dropped-stale.v1.json': [track, news({ state: 'dropped', why: 'too-old' })],
  'tx-dropped-problematic.v1.json': [track, news({ state: 'dropped', why: 'problematic' })],
  'tx-dropped-across-fork.v1.json': [
    track,
    news({ state: 'replaced', by: expect.stringMatching(/^0x/) as string }),
  ],
  'tx-replaced-in-mempool.v1.json': [
    track,
    news({ state: 'replaced', by: expect.stringMatching(/^0x/) as string }),
  ],
  'tx-replaced-in-mempool.v3.json': [read, failure('not-found')],
  'tx-replaced-by-mined.v1.json': [
    track,
    news({ state: 'replaced', by: expect.stringMatching(/^0x/) as string }),
  ],
  'tx-reorged-to-mempool.v1.json': [track, news({ state: 'pending' })],
  'tx-reorged-to-next-block.v1.json': [track, news({ ...done, stacksHeight: 2374 })],
  'tx-unknown.v1.json': [track, news({ state: 'pending', unseen: true })],
  'tx-unknown.v3.json': [track, news({ state: 'pending', unseen: true })],
  'tx-events-page.v1.json': [
    (client, path) => client.transactionEvents(idIn(path), { offset: 198, limit: 5 }),
    value({ total: 260, events: { length: 5, 0: { event_index: 198 } } }),
  ],
  'tx-events-page.v3.json': [
    (client, path) => client.transactionEvents(idIn(path), { offset: 198, limit: 5 }),
    value({ total: 260, events: { length: 5, 0: { event_index: 198 } } }),
  ],
  'tx-events-of-pending.v3.json': [
    (client, path) => client.transactionEvents(idIn(path), { offset: 0, limit: 5 }),
    failure('refused'),
  ],
  'tx-without-0x.v3.json': [
    (client, path) => client.http.request({ path }, () => true),
    failure('server-error'),
  ],
  'tx-function-not-in-abi.v1.json': [read, failure('server-error')],
  'tx-function-not-in-abi.v3.json': [track, news({ state: 'aborted', by: 'contract' })],
  'raw.v1.json': [
    (client, path) => askRawTransaction(client.askCached, idIn(path)),
    value(expect.stringMatching(/^0x80800000000400/)),
  ],
  'calls.v1.json': [
    (client) =>
      askContractCalls(client, contract, {
        name: 'finalize-weight-computation',
        limit: 2,
        offset: 0,
      }),
    value({ isLast: false, requests: 1, results: { length: 2 } }),
  ],
  'contract-transactions.v3.json': [
    (client) =>
      askContractCalls(client, contract, {
        name: 'tally-participant-ratios',
        limit: 1,
        offset: 0,
      }),
    value({ results: [{ block_height: 2389, tx_index: 4 }] }),
  ],
  'contract-events.v1.json': [
    (client) => createContractLogs(client)(contract, { limit: 2, offset: 0 }),
    value({ results: { length: 2, 0: { event_type: 'smart_contract_log' } } }),
  ],
  'contract-logs.v2.json': [
    (client) => createContractLogs(client)(contract, { limit: 2, offset: 0 }),
    value({ total: 410, results: { length: 2 } }),
  ],
  'contract-logs-older.v2.json': [
    (client) => createContractLogs(client)(contract, { limit: 2, offset: 5 }),
    value({ results: { length: 2 } }),
  ],
  'contract-logs-bad-cursor.v2.json': [
    (client) => createContractLogs(client)(contract, { limit: 2, offset: 0 }),
    failure('not-found'),
  ],
  'balances.v1.json': [
    pageOf((client, principal) => client.tokenBalance(principal, sbtc)),
    value(25_018_509n),
  ],
  'balances-stx.v3.json': null,
  'balances-ft.v3.json': null,
  'balance-sbtc.v3.json': [
    pageOf((client, principal) => client.tokenBalance(principal, sbtc)),
    value(25_018_509n),
  ],
  'balance-sbtc-none.v3.json': [
    pageOf((client, principal) => client.tokenBalance(principal, sbtc)),
    value(0n),
  ],
  'assets.v1.json': [
    pageOf((client, principal) => askAssetEvents(client, principal, { limit: 2, offset: 0 })),
    value({ results: { length: 2, 0: { event_type: 'fungible_token_asset' } } }),
  ],
  'balance-changes.v3.json': [
    (client, path) =>
      sumBalanceChanges(client, { contract: principalIn(path), asset: sbtc, moment: [0, 0] }, [
        idIn(path),
      ]),
    value(888n + 777n),
  ],
  'balance-changes-of-one.v3.json': null,
  'recipient-transactions.v3.json': [
    pageOf((client, principal) =>
      sumChangesSince(client, { contract: principal, asset: sbtc, moment: [9_999, 0] }),
    ),
    value(0n),
  ],
  'address-transactions.v1.json': [
    pageOf((client, principal) => client.transactionsOf(principal, 2)),
    value([
      { block_height: 2371, tx_index: 9, nonce: 77 },
      { block_height: 2367, tx_index: 0, nonce: 4 },
    ]),
  ],
  'address-transactions-good.v1.json': [
    pageOf((client, principal) => client.transactionsOf(principal, 2)),
    value([
      { block_height: 2371, tx_index: 2, nonce: 901 },
      { block_height: 2371, tx_index: 1, nonce: 900 },
    ]),
  ],
  'address-transactions.v3.json': [
    pageOf((client, principal) => client.transactionsOf(principal, 2)),
    value([
      { block_height: 2375, tx_index: 0, nonce: 2007 },
      { block_height: 2374, tx_index: 1, nonce: 902 },
    ]),
  ],
  'nonces.v3.json': null,
  'mempool-of-address.v3.json': [
    pageOf((client, principal) => askWaitingOf(client.askCached, principal)),
    value([
      { nonce: 2006, tx_status: 'pending' },
      { nonce: 2000, tx_status: 'pending' },
    ]),
  ],
  'block.v2.json': [(client) => askBlock(client, 2371), value({ height: 2371 })],
  'block-unknown.v2.json': [(client) => askBlock(client, 99999), failure('not-found')],
  'burn-block-blocks.v2.json': [
    (client) => askBlocksOfBurnBlock(client, 2242, { limit: 1, offset: 0 }),
    value({ results: { length: 1 } }),
  ],
  'burn-block-empty.v2.json': [
    (client) => askBlocksOfBurnBlock(client, 2239, { limit: 1, offset: 0 }),
    failure('not-found'),
  ],
  'burn-block-reorged.v2.json': [
    (client) => askBlocksOfBurnBlock(client, 2241, { limit: 2, offset: 0 }),
    value({ total: 1 }),
  ],
  'block-transactions.v3.json': [
    (client) => askBlock(client, 2371),
    value({
      height: 2371,
      burn_block_height: 2238,
      index_block_hash: '0x3cb6516dfdf668300d4752d858d7183d542c52603739ecf640ff8980f52abf61',
    }),
  ],
  'contract.v1.json': [
    (client) => askDeployedAt(client, contract),
    value({ block_height: expect.any(Number) as number }),
  ],
  'contract-unknown.v1.json': [
    (client) => askDeployedAt(client, `${contract}x`),
    failure('not-found'),
  ],
  'status.json': [(client) => client.apiHeight(), value(2390)],
  'limit-too-large.json': [
    (client) => createContractLogs(client)(contract, { limit: 2, offset: 0 }),
    failure('refused'),
  ],
  'gone-410.json': [read, failure('gone')],
}

const clientOf = async () => {
  const client = createStacksClient({
    bases: [host.url],
    clock: createFastClock(),
    retries: 0,
  })
  await client.tip()
  return client
}

describe('an answer of the real API', () => {
  it('is in the table, whichever it is', () => {
    expect(Object.keys(table).toSorted()).toEqual(index.map(({ file }) => file).toSorted())
  })

  it.each(index.filter(({ file }) => table[file]))('$file', async (entry) => {
    served = entry
    const [ask, expected] = table[entry.file]!
    expect(await ask(await clientOf(), entry.path)).toMatchObject(expected as object)
  })
})
