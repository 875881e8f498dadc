import { TransactionVersion } from '@stacks/network'
import { Cl, Pc, PostConditionMode, fetchNonce } from '@stacks/transactions'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createNetwork } from '../../src/network/index.ts'
import type { Network } from '../../src/network/index.ts'
import { clientOf, user1, user2, user3 } from './support/network.ts'
import type { Client } from './support/network.ts'

const assets = `
(define-fungible-token coin)
(define-non-fungible-token thing uint)
(define-public (mint) (begin (try! (ft-mint? coin u100 tx-sender)) (try! (nft-mint? thing u1 tx-sender)) (nft-mint? thing u2 tx-sender)))
(define-public (give-coin (amount uint) (to principal)) (ft-transfer? coin amount tx-sender to))
(define-public (burn-coin (amount uint)) (ft-burn? coin amount tx-sender))
(define-public (give-thing (id uint) (to principal)) (nft-transfer? thing id tx-sender to))
(define-public (give-stx (amount uint) (to principal)) (stx-transfer? amount tx-sender to))
(define-public (keep-stx (amount uint)) (stx-transfer? amount tx-sender (as-contract tx-sender)))
(define-public (return-stx (amount uint)) (let ((to tx-sender)) (as-contract (stx-transfer? amount tx-sender to))))
(define-public (refuse) (err u7))
(define-public (break) (ok (- u0 u1)))
(define-read-only (coins (who principal)) (ft-get-balance coin who))
`
const contract: `${string}.${string}` = `${user1.address}.assets`
const coin = `${contract}::coin`
const thing = `${contract}::thing`

let network: Network
let client: Client
let toolkit: ReturnType<Network['node']['entries']>

beforeAll(async () => {
  network = await createNetwork({ blockIntervalMs: 0 })
  client = clientOf(network)
  await client.mined(await client.deploy(user1, 'assets', assets, { clarityVersion: 3 }))
  await client.mined(await client.call(user1, contract, 'mint', [], { mode: PostConditionMode.Allow }))
  toolkit = [...network.node.entries()]
})
beforeEach(() => network.node.restore(toolkit))
afterAll(() => network?.close())

const accountOf = async (address: string) => (await client.get(`/v2/accounts/${address}?proof=0`)).json as { balance: string; nonce: number }
const balanceOf = async (address: string) => BigInt((await accountOf(address)).balance)
const coinsOf = async (address: string) =>
  Cl.deserialize((await client.post(`/v2/contracts/call-read/${contract.replace('.', '/')}/coins`, { sender: address, arguments: [Cl.serialize(Cl.principal(address))] })).json.result)

