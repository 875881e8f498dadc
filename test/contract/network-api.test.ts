import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  Cl,
  fetchAbi,
  fetchCallReadOnlyFunction,
  fetchContractMapEntry,
  fetchFeeEstimateTransaction,
  serializePayload,
} from '@stacks/transactions'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createStacksClient } from '../../src/chain/stacks/client.ts'
import { CONTROL_TOKEN_HEADER } from '../../src/dev/network/http/control-access.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import {
  createNetworkClient,
  user1,
  user2,
  user3,
  type NetworkClient,
} from '../support/contract/network-client.ts'
import { serverTests } from '../support/contract/server-tests.ts'

const source = `
(define-data-var total uint u3)
(define-map marks { of: principal } uint)
(define-public (note (n uint))
  (begin (print { noted: n }) (print "twice") (ok (map-set marks { of: tx-sender } n))))
(define-read-only (sum (a uint) (b uint)) (+ a b))
(define-read-only (break) (- u0 u1))
`
const contract = `${user1.address}.notes`
const path = contract.replace('.', '/')
const sbtc = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token::sbtc-token'

let network: Network
let client: NetworkClient
const pages = mkdtempSync(join(tmpdir(), 'twinstack-pages-'))

beforeAll(async () => {
  writeFileSync(join(pages, 'index.html'), '<p>hello</p>')
  network = await createNetwork({ blockIntervalMs: 0, pages: { '/sign': pages } })
  client = createNetworkClient(network)
  await client.mined(await client.deploy(user1, 'notes', source, { clarityVersion: 3 }))
  for (let n = 0; n < 6; n++)
    await client.mined(await client.call(user1, contract, 'note', { args: [Cl.uint(n)] }))
})
afterAll(async () => {
  await network?.close()
  rmSync(pages, { recursive: true })
})
beforeEach(() => {
  network.control.setRateLimit(null)
  network.control.setFault(null)
})

