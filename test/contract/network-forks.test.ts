import { Cl, Pc, PostConditionMode } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import {
  createNetworkClient,
  user1,
  user2,
  user3,
  type NetworkClient,
} from '../support/contract/network-client.ts'

let network: Network
let client: NetworkClient
const contract = `${user1.address}.notes`

beforeAll(async () => {
  network = await createNetwork({ blockIntervalMs: 0 })
  client = createNetworkClient(network)
  await client.mined(
    await client.deploy(
      user1,
      'notes',
      `(define-public (note (n uint)) (ok (print n)))
       (define-public (break) (ok (unwrap-panic (if false (some u1) none))))
       (define-data-var one uint u1)
       (define-private (add (n uint) (sum uint)) (+ sum (var-get one)))
       (define-read-only (read-few) (fold add (list ${'u0 '.repeat(90)}) u0))
       (define-read-only (read-many) (fold add (list ${'u0 '.repeat(110)}) u0))`,
      { fee: 200_000 },
    ),
  )
})
afterAll(() => network?.close())

const note = (n: number) => client.call(user1, contract, 'note', { args: [Cl.uint(n)] })
const statusOf = async (id: string) => (await client.get(`/extended/v1/tx/0x${id}`)).json
const send = async (transaction: { txid(): string }) => {
  expect(await client.send(transaction as never)).toEqual({ txid: transaction.txid() })
  return transaction.txid()
}
const nonceOf = async (address: string): Promise<number> =>
  (await client.get(`/v2/accounts/${address}?proof=0`)).json.nonce

describe('transactions that wait together', () => {
  it('share a block, after what opens it, in their order', async () => {
    const first = await note(1)
    await send(first)
    const second = await client.transfer(user2, user3.address, 5)
    await send(second)
    const third = await client.call(user1, contract, 'note', {
      args: [Cl.uint(2)],
      nonce: Number(first.auth.spendingCondition.nonce) + 1,
    })
    await send(third)
    expect(await network.control.mine()).toEqual(
      [first, second, third].map((each) => `0x${each.txid()}`),
    )
    const { stacks } = network.control.heights()
    expect(await statusOf(first.txid())).toMatchObject({ block_height: stacks, tx_index: 1 })
    expect(await statusOf(third.txid())).toMatchObject({ block_height: stacks, tx_index: 3 })
    expect((await client.get(`/extended/v2/blocks/${stacks}`)).json.tx_count).toBe(4)
    const inBlock = await client.get(`/extended/v3/blocks/${stacks}/transactions?limit=3`)
    expect(inBlock.json).toMatchObject({
      total: 4,
      cursor: { next: `${stacks}:2147483647:0` },
      results: [{ block: { tx_index: 3 } }, { block: { tx_index: 2 } }, { type: 'contract_call' }],
    })
    const logs = await client.get(`/extended/v2/smart-contracts/${contract}/logs?limit=1`)
    expect(logs.json).toMatchObject({
      cursor: `${stacks}:2147483647:3:0`,
      prev_cursor: `${stacks}:2147483647:1:0`,
    })
  })

  it('get a block each where one of them has to be undone', async () => {
    const before = network.control.heights().stacks
    const broken = await client.call(user1, contract, 'break')
    await send(broken)
    const generous = await client.transfer(user2, user3.address, 6)
    await send(generous)
    const limited = await client.call(user3, contract, 'note', {
      args: [Cl.uint(3)],
      mode: PostConditionMode.Deny,
      conditions: [Pc.principal(user3.address).willSendGte(10n).ustx()],
    })
    await send(limited)
    expect(await network.control.mine()).toHaveLength(3)
    expect(network.control.heights().stacks).toBe(before + 3)
    expect(await statusOf(broken.txid())).toMatchObject({ tx_status: 'abort_by_response' })
    expect(await statusOf(generous.txid())).toMatchObject({ tx_status: 'success', tx_index: 1 })
    expect(await statusOf(limited.txid())).toMatchObject({ tx_status: 'abort_by_post_condition' })
  })

  it('begin a tenure with its change and the reward of its miner', async () => {
    const { stacks } = await network.control.mineBurn()
    const { json } = await client.get(`/extended/v3/blocks/${stacks}/transactions`)
    expect(json.results).toMatchObject([{ type: 'coinbase' }, { type: 'tenure_change' }])
  })
})