describe('a signed transaction', () => {
  it('moves STX, pays its fee, counts the nonce and can be read back', async () => {
    const [before, sink] = [await balanceOf(user1.address), await balanceOf(user2.address)]
    const read = await client.mined(await client.transfer(user1, user2.address, 1_000_000))
    expect(read).toMatchObject({
      tx_status: 'success', tx_type: 'token_transfer', nonce: 2, sender_address: user1.address,
      token_transfer: { recipient_address: user2.address, amount: '1000000', memo: `0x${Buffer.from('hello').toString('hex').padEnd(68, '0')}` },
      events: [{ event_type: 'stx_asset', asset: { asset_event_type: 'transfer', sender: user1.address, recipient: user2.address, amount: '1000000' } }],
    })
    expect(await balanceOf(user1.address)).toBe(before - 1_000_000n - BigInt(read.fee_rate))
    expect(await balanceOf(user2.address)).toBe(sink + 1_000_000n)
    expect((await accountOf(user1.address)).nonce).toBe(3)
    expect(read.block_height).toBe((await client.get('/v2/info')).json.stacks_tip_height)
  })

  it('waits in the mempool until a block is made, and its nonce counts at once', async () => {
    const sent = await client.send(await client.transfer(user1, user2.address, 5))
    expect((await client.get(`/extended/v1/tx/${(sent as { txid: string }).txid}`)).json).toMatchObject({ tx_status: 'pending' })
    expect((await client.get('/extended/v1/tx/mempool')).json).toMatchObject({ total: 1, results: [{ sender_address: user1.address }] })
    expect(await fetchNonce({ address: user1.address, network: client.stacks, client: client.client })).toBe(3n)
    await client.send(await client.transfer(user1, user2.address, 6))
    expect(await network.control.mine()).toHaveLength(2)
    expect((await client.get('/extended/v1/tx/mempool')).json.total).toBe(0)
  })

  it('is taken as bytes too, and the same one twice is the same one', async () => {
    const transaction = await client.transfer(user1, user2.address, 5)
    const bytes = await client.post('/v2/transactions', transaction.serializeBytes(), 'application/octet-stream')
    expect(bytes).toEqual({ status: 200, json: transaction.txid() })
    expect(await client.send(transaction)).toEqual({ txid: transaction.txid() })
    expect((await client.get(`/extended/v1/tx/${transaction.txid()}/raw`)).json).toEqual({ raw_tx: `0x${transaction.serialize()}` })
    expect(await network.control.mine()).toHaveLength(1)
  })

  it('keeps an error response and an abort on the chain, with fee and nonce', async () => {
    const before = await balanceOf(user1.address)
    const refused = await client.mined(await client.call(user1, contract, 'refuse'))
    expect(refused).toMatchObject({ tx_status: 'abort_by_response', tx_result: { hex: '0x080100000000000000000000000000000007', repr: '(err u7)' }, event_count: 0 })
    const broken = await client.mined(await client.call(user1, contract, 'break'))
    expect(broken).toMatchObject({ tx_status: 'abort_by_response', tx_result: { repr: '(err none)' }, vm_error: expect.stringContaining('ArithmeticUnderflow') })
    expect(await balanceOf(user1.address)).toBe(before - BigInt(refused.fee_rate) - BigInt(broken.fee_rate))
    expect((await accountOf(user1.address)).nonce).toBe(4)
  })

  it('deploys a contract, and a broken one only costs its fee', async () => {
    const good = await client.mined(await client.deploy(user2, 'one', '(define-read-only (one) u1)'))
    expect(good).toMatchObject({ tx_status: 'success', tx_type: 'smart_contract', smart_contract: { contract_id: `${user2.address}.one` } })
    expect((await client.get(`/v2/contracts/source/${user2.address}/one`)).json).toEqual({ source: '(define-read-only (one) u1)', publish_height: good.block_height })
    const bad = await client.mined(await client.deploy(user2, 'two', '(define-read-only (two) (ok nothing))'))
    expect(bad).toMatchObject({ tx_status: 'abort_by_response', vm_error: expect.stringContaining('nothing') })
    expect((await client.get(`/v2/contracts/interface/${user2.address}/two`)).status).toBe(404)
    const twice = await client.send(await client.deploy(user2, 'one', '(define-read-only (one) u2)'))
    expect(twice).toMatchObject({ reason: 'ContractAlreadyExists', reason_data: { contract_identifier: `${user2.address}.one` } })
  })
})

