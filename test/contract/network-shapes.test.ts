import { readFileSync } from 'node:fs'
import { makeSTXTokenTransfer } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deployer, userAccounts } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { findDifferences } from '../support/find-differences.ts'

const folder = new URL('../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown

let network: Network
let paid: { txid: string; recipient: string; stacks: number; burn: number }
let enrolled: { txid: string; sender: string }

beforeAll(async () => {
  network = await createNetwork({
    demo: { snapshots: 2, blocksPerSnapshot: 2 },
    keeper: false,
    blockIntervalMs: 0,
  })
  await network.control.runTo('advance-to-next-cycle')
  await network.control.runTo('distribute-rewards')
  const { ledger } = network.node
  const [payment] = ledger.calls(network.contracts.dualStacking, 'distribute-rewards')
  const transfer = payment!.events.find((event) => event.kind === 'ft')
  if (transfer?.kind !== 'ft') throw new Error('No reward was paid')
  const { txid, stacks, burn } = payment!
  paid = { txid, stacks, burn, recipient: transfer.recipient }
  const [enrollment] = ledger.calls(network.contracts.dualStacking, 'enroll')
  enrolled = { txid: enrollment!.txid, sender: enrollment!.sender }
})
afterAll(() => network?.close())

const sbtc = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token::sbtc-token'
const unknownId = `0x${'ab'.repeat(32)}`

interface Row {
  file: string
  path: () => string
  /** What the embedded network does otherwise on purpose, by path, with the reason. */
  onPurpose?: Record<string, string>
}

const contract = () => network.contracts.dualStacking
const rows: Row[] = [
  { file: 'tx-success.v1.json', path: () => `/extended/v1/tx/${enrolled.txid}` },
  { file: 'tx-success.v3.json', path: () => `/extended/v3/transactions/${enrolled.txid}` },
  {
    file: 'tx-success.v3.include.json',
    path: () =>
      `/extended/v3/transactions/${enrolled.txid}?include=function_args,post_conditions,result`,
  },
  { file: 'tx-unknown.v1.json', path: () => `/extended/v1/tx/${unknownId}` },
  { file: 'tx-unknown.v3.json', path: () => `/extended/v3/transactions/${unknownId}` },
  { file: 'tx-without-0x.v3.json', path: () => `/extended/v3/transactions/${'ab'.repeat(32)}` },
  {
    file: 'tx-events-of-pending.v3.json',
    path: () => `/extended/v3/transactions/${unknownId}/events`,
  },
  {
    file: 'tx-events-page.v3.json',
    path: () => `/extended/v3/transactions/${paid.txid}/events?cursor=1&limit=1`,
    onPurpose: { 'results[0]': 'another event of the same transaction' },
  },
  { file: 'calls.v1.json', path: () => callsPath('finalize-weight-computation') },
  { file: 'contract-events.v1.json', path: () => `/extended/v1/contract/${contract()}/events` },
  {
    file: 'contract-logs.v2.json',
    path: () => `/extended/v2/smart-contracts/${contract()}/logs?limit=2`,
  },
  {
    file: 'contract-logs-bad-cursor.v2.json',
    path: () => `/extended/v2/smart-contracts/${contract()}/logs?limit=2&cursor=0:0:0:0`,
  },
  {
    file: 'contract-transactions.v3.json',
    path: () => `/extended/v3/principals/${contract()}/transactions?limit=2`,
  },
  {
    file: 'recipient-transactions.v3.json',
    path: () => `/extended/v3/principals/${paid.recipient}/transactions?limit=2`,
  },
  {
    file: 'block-transactions.v3.json',
    path: () => `/extended/v3/blocks/${paid.stacks}/transactions?limit=2`,
    onPurpose: { 'results[0].sponsor': 'the embedded network takes no sponsored transactions' },
  },
  {
    file: 'assets.v1.json',
    path: () => `/extended/v1/address/${paid.recipient}/assets?limit=2&offset=0`,
  },
  {
    file: 'address-transactions-good.v1.json',
    path: () => `/extended/v1/address/${paid.recipient}/transactions?limit=2&offset=0`,
  },
  {
    file: 'balance-changes.v3.json',
    path: () => `/extended/v3/principals/${paid.recipient}/balance-changes?tx_id=${paid.txid}`,
  },
  {
    file: 'balance-changes-of-one.v3.json',
    path: () =>
      `/extended/v3/principals/${paid.recipient}/transactions/${paid.txid}/balance-changes`,
  },
  { file: 'nonces.v3.json', path: () => `/extended/v3/principals/${enrolled.sender}/nonces` },
  {
    file: 'balances-stx.v3.json',
    path: () => `/extended/v3/principals/${enrolled.sender}/balances/stx`,
  },
  {
    file: 'balances-ft.v3.json',
    path: () => `/extended/v3/principals/${enrolled.sender}/balances/ft?limit=2`,
  },
  {
    file: 'balance-sbtc.v3.json',
    path: () => `/extended/v3/principals/${enrolled.sender}/balances/ft/${sbtc}`,
  },
  { file: 'balances.v1.json', path: () => `/extended/v1/address/${enrolled.sender}/balances` },
  { file: 'raw.v1.json', path: () => `/extended/v1/tx/${paid.txid}/raw` },
  { file: 'block.v2.json', path: () => `/extended/v2/blocks/${paid.stacks}` },
  { file: 'block-unknown.v2.json', path: () => '/extended/v2/blocks/99999' },
  {
    file: 'burn-block-blocks.v2.json',
    path: () => `/extended/v2/burn-blocks/${paid.burn}/blocks?limit=1`,
  },
  { file: 'contract.v1.json', path: () => `/extended/v1/contract/${contract()}` },
  { file: 'contract-unknown.v1.json', path: () => `/extended/v1/contract/${contract()}x` },
  { file: 'status.json', path: () => '/extended' },
  {
    file: 'limit-too-large.json',
    path: () => `/extended/v1/contract/${contract()}/events?limit=51`,
  },
]

const callsPath = (name: string) =>
  `/extended/v1/tx?contract_id=${contract()}&function_name=${name}&limit=2&exclude_function_args=true`

interface Entry {
  file: string
  status: number
  headers: Record<string, string>
}
const index = recorded('index.json') as Entry[]

describe('the shape of every answer is the recorded one', () => {
  it.each(rows)('$file', async ({ file, path, onPurpose = {} }) => {
    const response = await fetch(network.url + path())
    const entry = index.find((row) => row.file === file)!
    expect(response.status).toBe(entry.status)
    expect(response.headers.get('warning')).toBe(entry.headers['warning'] ?? null)
    const found = findDifferences(recorded(file), (await response.json()) as unknown)
    const unexpected = found.filter(
      ({ at }) => !Object.keys(onPurpose).some((known) => at.startsWith(known)),
    )
    expect(unexpected).toEqual([])
  })
})

describe('deprecated paths', () => {
  it('are gone once the API has switched them off, and only they', async () => {
    network.control.setDeprecatedPaths(false)
    try {
      const gone = await fetch(`${network.url}/extended/v1/tx/${paid.txid}`)
      expect(gone.status).toBe(410)
      expect(await gone.json()).toEqual(recorded('gone-410.json'))
      for (const path of [
        `/extended/v1/contract/${contract()}`,
        `/extended/v2/smart-contracts/${contract()}/logs`,
        `/extended/v3/transactions/${paid.txid}`,
        '/v2/info',
      ])
        expect((await fetch(network.url + path)).status, path).toBe(200)
    } finally {
      network.control.setDeprecatedPaths(true)
    }
  })
})

describe('walking a list by its cursors', () => {
  it('finds every log once, from newest to oldest', async () => {
    const logs = network.node.ledger.logs(contract()).toReversed()
    const walked: string[] = []
    let cursor: string | null = null
    do {
      const at: string = cursor === null ? '' : `&cursor=${cursor}`
      const page = (await (
        await fetch(`${network.url}/extended/v2/smart-contracts/${contract()}/logs?limit=7${at}`)
      ).json()) as {
        prev_cursor: string | null
        total: number
        results: { tx_id: string; event_index: number }[]
      }
      expect(page.total).toBe(logs.length)
      walked.push(...page.results.map(({ tx_id, event_index }) => `${tx_id}:${event_index}`))
      cursor = page.prev_cursor
    } while (cursor !== null)
    expect(walked).toEqual(logs.map(({ transaction, index }) => `${transaction.txid}:${index}`))
  })
})

describe('what the API does beyond shapes', () => {
  it('tells the bytes of a dropped transaction too', async () => {
    const [user] = userAccounts
    const transaction = await makeSTXTokenTransfer({
      senderKey: user!.key,
      recipient: deployer.address,
      amount: 1n,
      // Its turn does not come.
      nonce: network.node.ledger.nonce(user!.address) + 3,
      fee: 5_000n,
      network: 'testnet',
    })
    const submitted = await fetch(`${network.url}/v2/transactions`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(transaction.serializeBytes()),
    })
    expect(submitted.status).toBe(200)
    const waiting = transaction.txid()
    network.control.drop(waiting)
    const raw = await fetch(`${network.url}/extended/v1/tx/0x${waiting}/raw`)
    expect(await raw.json()).toMatchObject({ raw_tx: expect.stringMatching(/^0x/) as string })
  })

  it('takes a limit of 0 for none given', async () => {
    const page = await fetch(`${network.url}/extended/v1/contract/${contract()}/events?limit=0`)
    expect(await page.json()).toMatchObject({ limit: 20 })
  })
})