describe('reading the chain', () => {
  it('serves what @stacks/transactions requests', async () => {
    const [contractAddress, contractName] = contract.split('.') as [string, string]
    const where = { contractAddress, contractName, network: client.stacks, client: client.client }
    const sum = await fetchCallReadOnlyFunction({
      ...where,
      functionName: 'sum',
      functionArgs: [Cl.uint(2), Cl.uint(3)],
      senderAddress: user2.address,
    })
    expect(sum).toEqual(Cl.uint(5))
    expect(
      await fetchContractMapEntry({
        ...where,
        mapName: 'marks',
        mapKey: Cl.tuple({ of: Cl.principal(user1.address) }),
      }),
    ).toEqual(Cl.some(Cl.uint(5)))
    expect(
      await fetchContractMapEntry({
        ...where,
        mapName: 'marks',
        mapKey: Cl.tuple({ of: Cl.principal(user2.address) }),
      }),
    ).toEqual(Cl.none())
    expect((await fetchAbi(where)).functions.map(({ name }) => name).sort()).toEqual([
      'break',
      'note',
      'sum',
    ])
    const payload = serializePayload(
      (await client.transfer(user1, user2.address, 1, { fee: 1000 })).payload,
    ) as unknown as string
    const fees = await fetchFeeEstimateTransaction({
      payload,
      estimatedLength: 200,
      network: client.stacks,
      client: client.client,
    })
    expect(fees.map(({ fee }) => fee)).toEqual(fees.map(({ fee }) => fee).sort((a, b) => a - b))
    expect(fees[0]!.fee).toBeGreaterThanOrEqual(200)
  })

  it('answers failing reads in the node’s words', async () => {
    const read = async (name: string, of = path, args: string[] = []) =>
      (
        await client.post(`/v2/contracts/call-read/${of}/${name}`, {
          sender: user1.address,
          arguments: args,
        })
      ).json
    expect(await read('break')).toMatchObject({
      okay: false,
      cause: expect.stringContaining('ArithmeticUnderflow'),
    })
    expect(await read('nothing')).toMatchObject({
      okay: false,
      cause: 'Unchecked(UndefinedFunction("nothing"))',
    })
    expect(await read('note', path, ['0x0100000000000000000000000000000001'])).toEqual({
      okay: false,
      cause: 'NotReadOnly',
    })
    expect(await read('break', `${user2.address}/none`)).toMatchObject({
      okay: false,
      cause: expect.stringContaining('NoSuchContract'),
    })
    expect(await read('sum', path, ['0x03'])).toMatchObject({ okay: false })
  })

  it('refuses a read that takes more than the node grants, and our client says so', async () => {
    const reader = createStacksClient({ bases: [network.url] })
    const sum = () => reader.callRead(contract, 'sum', [Cl.uint(2), Cl.uint(3)])
    network.control.setReadBudget(10)
    onTestFinished(() => network.control.setReadBudget(null))
    const refused = await fetch(`${network.url}/v2/contracts/call-read/${path}/sum`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        sender: user1.address,
        arguments: [Cl.uint(2), Cl.uint(3)].map((value) => `0x${Cl.serialize(value)}`),
      }),
    })
    expect(refused.status).toBe(400)
    expect(refused.headers.get('content-type')).toContain('text/plain')
    expect(await sum()).toEqual({ ok: false, failure: { code: 'aborted' } })
    network.control.setReadBudget(null)
    expect(await sum()).toEqual({ ok: true, value: 5n })
  })

  it('serves data variables and state of node and accounts', async () => {
    expect((await client.get(`/v2/data_var/${path}/total?proof=0`)).json).toEqual({
      data: `0x${Cl.serialize(Cl.uint(3))}`,
    })
    expect((await client.get('/v2/info')).json).toMatchObject({
      network_id: 0x80000000,
      burn_block_height: network.control.heights().burn,
    })
    expect((await client.get('/v2/pox')).json).toMatchObject({
      current_burnchain_block_height: network.control.heights().burn,
      reward_cycle_length: 200,
    })
    expect((await client.get(`/v2/accounts/${contract}?proof=0`)).json).toMatchObject({
      balance: '0x00000000000000000000000000000000',
      nonce: 0,
    })
  })

  it('knows locked STX, sBTC and their movements', async () => {
    await network.control.lockStx(user2.address, 4_000_000_000n)
    const minted = await network.control.faucetSbtc(user2.address, 25_000n)
    const { json } = await client.get(`/extended/v1/address/${user2.address}/balances`)
    expect(json.stx).toMatchObject({
      balance: '10000000000',
      locked: '4000000000',
      burnchain_unlock_height: 4_600,
    })
    expect(json.fungible_tokens[sbtc]).toEqual({
      balance: '25000',
      total_sent: '0',
      total_received: '25000',
    })
    expect(
      (await client.get(`/extended/v1/address/${user2.address}/assets`)).json.results[0],
    ).toMatchObject({
      event_type: 'fungible_token_asset',
      tx_id: minted,
      asset: {
        asset_event_type: 'mint',
        asset_id: sbtc,
        recipient: user2.address,
        sender: '',
        amount: '25000',
      },
    })
    expect((await client.get(`/v2/accounts/${user2.address}?proof=0`)).json).toMatchObject({
      locked: `0x${4_000_000_000n.toString(16).padStart(32, '0')}`,
      unlock_height: 4_600,
    })
    await expect(network.control.lockStx(user2.address, 1n)).rejects.toThrow('can only grow')
    await expect(network.control.lockStx(user2.address, 10n ** 15n)).rejects.toThrow(
      'ask the faucet',
    )
    expect(await network.control.lockStx(user2.address, 5_000_000_000n)).toMatchObject({
      microStx: 5_000_000_000n,
      unlockHeight: 4_600,
    })
  })

  it('shows a call with its arguments by name', async () => {
    const { json } = await client.get(
      `/extended/v1/tx?contract_id=${contract}&function_name=note&limit=1`,
    )
    expect(json).toMatchObject({
      total: 6,
      results: [
        {
          tx_type: 'contract_call',
          tx_status: 'success',
          tx_result: { hex: '0x0703', repr: '(ok true)' },
          event_count: 2,
          execution_cost_write_count: expect.any(Number),
          contract_call: {
            contract_id: contract,
            function_name: 'note',
            function_signature: '(define-public (note (n uint)))',
            function_args: [
              { hex: `0x${Cl.serialize(Cl.uint(5))}`, repr: 'u5', name: 'n', type: 'uint' },
            ],
          },
        },
      ],
    })
    const short = await client.get(
      `/extended/v1/tx/${json.results[0].tx_id}?exclude_function_args=true&event_limit=1&event_offset=1`,
    )
    expect(short.json.contract_call.function_args).toBeUndefined()
    expect(short.json.events).toMatchObject([
      { event_index: 1, contract_log: { topic: 'print', value: { repr: '"twice"' } } },
    ])
  })
})

