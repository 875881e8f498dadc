import { TransactionVersion } from '@stacks/network'
import { Cl, PostConditionMode, fetchNonce, sponsorTransaction } from '@stacks/transactions'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import {
  createNetworkClient,
  user1,
  user2,
  user3,
  type NetworkClient,
} from '../support/contract/network-client.ts'
import {
  assetsContract as contract,
  assetsSource,
  postConditionTests,
} from '../support/contract/post-condition-tests.ts'

let network: Network
let client: NetworkClient
let toolkit: ReturnType<Network['node']['entries']>

beforeAll(async () => {
  network = await createNetwork({ blockIntervalMs: 0 })
  client = createNetworkClient(network)
  await client.mined(await client.deploy(user1, 'assets', assetsSource, { clarityVersion: 3 }))
  await client.mined(await client.call(user1, contract, 'mint', { mode: PostConditionMode.Allow }))
  toolkit = [...network.node.entries()]
})
beforeEach(() => network.node.restore(toolkit))
afterAll(() => network?.close())

const accountOf = async (address: string) =>
  (await client.get(`/v2/accounts/${address}?proof=0`)).json as { balance: string; nonce: number }
const balanceOf = async (address: string) => BigInt((await accountOf(address)).balance)

describe('a signed transaction', () => {
  it('moves STX, pays its fee, counts the nonce and can be read back', async () => {
    const [before, sink] = [await balanceOf(user1.address), await balanceOf(user2.address)]
    const read = await client.mined(await client.transfer(user1, user2.address, 1_000_000))
    expect(read).toMatchObject({
      tx_status: 'success',
      tx_type: 'token_transfer',
      nonce: 2,
      sender_address: user1.address,
      token_transfer: {
        recipient_address: user2.address,
        amount: '1000000',
        memo: `0x${Buffer.from('hello').toString('hex').padEnd(68, '0')}`,
      },
      events: [
        {
          event_type: 'stx_asset',
          asset: {
            asset_event_type: 'transfer',
            sender: user1.address,
            recipient: user2.address,
            amount: '1000000',
          },
        },
      ],
    })
    expect(await balanceOf(user1.address)).toBe(before - 1_000_000n - BigInt(read.fee_rate))
    expect(await balanceOf(user2.address)).toBe(sink + 1_000_000n)
    expect((await accountOf(user1.address)).nonce).toBe(3)
    expect(read.block_height).toBe((await client.get('/v2/info')).json.stacks_tip_height)
  })

  it('waits in the mempool until a block is mined, and its nonce counts at once', async () => {
    const sent = await client.send(await client.transfer(user1, user2.address, 5))
    expect(
      (await client.get(`/extended/v1/tx/${(sent as { txid: string }).txid}`)).json,
    ).toMatchObject({ tx_status: 'pending' })
    expect((await client.get('/extended/v1/tx/mempool')).json).toMatchObject({
      total: 1,
      results: [{ sender_address: user1.address }],
    })
    expect(
      await fetchNonce({ address: user1.address, network: client.stacks, client: client.client }),
    ).toBe(3n)
    await client.send(await client.transfer(user1, user2.address, 6))
    expect(await network.control.mine()).toHaveLength(2)
    expect((await client.get('/extended/v1/tx/mempool')).json.total).toBe(0)
  })

  it('is accepted as bytes too, and a second submission is the same one', async () => {
    const transaction = await client.transfer(user1, user2.address, 5)
    const bytes = await client.post(
      '/v2/transactions',
      transaction.serializeBytes(),
      'application/octet-stream',
    )
    expect(bytes).toEqual({ status: 200, json: transaction.txid() })
    expect(await client.send(transaction)).toEqual({ txid: transaction.txid() })
    expect((await client.get(`/extended/v1/tx/${transaction.txid()}/raw`)).json).toEqual({
      raw_tx: `0x${transaction.serialize()}`,
    })
    expect(await network.control.mine()).toHaveLength(1)
  })

  it('keeps an error response and an abort on the chain, with fee and nonce', async () => {
    const before = await balanceOf(user1.address)
    const refused = await client.mined(await client.call(user1, contract, 'refuse'))
    expect(refused).toMatchObject({
      tx_status: 'abort_by_response',
      tx_result: { hex: '0x080100000000000000000000000000000007', repr: '(err u7)' },
      event_count: 0,
    })
    const broken = await client.mined(await client.call(user1, contract, 'break'))
    expect(broken).toMatchObject({
      tx_status: 'abort_by_response',
      tx_result: { repr: '(err none)' },
      vm_error: expect.stringContaining('ArithmeticUnderflow'),
    })
    expect(await balanceOf(user1.address)).toBe(
      before - BigInt(refused.fee_rate) - BigInt(broken.fee_rate),
    )
    expect((await accountOf(user1.address)).nonce).toBe(4)
  })

  it('deploys a contract, and a broken one only costs its fee', async () => {
    const good = await client.mined(
      await client.deploy(user2, 'one', '(define-read-only (one) u1)'),
    )
    expect(good).toMatchObject({
      tx_status: 'success',
      tx_type: 'smart_contract',
      smart_contract: { contract_id: `${user2.address}.one` },
    })
    expect((await client.get(`/v2/contracts/source/${user2.address}/one`)).json).toEqual({
      source: '(define-read-only (one) u1)',
      publish_height: good.block_height,
    })
    const bad = await client.mined(
      await client.deploy(user2, 'two', '(define-read-only (two) (ok nothing))'),
    )
    expect(bad).toMatchObject({
      tx_status: 'abort_by_response',
      vm_error: expect.stringContaining('nothing'),
    })
    expect((await client.get(`/v2/contracts/interface/${user2.address}/two`)).status).toBe(404)
    const twice = await client.send(
      await client.deploy(user2, 'one', '(define-read-only (one) u2)'),
    )
    expect(twice).toMatchObject({
      reason: 'ContractAlreadyExists',
      reason_data: { contract_identifier: `${user2.address}.one` },
    })
  })
})