describe('a transaction can end as the control says', () => {
  it('skipped: in a block, with its fee and nonce, and without effect', async () => {
    const nonce = await nonceOf(user1.address)
    const id = await send(await note(4))
    await network.control.mineUndone(`0x${id}`)
    expect(await statusOf(id)).toMatchObject({
      tx_status: 'problematic_skipped',
      tx_result: { hex: '0x09' },
      event_count: 0,
      canonical: true,
    })
    expect(await nonceOf(user1.address)).toBe(nonce + 1)
    await expect(network.control.mineUndone(`0x${id}`)).rejects.toThrow('does not wait')
  })

  it('undone by a post-condition although the contract failed', async () => {
    const id = await send(await note(5))
    const answered = await client.post('/control/mine-undone', {
      txid: id,
      status: 'abort_by_post_condition',
      result: `0x${Cl.serialize(Cl.error(Cl.uint(1)))}`,
    })
    expect(answered.status).toBe(200)
    expect(await statusOf(id)).toMatchObject({
      tx_status: 'abort_by_post_condition',
      tx_result: { repr: '(err u1)' },
    })
  })

  it('dropped for each reason, and back when it is submitted again', async () => {
    const transaction = await note(6)
    for (const status of [
      'dropped_too_expensive',
      'dropped_stale_garbage_collect',
      'dropped_problematic',
      'dropped_replace_across_fork',
    ]) {
      const id = await send(transaction)
      expect((await client.post('/control/drop', { txid: id, status })).status).toBe(200)
      expect((await statusOf(id)).tx_status).toBe(status)
    }
    const id = await send(transaction)
    await network.control.mine()
    expect((await statusOf(id)).tx_status).toBe('success')
  })

  it('replaced by one of the same nonce that was mined', async () => {
    const waiting = await note(7)
    await send(waiting)
    const other = await client.transfer(user1, user2.address, 7, {
      nonce: Number(waiting.auth.spendingCondition.nonce),
    })
    await network.node.perform({ kind: 'transaction', raw: other.serialize() })
    expect(await statusOf(waiting.txid())).toMatchObject({
      tx_status: 'dropped_replace_by_fee',
      replaced_by_tx_id: `0x${other.txid()}`,
    })
  })
})

describe('a reorganisation', () => {
  it('gives blocks other names, and makes their transactions wait again', async () => {
    const id = await send(await note(8))
    await network.control.mine()
    await network.control.mineBurn()
    const mined = await statusOf(id)
    const info = (await client.get('/v2/info')).json
    const nonce = await nonceOf(user1.address)
    await network.control.reorganise(2)
    expect((await statusOf(id)).tx_status).toBe('pending')
    expect(await nonceOf(user1.address)).toBe(nonce - 1)
    const after = (await client.get('/v2/info')).json
    expect(after.burn_block_height).toBe(info.burn_block_height)
    expect(after.pox_consensus).not.toBe(info.pox_consensus)
    await network.control.mine()
    const again = await statusOf(id)
    expect(again).toMatchObject({ tx_status: 'success', canonical: true })
    expect(again.block_hash).not.toBe(mined.block_hash)
  })

  it('keeps a transaction that nobody mines again only as one of an undone block', async () => {
    const id = await send(await note(9))
    await network.control.mine()
    await network.control.reorganise(1, { forget: true })
    expect(await statusOf(id)).toMatchObject({ tx_status: 'success', canonical: false })
    expect((await client.get(`/extended/v3/transactions/0x${id}`)).status).toBe(404)
    const { json } = await client.get(`/extended/v3/principals/${user1.address}/nonces`)
    expect(json.next_nonce).toBe(await nonceOf(user1.address))
  })

  it('does not undo what sets the chain up', async () => {
    await expect(network.control.reorganise(100_000)).rejects.toThrow('does not reach back')
    expect((await client.post('/control/reorganise', { blocks: 0 })).status).toBe(400)
  })
})