describe('pages of lists', () => {
  const repr = (event: { contract_log: { value: { repr: string } } }) =>
    event.contract_log.value.repr
  const events = async (query: string) =>
    (await client.get(`/extended/v1/contract/${contract}/events${query}`)).json

  it('go newest first, by limit and offset, and end', async () => {
    expect((await events('?limit=3')).results.map(repr)).toEqual([
      '"twice"',
      '(tuple (noted u5))',
      '"twice"',
    ])
    expect(await events('?limit=3&offset=3')).toMatchObject({ limit: 3, offset: 3 })
    expect((await events('?limit=2&offset=3')).results.map(repr)).toEqual([
      '(tuple (noted u4))',
      '"twice"',
    ])
    expect((await events('?limit=50')).results).toHaveLength(12)
    expect((await events('?offset=11')).results.map(repr)).toEqual(['(tuple (noted u0))'])
    expect((await events('?offset=12')).results).toEqual([])
    const transactions = (
      await client.get(`/extended/v1/address/${user1.address}/transactions?limit=2&offset=1`)
    ).json
    expect(transactions).toMatchObject({
      limit: 2,
      offset: 1,
      total: 7,
      results: [{ nonce: 5 }, { nonce: 4 }],
    })
  })

  it('refuse what is not a page', async () => {
    expect(await client.get(`/extended/v1/contract/${contract}/events?limit=51`)).toMatchObject({
      status: 400,
      json: { error: 'Bad Request', message: 'querystring/limit must be <= 50' },
    })
    expect((await client.get(`/extended/v1/contract/${contract}/events?offset=-1`)).status).toBe(
      400,
    )
    expect((await client.get(`/extended/v1/address/${user1.address}/assets?limit=x`)).status).toBe(
      400,
    )
  })

  it('give what transactions moved for an address, as wallets read it', async () => {
    const list = async (path: string) => (await client.get(path)).json
    const second = await list(`/extended/v2/addresses/${user2.address}/transactions?limit=50`)
    const first = await list(
      `/extended/v1/address/${user2.address}/transactions_with_transfers?limit=50`,
    )
    const plain = await list(`/extended/v1/address/${user2.address}/transactions?limit=50`)
    const ids = plain.results.map(({ tx_id: id }: { tx_id: string }) => id)
    for (const { total, results } of [first, second]) {
      expect(total).toBe(plain.total)
      expect(results.map(({ tx }: { tx: { tx_id: string } }) => tx.tx_id)).toEqual(ids)
    }
    const minted = first.results.findIndex(
      ({ ft_transfers: moved }: { ft_transfers: unknown[] }) => moved.length > 0,
    )
    expect(first.results[minted].ft_transfers).toMatchObject([
      { amount: '25000', recipient: user2.address },
    ])
    expect(second.results[minted].events).toMatchObject({
      ft: { transfer: 0, mint: 1, burn: 0 },
      nft: { transfer: 0, mint: 0, burn: 0 },
    })
    const [paid] = (
      await list(`/extended/v2/addresses/${user1.address}/transactions`)
    ).results.filter(({ tx }: { tx: { fee_rate: string } }) => tx.fee_rate !== '0')
    expect(paid.tx.sender_address).toBe(user1.address)
    expect(BigInt(paid.stx_sent)).toBeGreaterThanOrEqual(BigInt(paid.tx.fee_rate))
  })

  it('give the events of a transaction, and those about an address', async () => {
    const [latest] = (
      await client.get(`/extended/v1/address/${user1.address}/transactions?limit=1`)
    ).json.results
    expect(
      (await client.get(`/extended/v1/tx/events?tx_id=${latest.tx_id}`)).json.events.map(repr),
    ).toEqual(['"twice"', '(tuple (noted u5))'])
    await client.mined(await client.transfer(user1, user3.address, 9))
    const about = (
      await client.get(`/extended/v1/tx/events?address=${user3.address}&type=stx_asset`)
    ).json.events
    expect(about).toMatchObject([
      { event_type: 'stx_asset', asset: { recipient: user3.address, amount: '9' } },
    ])
  })

  it('give blocks by height, and the Stacks blocks of a burn block', async () => {
    const { burn } = await network.control.mineBurn(2)
    await network.control.mineStacks(3)
    const last = network.control.heights().stacks
    const { json } = await client.get(`/extended/v2/burn-blocks/${burn}/blocks?limit=3&offset=1`)
    expect(json).toMatchObject({
      total: 4,
      results: [
        { height: last - 1 },
        { height: last - 2 },
        { height: last - 3, burn_block_height: burn },
      ],
    })
    expect((await client.get(`/extended/v2/blocks/${last - 3}`)).json).toMatchObject({
      height: last - 3,
      burn_block_height: burn,
    })
    expect((await client.get(`/extended/v2/blocks/${last - 4}`)).json).toMatchObject({
      burn_block_height: burn - 1,
    })
    expect((await client.get(`/extended/v2/blocks/${last + 1}`)).status).toBe(404)
    expect((await client.get(`/extended/v2/burn-blocks/${burn + 1}/blocks`)).status).toBe(404)
    expect((await client.get('/extended/v2/blocks/latest')).json.height).toBe(last)
  })

  it('give blocks by cursors, and by offsets in both directions', async () => {
    const { stacks } = network.control.heights()
    const blocks = async (query: string) => (await client.get(`/extended/v2/blocks${query}`)).json
    const heights = ({ results }: { results: { height: number }[] }) =>
      results.map(({ height }) => height)
    const front = await blocks('?limit=2')
    expect(front).toMatchObject({ total: stacks + 1, next_cursor: null })
    expect(front.cursor).toBe(front.results[0].index_block_hash)
    const older = await blocks(`?limit=2&cursor=${front.prev_cursor}`)
    expect(heights(older)).toEqual([stacks - 2, stacks - 3])
    expect(older).toMatchObject({ cursor: front.prev_cursor, next_cursor: front.cursor })
    expect(heights(await blocks(`?limit=1&offset=1&cursor=${front.prev_cursor}`))).toEqual([
      stacks - 3,
    ])
    expect(heights(await blocks(`?limit=1&offset=-1&cursor=${front.prev_cursor}`))).toEqual([
      stacks - 1,
    ])
    expect((await client.get('/extended/v2/blocks?offset=301')).status).toBe(400)
    expect((await client.get('/extended/v2/blocks?limit=31')).status).toBe(400)
    expect((await client.get(`/extended/v2/blocks?cursor=0x${'00'.repeat(32)}`)).status).toBe(404)
  })
})