describe('a sponsored transaction', () => {
  const sponsor = async (sponsorNonce: number, nonce: number) =>
    sponsorTransaction({
      transaction: await client.transfer(user1, user2.address, 5, {
        sponsored: true,
        fee: 0,
        nonce,
      }),
      sponsorPrivateKey: user3.key,
      sponsorNonce,
      fee: 3_000,
      network: 'testnet',
    })

  it('takes its fee and a nonce of the sponsor, and a nonce of the sender', async () => {
    const before = [await accountOf(user1.address), await accountOf(user3.address)] as const
    const [of, by] = [before[0].nonce, before[1].nonce]
    const read = await client.mined(await sponsor(by, of))
    expect(read).toMatchObject({
      tx_status: 'success',
      sponsored: true,
      sender_address: user1.address,
      nonce: of,
      sponsor_address: user3.address,
      sponsor_nonce: by,
      fee_rate: '3000',
    })
    const after = [await accountOf(user1.address), await accountOf(user3.address)] as const
    expect(BigInt(before[0].balance) - BigInt(after[0].balance)).toBe(5n)
    expect(BigInt(before[1].balance) - BigInt(after[1].balance)).toBe(3_000n)
    expect(after.map(({ nonce }) => nonce)).toEqual([of + 1, by + 1])
    network.control.setApiLag(1)
    const lagging = await client.get(`/extended/v3/principals/${user3.address}/nonces`)
    network.control.setApiLag(0)
    expect(lagging.json).toMatchObject({ next_nonce: by })
  })

  it('waits for the turn of its sponsor, too, and is refused past it', async () => {
    const { nonce: of } = await accountOf(user1.address)
    const { nonce: by } = await accountOf(user3.address)
    await client.send(await sponsor(by + 1, of))
    expect(await network.control.mine()).toEqual([])
    await client.send(await client.transfer(user3, user2.address, 1, { nonce: by }))
    expect(await network.control.mine()).toHaveLength(2)
    expect(await client.send(await sponsor(by, of + 1))).toMatchObject({
      reason: 'BadNonce',
      reason_data: { is_origin: false, principal: user3.address },
    })
  })
})