describe('the node refuses', () => {
  const reject = async (transaction: Parameters<Client['send']>[0]) => {
    const sent = await client.send(transaction)
    expect(sent).toMatchObject({ error: 'transaction rejected', txid: transaction.txid() })
    expect(await network.control.mine()).toEqual([])
    return sent
  }

  it('a nonce already used', async () => {
    expect(await reject(await client.transfer(user1, user2.address, 5, { nonce: 1 }))).toMatchObject({
      reason: 'BadNonce', reason_data: { expected: 2, actual: 1, is_origin: true, principal: user1.address },
    })
  })

  it('a nonce too far ahead, but keeps one with a gap until the gap is filled', async () => {
    expect(await reject(await client.transfer(user1, user2.address, 5, { nonce: 27 }))).toMatchObject({ reason: 'TooMuchChaining' })
    await client.send(await client.transfer(user1, user2.address, 5, { nonce: 3 }))
    expect(await network.control.mine()).toEqual([])
    expect((await client.get(`/extended/v1/address/${user1.address}/nonces`)).json).toEqual({
      last_mempool_tx_nonce: 3, last_executed_tx_nonce: 1, possible_next_nonce: 4, detected_missing_nonces: [2], detected_mempool_nonces: [3],
    })
    await client.send(await client.transfer(user1, user2.address, 5, { nonce: 2 }))
    expect(await network.control.mine()).toHaveLength(2)
  })

  it('a signature by another key', async () => {
    const transaction = await client.transfer(user1, user2.address, 5)
    transaction.setFee(123_456)
    expect(await reject(transaction)).toMatchObject({ reason: 'SignatureValidation', reason_data: { message: expect.any(String) } })
  })

  it('another network, a sponsor, a fee below one microSTX per byte', async () => {
    const mainnet = await client.transfer(user1, user2.address, 5)
    mainnet.transactionVersion = TransactionVersion.Mainnet
    expect(await reject(mainnet)).toMatchObject({ reason: 'BadTransactionVersion' })
    expect(await reject(await client.transfer(user1, user2.address, 5, { sponsored: true, fee: 0 }))).toMatchObject({ reason: 'SignatureValidation' })
    expect(await reject(await client.transfer(user1, user2.address, 5, { fee: 10 }))).toMatchObject({ reason: 'FeeTooLow', reason_data: { actual: 10 } })
  })

  it('what the sender cannot pay', async () => {
    const has = await balanceOf(user3.address)
    const hex = (amount: bigint) => `0x${amount.toString(16).padStart(32, '0')}`
    expect(await reject(await client.transfer(user3, user2.address, Number(has), { fee: 1000 }))).toMatchObject({
      reason: 'NotEnoughFunds', reason_data: { expected: hex(has + 1000n), actual: hex(has) },
    })
    expect(await reject(await client.call(user3, contract, 'refuse', [], { fee: Number(has) + 1 }))).toMatchObject({ reason: 'NotEnoughFunds' })
  })

  it('a call that cannot be: no contract, no such function, wrong arguments', async () => {
    const call = (name: string, method: string, args = [Cl.uint(1)]) => client.call(user1, name, method, args, { fee: 1000, nonce: 2 })
    expect(await reject(await call(`${user1.address}.nothing`, 'refuse'))).toMatchObject({ reason: 'NoSuchContract' })
    expect(await reject(await call(contract, 'nothing'))).toMatchObject({ reason: 'NoSuchPublicFunction' })
    expect(await reject(await call(contract, 'coins'))).toMatchObject({ reason: 'NoSuchPublicFunction' })
    expect(await reject(await call(contract, 'refuse'))).toMatchObject({ reason: 'BadFunctionArgument', reason_data: { message: expect.any(String) } })
  })

  it('a transfer to oneself, of nothing, or to another network', async () => {
    const refused = (recipient: string, amount = 5) => client.transfer(user1, recipient, amount).then(reject)
    expect(await refused(user1.address)).toMatchObject({ reason: 'TransferRecipientCannotEqualSender' })
    expect(await refused(user2.address, 0)).toMatchObject({ reason: 'TransferAmountMustBePositive' })
    expect(await refused('SP2JXKMSH007NPYAQHKJPQMAQYAD90NQGTVJVQ02B')).toMatchObject({ reason: 'BadAddressVersionByte' })
  })

  it('a second transaction with the same nonce, unless it pays more', async () => {
    const first = await client.transfer(user1, user2.address, 5, { nonce: 2, fee: 1000 })
    await client.send(first)
    expect(await client.send(await client.transfer(user1, user2.address, 6, { nonce: 2, fee: 1000 }))).toMatchObject({ reason: 'ConflictingNonceInMempool' })
    const second = await client.transfer(user1, user2.address, 7, { nonce: 2, fee: 1001 })
    await client.send(second)
    expect(await network.control.mine()).toEqual([`0x${second.txid()}`])
    expect((await client.get(`/extended/v1/tx/${first.txid()}`)).json).toMatchObject({ tx_status: 'dropped_replace_by_fee', replaced_by_tx_id: `0x${second.txid()}` })
  })

  it('bytes that are no transaction', async () => {
    expect(await client.post('/v2/transactions', { tx: '00ff' })).toMatchObject({ status: 400, json: { error: 'transaction rejected', reason: 'Deserialization' } })
    const trailing = `${(await client.transfer(user1, user2.address, 5)).serialize()}00`
    expect(await client.post('/v2/transactions', { tx: trailing })).toMatchObject({ status: 400, json: { reason: 'Deserialization' } })
    expect(await client.post('/v2/transactions', { tx: 'hello' })).toMatchObject({ status: 400, json: { error: '`tx` must be hex' } })
    expect((await client.post('/v2/transactions', new Uint8Array([1, 2]), 'text/plain')).status).toBe(400)
  })

  it('is forgotten when told', async () => {
    const { txid } = await client.send(await client.transfer(user1, user2.address, 5)) as { txid: string }
    expect(await client.post('/control/drop', { txid })).toMatchObject({ status: 200 })
    expect((await client.get(`/extended/v1/tx/${txid}`)).json).toMatchObject({ tx_status: 'dropped_stale_garbage_collect' })
    expect(await client.post('/control/drop', { txid })).toMatchObject({ status: 409 })
    expect(await network.control.mine()).toEqual([])
  })

  it('drops at mining what has become unpayable', async () => {
    const has = Number(await balanceOf(user3.address))
    const first = await client.transfer(user3, user2.address, has - 2000, { nonce: 0, fee: 500 })
    const second = await client.transfer(user3, user2.address, has - 2000, { nonce: 1, fee: 500 })
    await client.send(first)
    await client.send(second)
    expect(await network.control.mine()).toEqual([`0x${first.txid()}`])
    expect((await client.get(`/extended/v1/tx/${second.txid()}`)).json).toMatchObject({ tx_status: 'dropped_problematic' })
  })
})