describe('bad requests', () => {
  it.each([
    ['GET', '/v2/accounts/nobody', 400],
    ['GET', `/v2/accounts/${user1.address}x`, 400],
    ['GET', '/v2/accounts/%', 400],
    ['GET', '/extended/v1/tx/0x12', 400],
    ['GET', `/extended/v1/tx/${'0'.repeat(64)}`, 404],
    ['GET', `/extended/v1/tx/${'0'.repeat(64)}/raw`, 404],
    ['GET', `/v2/contracts/interface/${user1.address}/none`, 404],
    ['GET', `/v2/contracts/source/${user1.address}/no!ne`, 400],
    ['GET', `/v2/data_var/${path}/none`, 404],
    ['GET', '/nowhere', 404],
    ['GET', '//', 404],
    ['DELETE', '/v2/info', 405],
    ['GET', '/extended/v1/tx/events', 400],
    ['GET', '/extended/v2/blocks/minus', 400],
    ['GET', '/sign/../../etc/passwd', 404],
    ['GET', '/sign/%2e%2e/%2e%2e/etc/passwd', 404],
  ])('%s %s is answered with %i and a sentence', async (method, at, status) => {
    const response = await fetch(`${network.url}${at}`, { method })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: expect.stringMatching(/\w{3}/) })
  })

  it.each([
    [`/v2/map_entry/${path}/marks`, 'nothex'],
    [`/v2/map_entry/${path}/marks`, { a: 1 }],
    [`/v2/contracts/call-read/${path}/sum`, {}],
    [`/v2/contracts/call-read/${path}/sum`, { sender: 'x', arguments: [] }],
    [`/v2/contracts/call-read/${path}/sum`, { sender: user1.address, arguments: ['zz'] }],
    ['/v2/transactions', {}],
    ['/v2/fees/transaction', { transaction_payload: '' }],
    ['/control/burn', { count: 0 }],
    ['/control/burn', { count: 'x' }],
    ['/control/faucet/stx', { address: 'x', microStx: '1' }],
    ['/control/faucet/stx', { address: user1.address, microStx: '-1' }],
    ['/control/fault', { kind: 'rain' }],
  ])('POST %s %j is refused', async (at, body) => {
    const answer = await client.post(at, body)
    expect(answer.status).toBe(400)
    expect(answer.json).toMatchObject({ error: expect.any(String) })
  })

  it('never bring the network down: damaged transactions, keys and arguments', async () => {
    const signed = (
      await client.transfer(user1, user2.address, 5, { fee: 1000, nonce: 7 })
    ).serializeBytes()
    const value = fc.constantFrom(
      Cl.uint(1),
      Cl.int(-1),
      Cl.none(),
      Cl.some(Cl.bool(true)),
      Cl.tuple({ of: Cl.uint(1) }),
      Cl.list([]),
      Cl.stringAscii('x'),
      Cl.principal(contract),
    )
    const damage = fc.array(fc.tuple(fc.nat(signed.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(
        damage,
        fc.nat(signed.length),
        value,
        fc.array(value, { maxLength: 3 }),
        async (changes, end, key, args) => {
          const bytes = signed.slice(0, end % 5 === 0 ? end : signed.length)
          for (const [index, byte] of changes) bytes[index] = byte
          const answers = [
            await client.post('/v2/transactions', bytes, 'application/octet-stream'),
            await client.post(`/v2/map_entry/${path}/marks`, Cl.serialize(key)),
            await client.post(`/v2/contracts/call-read/${path}/sum`, {
              sender: user1.address,
              arguments: args.map((arg) => Cl.serialize(arg)),
            }),
          ]
          for (const { status } of answers) expect(status).toBeLessThan(500)
        },
      ),
      { numRuns: 60 },
    )
    expect((await client.get(`/v2/data_var/${path}/total`)).json).toEqual({
      data: `0x${Cl.serialize(Cl.uint(3))}`,
    })
  })

  it('that are not JSON, or too long, are refused', async () => {
    const send = (body: string) =>
      fetch(`${network.url}/control/burn`, {
        method: 'POST',
        body,
        headers: {
          [CONTROL_TOKEN_HEADER]: network.controlToken,
          'content-type': 'application/json',
        },
      })
    expect((await send('{')).status).toBe(400)
    expect((await send('1'.repeat(3_000_000))).status).toBe(413)
    expect((await client.get('/v2/info')).status).toBe(200)
  })
})

serverTests(() => ({ network, client }))
