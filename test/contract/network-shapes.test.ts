import { readFileSync } from 'node:fs'
import { Cl, makeContractCall, Pc, sponsorTransaction } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import {
  createNetworkClient,
  user1,
  user2,
  user3,
  type NetworkClient,
} from '../support/contract/network-client.ts'
import { findDifferences } from '../support/find-differences.ts'

const folder = new URL('../support/fixtures/stacks-api/', import.meta.url)
const recorded = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown

let network: Network
let client: NetworkClient
/** A payment; `log`: which of its events is the first that was printed. */
let paid: { txid: string; recipient: string; stacks: number; burn: number; log: number }
let enrolled: { txid: string; sender: string }
/** Transactions of user 1 by what became of them; ids with 0x. */
let ends: Record<
  | 'refused'
  | 'broken'
  | 'limited'
  | 'sponsored'
  | 'absent'
  | 'skipped'
  | 'pending'
  | 'expensive'
  | 'stale'
  | 'problematic'
  | 'fork'
  | 'outbid'
  | 'overtaken'
  | 'undone'
  | 'moved',
  string
>
let moved: { burn: number }

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
  const log = payment!.events.findIndex(({ kind }) => kind === 'log')
  paid = { txid, stacks, burn, recipient: transfer.recipient, log }
  const [enrollment] = ledger.calls(network.contracts.dualStacking, 'enroll')
  enrolled = { txid: enrollment!.txid, sender: enrollment!.sender }
  client = createNetworkClient(network)
  ends = await playEnds()
})
afterAll(() => network?.close())

