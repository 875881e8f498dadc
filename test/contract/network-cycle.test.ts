import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl, type ClarityValue, type PostCondition } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNetwork, type Network, type NetworkOptions } from '../../src/dev/network/index.ts'
import {
  createNetworkClient,
  user1,
  user2,
  user3,
  type NetworkClient,
} from '../support/contract/network-client.ts'

const onDemand: NetworkOptions = {
  demo: { snapshots: 2, blocksPerSnapshot: 3 },
  blockIntervalMs: 0,
  keeper: false,
}
const sbtc = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token::sbtc-token'

const readBy =
  (client: NetworkClient, contract: string) =>
  async (method: string, ...args: ClarityValue[]) =>
    Cl.deserialize(
      (
        await client.post(`/v2/contracts/call-read/${contract.replace('.', '/')}/${method}`, {
          sender: user1.address,
          arguments: args.map((arg) => Cl.serialize(arg)),
        })
      ).json.result,
    )

const transfersTo = async (client: NetworkClient, address: string) =>
  (
    (await client.get(`/extended/v1/address/${address}/assets?limit=50`)).json.results as {
      asset?: { asset_id: string; sender: string; amount: string }
    }[]
  ).filter(({ asset }) => asset?.asset_id === sbtc && asset.sender !== '')

describe('a demo network', () => {
  const folder = mkdtempSync(join(tmpdir(), 'twinstack-network-'))
  const journal = join(folder, 'chain.jsonl')
  let network: Network
  let client: NetworkClient
  const start = async () => {
    network = await createNetwork({ ...onDemand, folder })
    client = createNetworkClient(network)
  }
  beforeAll(start)
  afterAll(async () => {
    await network?.close()
    rmSync(folder, { recursive: true })
  })

  it('starts with ten participants, a pool, and users with different holdings', async () => {
    const read = readBy(client, network.contracts.dualStacking)
    expect(await read('cycle-data')).toMatchObject({
      value: {
        'participants-count': Cl.uint(10),
        'snapshots-per-cycle': Cl.uint(2),
        'blocks-per-snapshot': Cl.uint(3),
      },
    })
    expect(await read('get-contract-sbtc-balance')).toEqual(Cl.uint(5_000_000_000n))
    const locked = async (address: string) =>
      (await client.get(`/extended/v1/address/${address}/stx`)).json.locked
    expect([
      await locked(user1.address),
      await locked(user2.address),
      await locked(user3.address),
    ]).toEqual(['60000000000', '0', '0'])
    expect(await read('is-enrolled-in-next-cycle', Cl.principal(user1.address))).toEqual(
      Cl.bool(false),
    )
  })

  it('takes an enrollment, runs the cycles and pays: the whole job over HTTP', async () => {
    const { dualStacking } = network.contracts
    const read = readBy(client, dualStacking)
    const enrolled = await client.mined(
      await client.call(user1, dualStacking, 'enroll', { args: [Cl.none()] }),
    )
    expect(enrolled).toMatchObject({
      tx_status: 'success',
      events: [{ contract_log: { value: { repr: expect.stringContaining('"enroll"') } } }],
    })
    const poor = await client.mined(
      await client.call(user3, dualStacking, 'enroll', { args: [Cl.none()] }),
    )
    expect(poor.tx_result.repr).toBe('(err u104)')

    const first = (await client.post('/control/run-to', { functionName: 'advance-to-next-cycle' }))
      .json
    expect(first.called).toContain('distribute-rewards')
    expect(await transfersTo(client, user1.address)).toEqual([])
    expect(await read('is-enrolled-this-cycle', Cl.principal(user1.address))).toEqual(Cl.bool(true))

    await client.mined(
      await client.call(user1, dualStacking, 'change-reward-address', {
        args: [Cl.principal(user2.address)],
      }),
    )
    await client.post('/control/run-to', { functionName: 'finalize-reward-distribution' })
    const [paid] = await transfersTo(client, user1.address)
    const reward = await read(
      'reward-amount-for-cycle-and-address',
      Cl.uint(1),
      Cl.principal(user1.address),
    )
    expect(reward).toEqual(Cl.some(Cl.uint(paid!.asset!.amount)))
    expect(BigInt(paid!.asset!.amount)).toBeGreaterThan(1000n)
    expect(paid!.asset!.sender).toBe(dualStacking)

    await client.mined(await client.call(user1, dualStacking, 'opt-out'))
    await client.post('/control/run-to', { functionName: 'finalize-reward-distribution' })
    expect(await transfersTo(client, user2.address)).toEqual([])
    expect(await read('is-enrolled-this-cycle', Cl.principal(user1.address))).toEqual(
      Cl.bool(false),
    )
  })

  it('returns to its beginning in one step', async () => {
    await client.post('/control/reset', {})
    const read = readBy(client, network.contracts.dualStacking)
    expect(await read('get-current-cycle-id')).toEqual(Cl.uint(0))
    expect((await client.get(`/v2/accounts/${user1.address}?proof=0`)).json.nonce).toBe(0)
    await client.mined(
      await client.call(user1, network.contracts.dualStacking, 'enroll', { args: [Cl.none()] }),
    )
    expect(await read('is-enrolled-in-next-cycle', Cl.principal(user1.address))).toEqual(
      Cl.bool(true),
    )
  })

  it('steps one call at a time, and says when the target does not exist', async () => {
    await client.post('/control/reset', {})
    expect((await client.post('/control/step', {})).json).toMatchObject({
      called: 'capture-snapshot-balances',
      txid: expect.stringMatching(/^0x/),
    })
    expect((await client.post('/control/step', {})).json).toMatchObject({
      called: 'advance-to-next-snapshot',
    })
  })

  it('has a keeper that advances the cycle, and stops on request', async () => {
    await client.post('/control/reset', {})
    await client.post('/control/keeper', { on: true })
    const read = readBy(client, network.contracts.dualStacking)
    const cycle = async () =>
      Number(((await read('get-current-cycle-id')) as { value: bigint }).value)
    const second = new Promise<void>((resolve) => {
      const stop = network.node.onChange(
        () =>
          void cycle().then((now) => {
            if (now < 2) return
            stop()
            resolve()
          }),
      )
    })
    for (let block = 0; block < 13; block++) await network.control.mineBurn()
    await second
    await client.post('/control/keeper', { on: false })
    await network.control.mineBurn(20)
    expect(await cycle()).toBe(2)
    expect((await client.get('/control/status')).json).toMatchObject({ keeper: false })
  })

  it('keeps its history over a restart, and can still start over', async () => {
    await client.post('/control/reset', {})
    const { dualStacking } = network.contracts
    await client.mined(await client.call(user1, dualStacking, 'enroll', { args: [Cl.none()] }))
    const giving = [Cl.uint(5), Cl.principal(user1.address), Cl.principal(user2.address), Cl.none()]
    const violating = await client.mined(
      await client.call(user1, sbtc.split('::')[0]!, 'transfer', { args: giving }),
    )
    expect(violating.tx_status).toBe('abort_by_post_condition')
    await network.control.runTo('advance-to-next-snapshot')
    const tell = async () => ({
      status: (await client.get('/control/status')).json,
      transactions: (await client.get(`/extended/v1/address/${user1.address}/transactions`)).json,
      balances: (await client.get(`/extended/v1/address/${user1.address}/balances`)).json,
      account: (await client.get(`/v2/accounts/${user1.address}?proof=0`)).json,
      snapshot: await readBy(client, dualStacking)('snapshot-data'),
    })
    const before = await tell()
    await network.close()
    appendFileSync(journal, '{"at":1,"operation":{"kind":"bu')
    await start()
    expect(await tell()).toEqual(before)
    await client.mined(await client.call(user2, dualStacking, 'enroll', { args: [Cl.none()] }))
    await network.control.runTo('distribute-rewards')
    await network.control.reset()
    expect((await tell()).account.nonce).toBe(0)
    expect(readFileSync(journal, 'utf8').split('\n')).toHaveLength(
      network.node.entries().length + 2,
    )
  })

  it('refuses a folder of another kind of network, or a damaged one', async () => {
    await expect(createNetwork({ ...onDemand, folder, contract: 'v1' })).rejects.toThrow(
      'choose another folder',
    )
    const lines = readFileSync(journal, 'utf8').split('\n')
    writeFileSync(journal, [...lines.slice(0, 2), 'nonsense', ...lines.slice(3)].join('\n'))
    await expect(createNetwork({ ...onDemand, folder })).rejects.toThrow('damaged at line 3')
  })
})