describe('post-conditions', () => {
  const who = () => Pc.principal(user1.address)
  const give = (args: [string, ...Parameters<typeof Cl.uint>], conditions: Parameters<typeof client.call>[4]) =>
    client.call(user1, contract, args[0], [Cl.uint(args[1]), Cl.principal(user2.address)], conditions).then(client.mined)

  it('undo everything but the fee when one is violated', async () => {
    const before = await balanceOf(user1.address)
    const violated = await give(['give-coin', 7], { conditions: [who().willSendEq(6).ft(contract, 'coin')] })
    expect(violated).toMatchObject({ tx_status: 'abort_by_post_condition', tx_result: { repr: '(ok true)' }, event_count: 0, events: [], post_condition_mode: 'deny' })
    expect(violated.vm_error).toBe(`${user1.address} sent 7 of ${coin}, not exactly 6`)
    expect(await coinsOf(user1.address)).toEqual(Cl.uint(100))
    expect(await coinsOf(user2.address)).toEqual(Cl.uint(0))
    expect(await balanceOf(user1.address)).toBe(before - BigInt(violated.fee_rate))
    expect(await give(['give-coin', 7], { conditions: [who().willSendEq(7).ft(contract, 'coin')] })).toMatchObject({ tx_status: 'success', nonce: 3 })
    expect(await coinsOf(user2.address)).toEqual(Cl.uint(7))
  })

  it('in deny mode let nothing move that none names; in allow mode they do', async () => {
    expect(await give(['give-coin', 7], {})).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-stx', 7], {})).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-thing', 1], {})).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-thing', 1], { conditions: [who().willSendAsset().nft(`${user1.address}.assets::thing`, Cl.uint(2))] })).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-coin', 7], { mode: PostConditionMode.Allow })).toMatchObject({ tx_status: 'success' })
  })

  it.each([
    ['eq', 7, true], ['eq', 8, false], ['gt', 6, true], ['gt', 7, false], ['gte', 7, true], ['gte', 8, false], ['lt', 8, true], ['lt', 7, false], ['lte', 7, true], ['lte', 6, false],
  ] as const)('compare amounts: %s %i of 7 sent holds: %s', async (condition, amount, holds) => {
    const status = holds ? 'success' : 'abort_by_post_condition'
    expect(await give(['give-stx', 7], { conditions: [{ type: 'stx-postcondition', address: user1.address, condition, amount }] })).toMatchObject({ tx_status: status })
  })

  it('count burns as sent, and every principal apart', async () => {
    const burn = (amount: number) => client.call(user1, contract, 'burn-coin', [Cl.uint(5)], { conditions: [who().willSendLte(amount).ft(contract, 'coin')] }).then(client.mined)
    expect(await burn(4)).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await burn(5)).toMatchObject({ tx_status: 'success' })
    await client.mined(await client.call(user1, contract, 'keep-stx', [Cl.uint(50)], { conditions: [who().willSendEq(50).ustx()] }))
    const back = (conditions: Parameters<typeof client.call>[4]) => client.call(user1, contract, 'return-stx', [Cl.uint(20)], conditions).then(client.mined)
    expect(await back({})).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await back({ mode: PostConditionMode.Originator })).toMatchObject({ tx_status: 'success' })
    expect(await back({ conditions: [Pc.principal(contract).willSendEq(20).ustx()] })).toMatchObject({ tx_status: 'success' })
  })

  it('name non-fungible items: sent, not sent, perhaps sent', async () => {
    const item = (condition: 'sent' | 'not-sent' | 'maybe-sent', id: number) =>
      ({ type: 'nft-postcondition', address: user1.address, asset: thing, assetId: Cl.uint(id), condition }) as never
    expect(await give(['give-thing', 1], { conditions: [item('not-sent', 1)] })).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-thing', 1], { conditions: [item('sent', 1), item('sent', 2)] })).toMatchObject({ tx_status: 'abort_by_post_condition' })
    expect(await give(['give-thing', 1], { conditions: [item('sent', 1), item('not-sent', 2)] })).toMatchObject({ tx_status: 'success' })
    expect(await give(['give-thing', 2], { conditions: [item('maybe-sent', 2)] })).toMatchObject({ tx_status: 'success' })
  })

  it('stay undone after the chain is built again from its history', async () => {
    await give(['give-coin', 7], {})
    await give(['give-coin', 3], { mode: PostConditionMode.Allow })
    const entries = [...network.node.entries()]
    await network.node.restore(entries)
    expect(await coinsOf(user2.address)).toEqual(Cl.uint(3))
    expect((await client.get(`/extended/v1/address/${user1.address}/transactions?limit=2`)).json.results).toMatchObject([
      { tx_status: 'success' }, { tx_status: 'abort_by_post_condition' },
    ])
  })
})