describe('an API behind its node', () => {
  it('knows a transaction, its events and its sums some blocks later', async () => {
    await network.control.mineStacks(3)
    const before = (await client.get(`/extended/v1/address/${user3.address}/balances`)).json
    await client.post('/control/api-lag', { blocks: 2 })
    const nonce = await nonceOf(user2.address)
    const sent = await client.transfer(user2, user3.address, 11)
    const id = await send(sent)
    expect((await client.get(`/extended/v1/tx/0x${id}`)).status).toBe(404)
    await network.control.mine()
    expect(await nonceOf(user2.address)).toBe(nonce + 1)
    expect((await client.get(`/extended/v1/tx/0x${id}`)).status).toBe(404)
    const { chain_tip: tip } = (await client.get('/extended')).json
    expect(tip.block_height).toBe(network.control.heights().stacks - 2)
    expect((await client.get(`/extended/v2/blocks/${tip.block_height + 1}`)).status).toBe(404)
    expect((await client.get(`/extended/v1/address/${user3.address}/balances`)).json).toEqual(
      before,
    )

    await network.control.mineStacks()
    expect((await statusOf(id)).tx_status).toBe('pending')
    await network.control.mineStacks()
    expect((await statusOf(id)).tx_status).toBe('success')
    const after = (await client.get(`/extended/v1/address/${user3.address}/balances`)).json
    expect(BigInt(after.stx.balance)).toBe(BigInt(before.stx.balance) + 11n)
    network.control.setApiLag(0)
  })
})

describe('what the node says of what is not there', () => {
  it('finds nothing in a map that no contract has', async () => {
    for (const name of ['notes/nothing', 'no-contract/nothing'])
      expect(
        (
          await client.post(
            `/v2/map_entry/${user1.address}/${name}?proof=0`,
            `0x${Cl.serialize(Cl.uint(1))}`,
          )
        ).json,
      ).toEqual({ data: '0x09' })
  })

  it('reads no more than a node does for one question', async () => {
    const read = async (name: string) =>
      (
        await client.post(`/v2/contracts/call-read/${user1.address}/notes/${name}`, {
          sender: user1.address,
          arguments: [],
        })
      ).json
    expect(await read('read-few')).toEqual({ okay: true, result: `0x${Cl.serialize(Cl.uint(90))}` })
    expect(await read('read-many')).toEqual({
      okay: false,
      cause: expect.stringContaining('CostBalanceExceeded') as string,
    })
    expect(await read('read-nothing')).toMatchObject({ okay: false })
  })

  it('sends on from the places where the API used to answer', async () => {
    const id = await send(await note(10))
    await network.control.mine()
    const options = { redirect: 'manual' } as const
    const short = await fetch(`${network.url}/extended/v1/tx/${id}?event_limit=1`, options)
    expect([short.status, short.headers.get('location')]).toEqual([
      302,
      `/extended/v1/tx/0x${id}?event_limit=1`,
    ])
    const status = await fetch(`${network.url}/extended/v1/status`, options)
    expect([status.status, status.headers.get('location')]).toEqual([301, '/extended'])
  })

  it('gives what has not changed as such', async () => {
    const path = `${network.url}/extended/v1/contract/${contract}`
    const first = await fetch(path)
    const etag = first.headers.get('etag')!
    expect(first.headers.get('x-api-version')).toMatch(/^v9/)
    expect((await fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})