describe('a network of the first build', () => {
  let network: Network
  let client: NetworkClient
  beforeAll(async () => {
    network = await createNetwork({ ...onDemand, contract: 'v1' })
    client = createNetworkClient(network)
  })
  afterAll(() => network?.close())

  it('locks by pox-4', async () => {
    expect((await client.get('/v2/pox')).json).toMatchObject({
      contract_id: 'ST000000000000000000002AMW42H.pox-4',
      current_burnchain_block_height: network.control.heights().burn,
      reward_cycle_length: 1050,
    })
    await network.control.lockStx(user2.address, 4_000_000_000n)
    const { json } = await client.get(`/v2/accounts/${user2.address}?proof=0`)
    expect(json).toMatchObject({
      locked: `0x${4_000_000_000n.toString(16).padStart(32, '0')}`,
      unlock_height: 15_750,
    })
  })

  it.each([
    { type: 'staking-postcondition', condition: 'eq', amount: 5n },
    { type: 'pox-postcondition', condition: 'may-perform' },
  ] as const)('refuses a $type: its epoch does not know it', async (condition) => {
    const conditions = [{ ...condition, address: user1.address }] as PostCondition[]
    const { dualStacking } = network.contracts
    const args = [Cl.none()]
    const signed = await client.call(user1, dualStacking, 'enroll', { args, conditions })
    expect(await client.post('/v2/transactions', { tx: signed.serialize() })).toMatchObject({
      status: 400,
      json: { reason: 'Deserialization', reason_data: { message: expect.stringMatching(/4\.0/) } },
    })
  })

  it('runs its cycles too', async () => {
    await client.mined(
      await client.call(user1, network.contracts.dualStacking, 'enroll', { args: [Cl.none()] }),
    )
    await network.control.runTo('advance-to-next-cycle')
    await network.control.runTo('distribute-rewards')
    expect(await transfersTo(client, user1.address)).toHaveLength(1)
  })
})