/** Every end that a transaction can have, each by one of user 1. */
const playEnds = async (): Promise<typeof ends> => {
  const { control, node } = network
  const call = (name: string, nonce: number, fee = 3_000) =>
    client.call(user1, contract(), name, {
      nonce,
      fee,
      ...(name === 'enroll' && { args: [Cl.none()] }),
    })
  const send = async (transaction: { txid(): string }) => {
    expect(await client.send(transaction as never)).toEqual({ txid: transaction.txid() })
    return `0x${transaction.txid()}`
  }
  await control.faucetSbtc(user1.address, 5_000n)
  let nonce = node.ledger.nonce(user1.address)
  const skipped = await send(await call('enroll', nonce++))
  await control.mineUndone(skipped)
  const broken = await send(await call('enroll', nonce++))
  await control.mineUndone(broken, 'abort_by_response', '0x0809')
  const refused = await send(await call('opt-out', nonce++))
  const [sbtcContract] = sbtc.split('::') as [`${string}.${string}`]
  const limited = await send(
    await client.call(user1, sbtcContract, 'transfer', {
      args: [Cl.uint(1_000), Cl.principal(user1.address), Cl.principal(user2.address), Cl.none()],
      conditions: [Pc.principal(user1.address).willSendLte(10).ft(sbtcContract, 'sbtc-token')],
      nonce: nonce++,
      fee: 3_000,
    }),
  )
  const sponsored = await send(
    await sponsorTransaction({
      transaction: await client.call(user1, contract(), 'enroll', {
        args: [Cl.none()],
        sponsored: true,
        nonce: nonce++,
        fee: 0,
      }),
      sponsorPrivateKey: user2.key,
      sponsorNonce: node.ledger.nonce(user2.address),
      fee: 3_000,
      network: 'testnet',
    }),
  )
  await control.mine()

  const overtaken = await send(await call('enroll', nonce))
  const other = await call('opt-out', nonce++, 4_000)
  await node.perform({ kind: 'transaction', raw: other.serialize() })

  // The rest waits behind a gap.
  const pending = await send(await call('opt-out', nonce + 4))
  await send(await call('opt-out', nonce + 5))
  const dropped = async (at: number, status: Parameters<typeof control.drop>[1]) => {
    const id = await send(await call('opt-out', nonce + at))
    control.drop(id, status, status === 'dropped_replace_across_fork' ? pending : null)
    return id
  }
  const expensive = await dropped(6, 'dropped_too_expensive')
  const stale = await dropped(7, 'dropped_stale_garbage_collect')
  const problematic = await dropped(8, 'dropped_problematic')
  const fork = await dropped(9, 'dropped_replace_across_fork')
  const outbid = await send(await call('opt-out', nonce + 10))
  await send(await call('opt-out', nonce + 10, 9_000))

  // A node takes no such call, but a miner might.
  const [contractAddress = '', contractName = ''] = contract().split('.')
  const strange = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'no-such-function',
    functionArgs: [],
    senderKey: user3.key,
    nonce: node.ledger.nonce(user3.address),
    fee: 3_000,
    network: 'testnet',
    validateWithAbi: false,
  })
  await node.perform({
    kind: 'transaction',
    raw: strange.serialize(),
    undone: { status: 'abort_by_response', hex: '0x0809' },
  })
  const absent = `0x${strange.txid()}`

  const enroll = await client.call(user2, contract(), 'enroll', { args: [Cl.none()] })
  const again = await send(enroll)
  await control.mine()
  await control.reorganise(1)
  await control.mine()
  moved = { burn: control.heights().burn }
  const undone = await send(await call('enroll', nonce++))
  await control.mine()
  await control.reorganise(1)
  return {
    refused,
    broken,
    limited,
    sponsored,
    absent,
    skipped,
    pending,
    expensive,
    stale,
    problematic,
    fork,
    outbid,
    overtaken,
    undone,
    moved: again,
  }
}

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
    path: () => `/extended/v3/transactions/${ends.pending}/events`,
  },
  {
    file: 'tx-events-page.v3.json',
    path: () => `/extended/v3/transactions/${paid.txid}/events?cursor=1&limit=1`,
    onPurpose: { 'results[0]': 'another event of the same transaction' },
  },
  {
    file: 'tx-events-page.v1.json',
    path: () =>
      `/extended/v1/tx/${paid.txid}?event_offset=${paid.log}&event_limit=1&exclude_function_args=true`,
  },
  { file: 'tx-abort-response.v1.json', path: () => `/extended/v1/tx/${ends.refused}` },
  {
    file: 'tx-abort-response.v3.json',
    path: () => `/extended/v3/transactions/${ends.refused}?include=result`,
  },
  { file: 'tx-abort-runtime.v1.json', path: () => `/extended/v1/tx/${ends.broken}` },
  { file: 'tx-abort-post-condition.v1.json', path: () => `/extended/v1/tx/${ends.limited}` },
  {
    file: 'tx-abort-post-condition.v3.json',
    path: () => `/extended/v3/transactions/${ends.limited}?include=post_conditions`,
  },
  { file: 'tx-function-not-in-abi.v1.json', path: () => `/extended/v1/tx/${ends.absent}` },
  {
    file: 'tx-function-not-in-abi.v3.json',
    path: () => `/extended/v3/transactions/${ends.absent}`,
  },
  { file: 'tx-sponsored.v1.json', path: () => `/extended/v1/tx/${ends.sponsored}` },
  { file: 'tx-sponsored.v3.json', path: () => `/extended/v3/transactions/${ends.sponsored}` },
  { file: 'tx-problematic-skipped.v1.json', path: () => `/extended/v1/tx/${ends.skipped}` },
  {
    file: 'tx-problematic-skipped.v3.json',
    path: () => `/extended/v3/transactions/${ends.skipped}`,
  },
  { file: 'tx-pending.v1.json', path: () => `/extended/v1/tx/${ends.pending}` },
  { file: 'tx-pending.v3.json', path: () => `/extended/v3/transactions/${ends.pending}` },
  { file: 'tx-dropped-too-expensive.v1.json', path: () => `/extended/v1/tx/${ends.expensive}` },
  {
    file: 'tx-dropped-too-expensive.v3.json',
    path: () => `/extended/v3/transactions/${ends.expensive}`,
  },
  { file: 'tx-dropped-stale.v1.json', path: () => `/extended/v1/tx/${ends.stale}` },
  { file: 'tx-dropped-problematic.v1.json', path: () => `/extended/v1/tx/${ends.problematic}` },
  { file: 'tx-dropped-across-fork.v1.json', path: () => `/extended/v1/tx/${ends.fork}` },
  { file: 'tx-replaced-in-mempool.v1.json', path: () => `/extended/v1/tx/${ends.outbid}` },
  {
    file: 'tx-replaced-in-mempool.v3.json',
    path: () => `/extended/v3/transactions/${ends.outbid}`,
  },
  { file: 'tx-replaced-by-mined.v1.json', path: () => `/extended/v1/tx/${ends.overtaken}` },
  { file: 'tx-reorged-to-mempool.v1.json', path: () => `/extended/v1/tx/${ends.undone}` },
  { file: 'tx-reorged-to-next-block.v1.json', path: () => `/extended/v1/tx/${ends.moved}` },
  {
    file: 'burn-block-reorged.v2.json',
    path: () => `/extended/v2/burn-blocks/${moved.burn}/blocks?limit=2&offset=0`,
  },
  {
    file: 'burn-block-empty.v2.json',
    path: () => `/extended/v2/burn-blocks/${network.control.heights().burn + 1}/blocks?limit=1`,
  },
  {
    file: 'mempool-of-address.v3.json',
    path: () => `/extended/v3/principals/${user1.address}/mempool/transactions?limit=2`,
  },
  {
    file: 'address-transactions.v3.json',
    path: () => `/extended/v3/principals/${user1.address}/transactions?limit=2`,
  },
  {
    file: 'address-transactions.v1.json',
    path: () =>
      `/extended/v1/address/${user1.address}/transactions?limit=2&offset=1&exclude_function_args=false`,
    onPurpose: { 'results[0].sponsor_': 'another transaction, which has no sponsor' },
  },
  {
    file: 'contract-logs-older.v2.json',
    path: () =>
      `/extended/v2/smart-contracts/${contract()}/logs?limit=2&cursor=${paid.stacks}:2147483647:9:9`,
  },
  {
    file: 'balance-sbtc-none.v3.json',
    path: () =>
      `/extended/v3/principals/ST3AM1A56AK2C1XAFJ4115ZSV26EB49BVQ10MGCS0/balances/ft/${sbtc}`,
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
    onPurpose: { 'results[0].sponsor': 'another transaction, which has no sponsor' },
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

/** Recorded answers that need a network in another state; see below. */
const notGiven: Record<string, string> = {
  'gone-410.json': 'only once deprecated paths are switched off',
}

/** Headers that say who may read an answer and for how long. */
const headerNames = [
  'access-control-allow-origin',
  'access-control-expose-headers',
  'cache-control',
  'content-type',
]
/** Addresses that nothing ever happened to are not told apart from others. */
const otherHeaders = ['balance-sbtc-none.v3.json']

const callsPath = (name: string) =>
  `/extended/v1/tx?contract_id=${contract()}&function_name=${name}&limit=2&exclude_function_args=true`

interface Entry {
  file: string
  status: number
  headers: Record<string, string>
}
const index = recorded('index.json') as Entry[]

describe('the shape of every answer is the recorded one', () => {
  it('of all that are recorded, but for those that it cannot give', () => {
    const files = [...rows.map(({ file }) => file), ...Object.keys(notGiven)]
    expect(files.toSorted()).toEqual(index.map(({ file }) => file).toSorted())
  })

  it.each(rows)('$file', async ({ file, path, onPurpose = {} }) => {
    const response = await fetch(network.url + path())
    const entry = index.find((row) => row.file === file)!
    expect(response.status).toBe(entry.status)
    // Blocks of v2 are deprecated since 9.7.1; these answers are 9.0.2's.
    const isLater = /^\/extended\/v2\/(burn-)?blocks\//.test(path())
    const warned = isLater ? expect.stringMatching(/^299/) : (entry.headers['warning'] ?? null)
    expect(response.headers.get('warning')).toEqual(warned)
    for (const name of otherHeaders.includes(file) ? [] : headerNames)
      expect(response.headers.get(name), name).toBe(entry.headers[name] ?? null)
    for (const name of otherHeaders.includes(file) ? [] : ['etag', 'x-api-version'])
      expect(response.headers.has(name), name).toBe(name in entry.headers)
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
      for (const path of [`blocks/${paid.stacks}`, `burn-blocks/${paid.burn}/blocks`, 'blocks'])
        expect((await fetch(`${network.url}/extended/v2/${path}`)).status, path).toBe(410)
      for (const path of [
        `/extended/v1/contract/${contract()}`,
        `/extended/v3/blocks/${paid.stacks}/transactions`,
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
    const raw = await fetch(`${network.url}/extended/v1/tx/${ends.stale}/raw`)
    expect(await raw.json()).toMatchObject({ raw_tx: expect.stringMatching(/^0x/) as string })
  })

  it('takes a limit of 0 for none given, but in one list', async () => {
    const ask = async (path: string) => (await (await fetch(network.url + path)).json()) as object
    expect(await ask(`/extended/v1/contract/${contract()}/events?limit=0`)).toMatchObject({
      limit: 20,
    })
    expect(await ask(`/extended/v2/burn-blocks/${paid.burn}/blocks?limit=0`)).toEqual({
      limit: 0,
      offset: 0,
      total: 0,
      results: [],
    })
    const told = (await ask(`/extended/v1/tx/${paid.txid}?event_limit=0`)) as {
      events: unknown[]
      event_count: number
    }
    expect(told.events).toHaveLength(Math.min(20, told.event_count))
  })

  it('fails over every v1 list with a call of a function that its contract lacks', async () => {
    for (const [path, status] of [
      [`/extended/v1/address/${user3.address}/transactions`, 500],
      [`/extended/v3/principals/${user3.address}/transactions`, 200],
      [`/extended/v1/tx/${ends.absent}/raw`, 200],
    ] as const)
      expect((await fetch(network.url + path)).status, path).toBe(status)
  })

  it('tells the total of what moved only in v1', async () => {
    const ask = async (path: string) => (await (await fetch(network.url + path)).json()) as object
    expect(await ask(`/extended/v1/address/${user1.address}/stx`)).toHaveProperty('total_sent')
    const balances = await ask(`/extended/v2/addresses/${user1.address}/balances/stx`)
    expect(Object.keys(balances).filter((name) => name.startsWith('total_'))).toEqual([])
  })

  it.each(['chrome-extension://abc', 'moz-extension://abc', 'https://page.example', 'null'])(
    'lets a page of %s ask with what it names, and read the version alone',
    async (origin) => {
      const answer = await fetch(`${network.url}/v2/info`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,x-api-key',
        },
      })
      expect(answer.status).toBe(204)
      const told = Object.fromEntries(
        [...answer.headers].filter(([name]) => name.startsWith('access-control')),
      )
      expect(told).toEqual({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET,HEAD,POST',
        'access-control-allow-headers': 'content-type,x-api-key',
        'access-control-expose-headers': 'X-API-Version',
        // Not the API's: for pages on the internet that ask this machine.
        'access-control-allow-private-network': 'true',
      })
    },
  )

  it('plays every other thing that its description names', async () => {
    const bare = paid.txid.slice(2)
    const moved = await fetch(`${network.url}/extended/v1/tx/${bare}`, { redirect: 'manual' })
    expect([moved.status, moved.headers.get('location')]).toEqual([
      302,
      `/extended/v1/tx/${paid.txid}`,
    ])
    const status = await fetch(`${network.url}/extended/v1/status`, { redirect: 'manual' })
    expect([status.status, status.headers.get('location')]).toEqual([301, '/extended'])
    const node = (await (await fetch(`${network.url}/v3/transaction/${bare}`)).json()) as object
    expect(Object.keys(node).toSorted()).toEqual([
      'block_height',
      'index_block_hash',
      'is_canonical',
      'result',
      'tx',
    ])
    const nothing = await fetch(
      `${network.url}/v2/map_entry/${contract().replace('.', '/')}/none`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(`0x${Cl.serialize(Cl.uint(1))}`),
      },
    )
    expect([nothing.status, await nothing.json()]).toEqual([200, { data: '0x09' }])
    const odd = await fetch(`${network.url}/extended/v1/contract/nonsense/events`)
    expect([odd.status, ((await odd.json()) as { results: unknown[] }).results]).toEqual([200, []])
    expect((await fetch(`${network.url}/extended/v1/contract/nonsense`)).status).toBe(404)
    const account = (await (
      await fetch(`${network.url}/v2/accounts/${user1.address}?proof=0`)
    ).json()) as object
    expect(Object.keys(account)).not.toContain('balance_proof')
  })
})