describe('the node refuses', () => {
  const reject = async (transaction: Parameters<NetworkClient['send']>[0]) => {
    const sent = await client.send(transaction)
    expect(sent).toMatchObject({ error: 'transaction rejected', txid: transaction.txid() })
    expect(await network.control.mine()).toEqual([])
    return sent
  }

  it('a nonce already used', async () => {
    expect(
      await reject(await client.transfer(user1, user2.address, 5, { nonce: 1 })),
    ).toMatchObject({
      reason: 'BadNonce',
      reason_data: { expected: 2, actual: 1, is_origin: true, principal: user1.address },
    })
  })

  it('a nonce too far ahead, but keeps one with a gap until the gap is filled', async () => {
    expect(
      await reject(await client.transfer(user1, user2.address, 5, { nonce: 27 })),
    ).toMatchObject({ reason: 'TooMuchChaining' })
    await client.send(await client.transfer(user1, user2.address, 5, { nonce: 3 }))
    expect(await network.control.mine()).toEqual([])
    expect((await client.get(`/extended/v1/address/${user1.address}/nonces`)).json).toEqual({
      last_mempool_tx_nonce: 3,
      last_executed_tx_nonce: 1,
      possible_next_nonce: 4,
      detected_missing_nonces: [2],
      detected_mempool_nonces: [3],
    })
    await client.send(await client.transfer(user1, user2.address, 5, { nonce: 2 }))
    expect(await network.control.mine()).toHaveLength(2)
  })

  it('a signature by another key', async () => {
    const transaction = await client.transfer(user1, user2.address, 5)
    transaction.setFee(123_456)
    expect(await reject(transaction)).toMatchObject({
      reason: 'SignatureValidation',
      reason_data: { message: expect.any(String) },
    })
  })

  it('another network, a false sponsor, a fee below one microSTX per byte', async () => {
    const mainnet = await client.transfer(user1, user2.address, 5)
    mainnet.transactionVersion = TransactionVersion.Mainnet
    expect(await reject(mainnet)).toMatchObject({ reason: 'BadTransactionVersion' })
    expect(
      await reject(await client.transfer(user1, user2.address, 5, { sponsored: true, fee: 0 })),
    ).toMatchObject({ reason: 'SignatureValidation' })
    const sponsored = await client.transfer(user1, user2.address, 5, { sponsored: true, fee: 0 })
    const signed = await sponsorTransaction({
      transaction: sponsored,
      sponsorPrivateKey: user3.key,
      sponsorNonce: network.node.ledger.nonce(user3.address),
      fee: 3_000,
      network: 'testnet',
    })
    signed.setFee(4_000)
    expect(await reject(signed)).toMatchObject({ reason: 'SignatureValidation' })
    expect(await reject(await client.transfer(user1, user2.address, 5, { fee: 10 }))).toMatchObject(
      { reason: 'FeeTooLow', reason_data: { actual: 10 } },
    )
  })

  it('what the sender cannot pay', async () => {
    const has = await balanceOf(user3.address)
    const hex = (amount: bigint) => `0x${amount.toString(16).padStart(32, '0')}`
    expect(
      await reject(await client.transfer(user3, user2.address, Number(has), { fee: 1000 })),
    ).toMatchObject({
      reason: 'NotEnoughFunds',
      reason_data: { expected: hex(has + 1000n), actual: hex(has) },
    })
    expect(
      await reject(await client.call(user3, contract, 'refuse', { fee: Number(has) + 1 })),
    ).toMatchObject({ reason: 'NotEnoughFunds' })
  })

  it('an impossible call: no contract, no such function, wrong arguments', async () => {
    const call = (name: string, method: string, args = [Cl.uint(1)]) =>
      client.call(user1, name, method, { args: args, fee: 1000, nonce: 2 })
    expect(await reject(await call(`${user1.address}.nothing`, 'refuse'))).toMatchObject({
      reason: 'NoSuchContract',
    })
    expect(await reject(await call(contract, 'nothing'))).toMatchObject({
      reason: 'NoSuchPublicFunction',
    })
    expect(await reject(await call(contract, 'coins'))).toMatchObject({
      reason: 'NoSuchPublicFunction',
    })
    expect(await reject(await call(contract, 'refuse'))).toMatchObject({
      reason: 'BadFunctionArgument',
      reason_data: { message: expect.any(String) },
    })
  })

  it('a transfer to oneself, of nothing, or to another network', async () => {
    const refused = (recipient: string, amount = 5) =>
      client.transfer(user1, recipient, amount).then(reject)
    expect(await refused(user1.address)).toMatchObject({
      reason: 'TransferRecipientCannotEqualSender',
    })
    expect(await refused(user2.address, 0)).toMatchObject({
      reason: 'TransferAmountMustBePositive',
    })
    expect(await refused('SP2JXKMSH007NPYAQHKJPQMAQYAD90NQGTVJVQ02B')).toMatchObject({
      reason: 'BadAddressVersionByte',
    })
  })

  it('a second transaction with the same nonce, unless it pays more', async () => {
    const first = await client.transfer(user1, user2.address, 5, { nonce: 2, fee: 1000 })
    await client.send(first)
    expect(
      await client.send(await client.transfer(user1, user2.address, 6, { nonce: 2, fee: 1000 })),
    ).toMatchObject({ reason: 'ConflictingNonceInMempool' })
    const second = await client.transfer(user1, user2.address, 7, { nonce: 2, fee: 1001 })
    await client.send(second)
    expect(await network.control.mine()).toEqual([`0x${second.txid()}`])
    expect((await client.get(`/extended/v1/tx/${first.txid()}`)).json).toMatchObject({
      tx_status: 'dropped_replace_by_fee',
      replaced_by_tx_id: `0x${second.txid()}`,
    })
  })

  it('bytes that are not a transaction', async () => {
    expect(await client.post('/v2/transactions', { tx: '00ff' })).toMatchObject({
      status: 400,
      json: { error: 'transaction rejected', reason: 'Deserialization' },
    })
    const trailing = `${(await client.transfer(user1, user2.address, 5)).serialize()}00`
    expect(await client.post('/v2/transactions', { tx: trailing })).toMatchObject({
      status: 400,
      json: { reason: 'Deserialization' },
    })
    expect(await client.post('/v2/transactions', { tx: 'hello' })).toMatchObject({
      status: 400,
      json: { error: 'Bad Request', message: '`tx` must be hex' },
    })
    expect(
      (await client.post('/v2/transactions', new Uint8Array([1, 2]), 'text/plain')).status,
    ).toBe(400)
  })

  it('is dropped on request', async () => {
    const { txid } = (await client.send(await client.transfer(user1, user2.address, 5))) as {
      txid: string
    }
    expect(await client.post('/control/drop', { txid })).toMatchObject({ status: 200 })
    expect((await client.get(`/extended/v1/tx/${txid}`)).json).toMatchObject({
      tx_status: 'dropped_stale_garbage_collect',
    })
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
    expect((await client.get(`/extended/v1/tx/${second.txid()}`)).json).toMatchObject({
      tx_status: 'dropped_problematic',
    })
  })
})

postConditionTests(() => ({ network, client }))
