import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { poolCallFor } from '../../src/chain/dusk/calls.ts'
import { followEvents, type StreamedEvent } from '../../src/chain/dusk/follow-events.ts'
import { parseExactJson } from '../../src/chain/dusk/parse-exact-json.ts'
import { controlPaths } from '../../src/dev/network/dusk/control.ts'
import { networkAccount } from '../../src/dev/network/dusk/network-account.ts'
import { transactionHash } from '../../src/dev/network/dusk/wire/transaction.ts'
import { seeded } from '../../src/protocol/hyperstaking/chain/random.ts'
import { EPOCH } from '../../src/protocol/hyperstaking/core/epoch.ts'
import { STAKE, TRANSFER } from '../../src/protocol/hyperstaking/core/ids.ts'
import { dusk } from '../../src/protocol/hyperstaking/core/units.ts'
import { totalFunds } from '../../src/protocol/hyperstaking/stake/types.ts'
import { openSocket } from '../support/contract/open-socket.ts'
import {
  deployment,
  type Dusk,
  findPoolDeployment,
  startDusk,
} from '../support/contract/start-dusk.ts'

let on: Dusk
const { alice, bob, carol } = {
  alice: networkAccount('alice'),
  bob: networkAccount('bob'),
  carol: networkAccount('carol'),
}
const liquid = findPoolDeployment('Liquid')
const deposit = (lux: bigint) => poolCallFor(liquid, { do: 'deposit', lux, referrer: null })!
const json = (text: string) => parseExactJson(text) as Record<string, unknown>
const query = async (text: string) => json((await on.post('/graphql', { query: text })).text)

beforeAll(async () => {
  on = await startDusk()
})
afterAll(() => on.close())

describe('the node’s paths', () => {
  it('node info, gas price, accounts, and a version header', async () => {
    const info = await on.post('/on/node/info')
    expect(json(info.text)).toMatchObject({
      chain_id: 0,
      version: '1.7.0',
      vm_config: { features: { ABI_PUBLIC_SENDER: 1 } },
    })
    expect(info.headers.get('rusk-version')).toBe('1.7.0')
    expect(json((await on.post('/on/blocks/gas-price')).text)).toEqual({
      average: 1,
      max: 1,
      median: 1,
      min: 1,
    })
    expect(json((await on.post(`/on/account:${bob}/status`)).text)).toEqual({
      balance: '1000000000000000',
      nonce: 0,
      next_nonce: 1,
    })
    expect((await on.post('/on/account:nobody/status')).status).toBe(400)
  })

  it('provisioners carry their amounts as plain numbers, whatever their size', async () => {
    on.network.ledger.stake.entries.set(carol, {
      keys: { account: carol, owner: { kind: 'account', account: carol } },
      data: {
        amount: { value: 0n, locked: 9_007_199_254_740_993n, eligibility: 0n },
        reward: 18_446_744_073_709_551_615n,
        faults: 0,
        hardFaults: 0,
      },
    })
    const { text } = await on.post('/on/node/provisioners')
    on.network.ledger.stake.entries.delete(carol)
    expect(text).toContain('"locked_amt":9007199254740993')
    expect(text).toContain('"reward":18446744073709551615')
    const pool = (json(text) as unknown as Array<{ owner: object }>).filter(
      ({ owner }) => 'Contract' in owner,
    )
    expect(pool).toHaveLength(6)
  })

  it('contract reads take and give JSON; amounts are strings', async () => {
    const read = async (contract: string, method: string, arg: unknown) =>
      on.post(`/on/contracts:${contract}/${method}`, JSON.stringify(arg))
    expect((await read(TRANSFER, 'contract_balance', STAKE)).text).toMatch(/^"\d{16,}"$/)
    expect(json((await read(STAKE, 'get_config', null)).text)).toEqual({
      minimum_stake: '1000000000000',
      warnings: 1,
    })
    expect((await read(STAKE, 'get_version', null)).text).toBe('"8"')
    expect((await read(STAKE, 'get_stake', alice)).text).toBe('null')
    const keys = json((await read(liquid.id, 'health', null)).text) as {
      keys: Array<{ account: string }>
    }
    expect(json((await read(STAKE, 'get_stake_keys', keys.keys[0]!.account)).text)).toMatchObject({
      owner: { Contract: liquid.id },
    })
    expect((await read(STAKE, 'get_stake', 'nonsense')).status).toBe(400)
    expect((await read(liquid.id, 'deposit', '1000')).status).toBe(500)
    expect((await read(liquid.id, 'burn', null)).status).toBe(400)
    expect((await read('ab'.repeat(32), 'config', null)).status).toBe(404)
    expect(
      (
        await on.post(`/on/contracts:${liquid.id}/config`, 'null', {
          'content-type': 'application/octet-stream',
        })
      ).status,
    ).toBe(500)
    expect(json((await on.post(`/on/contract:${liquid.id}/metadata`)).text)).toMatchObject({
      driver_available: true,
    })
  })

  it('drivers encode and decode arguments', async () => {
    const driver = async (path: string, body: unknown) =>
      on.post(`/on/driver:${liquid.id}/${path}`, JSON.stringify(body))
    expect((await driver('encode_input_fn:deposit', '1000000000000')).text).toBe('0010a5d4e8000000')
    const encoded = (await driver('encode_input_fn:transfer', { to: bob, shares: '7' })).text
    expect(encoded).toHaveLength(2 * 208)
    const decode = (body: string) =>
      on.post(`/on/driver:${liquid.id}/decode_input_fn:transfer`, body, {})
    expect(json((await decode(`0x${encoded}`)).text)).toEqual({ to: bob, shares: '7' })
    // Without 0x, hex is taken letter by letter.
    expect((await decode(encoded)).status).toBe(500)
    expect((await driver('encode_input_fn:transfer', { to: 'x', shares: '7' })).status).toBe(500)
  })

  it('GraphQL: blocks, aliases, variables, and errors of a query', async () => {
    const { data } = (await query(
      'query { newest: block(height: -1) { header { height hash } transactions { id } } none: block(height: 99999999) { header { height } } }',
    )) as { data: { newest: { header: { height: number; hash: string } }; none: null } }
    expect(data.newest.header.height).toBe(Number(on.network.chain.height()))
    expect(data.none).toBeNull()
    const byHash = await on.post('/graphql', {
      query: 'query ($hash: String!) { block(hash: $hash) { header { height } } }',
      variables: { hash: data.newest.header.hash },
    })
    expect(json(byHash.text)).toEqual({
      data: { block: { header: { height: data.newest.header.height } } },
    })
    expect(
      json(
        (
          await on.post(
            '/on/graphql/query',
            'query { block(height: 0) { header { prevBlockHash } } }',
            {},
          )
        ).text,
      ),
    ).toEqual({ block: { header: { prevBlockHash: '0'.repeat(64) } } })
    for (const bad of [
      'query { block }',
      'query { block(height: 1) { colour } }',
      '{ nothing }',
      'query {',
      'query { block(height: 1) { header { height } } } trailing',
    ]) {
      expect((await query(bad)).errors, bad).toBeDefined()
    }
  })

  it('nothing but a node’s paths is served', async () => {
    for (const path of ['/on/node/secrets', '/on/nothing/at'])
      expect((await on.post(path)).status, path).toBe(501)
    for (const path of ['/', '/control/nothing'])
      expect((await on.post(path)).status, path).toBe(404)
    expect((await fetch(`${on.network.url}/graphql`)).status).toBe(405)
    expect((await fetch(`${on.network.url}/on/node/info`, { method: 'PUT' })).status).toBe(405)
    expect(
      (await on.post('/on/transactions/propagate', 'x'.repeat(3 * 1024 * 1024 + 1))).status,
    ).toBe(413)
    expect(
      (await fetch(`${on.network.url}/on/node/info`, { method: 'OPTIONS' })).headers.get(
        'access-control-allow-methods',
      ),
    ).toContain('DELETE')
  })
})

describe('transactions', () => {
  it('a deposit is accepted, waits, is executed and becomes final', async () => {
    const transaction = await on.prepare(alice, deposit(dusk(5000n)))
    expect((await on.post('/on/transactions/preverify', on.wire(transaction), {})).status).toBe(202)
    expect(
      json((await on.post('/on/transactions/simulate', on.wire(transaction), {})).text),
    ).toMatchObject({ error: null })
    const sent = await on.propagate(transaction)
    expect([sent.status, sent.text]).toEqual([202, ''])
    const id = transactionHash(transaction)
    const ask = () =>
      query(
        `query { tx(hash: "${id}") { err gasSpent blockHeight blockHash tx { callData { fnName contractId } } } mempoolTx(hash: "${id}") { id } }`,
      ) as Promise<{ data: { tx: Record<string, unknown> | null; mempoolTx: object | null } }>
    expect((await ask()).data).toEqual({ tx: null, mempoolTx: { id } })
    on.network.control.mine(1n)
    const {
      data: { tx, mempoolTx },
    } = await ask()
    expect(mempoolTx).toBeNull()
    expect(tx).toMatchObject({
      err: null,
      blockHeight: Number(on.network.chain.height()),
      tx: { callData: { fnName: 'deposit', contractId: liquid.id } },
    })
    const final = async () =>
      (
        (await query(
          `query { checkBlock(height: ${tx!.blockHeight as number}, hash: "${tx!.blockHash as string}", onlyFinalized: true) }`,
        )) as { data: { checkBlock: boolean } }
      ).data.checkBlock
    expect(await final()).toBe(false)
    on.network.control.mine(3n)
    expect(await final()).toBe(true)
    const archive = (await query(
      `query { finalizedEvents(contractId: "${liquid.id}", limit: 200) { json } }`,
    )) as {
      data: { finalizedEvents: { json: { events: Array<{ topic: string; data: string }> } } }
    }
    const event = archive.data.finalizedEvents.json.events.findLast(
      ({ topic }) => topic === 'deposit',
    )!
    expect(
      json(
        (await on.post(`/on/driver:${liquid.id}/decode_event:deposit`, `0x${event.data}`, {})).text,
      ),
    ).toMatchObject({ account: alice, amount: '5000000000000' })
    const history = (await query(`query { moonlightHistory(sender: "${alice}") { json } }`)) as {
      data: { moonlightHistory: { json: Array<{ events: Array<{ topic: string }> }> } }
    }
    expect(history.data.moonlightHistory.json[0]!.events.map(({ topic }) => topic)).toContain(
      'moonlight',
    )
  })

  it('a failed call is charged its whole gas limit, and its deposit comes back', async () => {
    const before = on.network.ledger.transfer.accounts.get(bob)!.balance
    const id = await on.send(bob, { ...deposit(dusk(10n)), deposit: dusk(11n) })
    const { data } = (await query(`query { tx(hash: "${id}") { err gasSpent } }`)) as {
      data: { tx: { err: string; gasSpent: number } }
    }
    expect(data.tx.err).toContain("The value to deposit doesn't match the value in the transaction")
    expect(data.tx.gasSpent).toBe(50_000_000)
    expect(on.network.ledger.transfer.accounts.get(bob)!.balance).toBe(before - 50_000_000n)
  })

  const invalid = (what: string) => `this transaction is invalid ${what}`
  it.each([
    [
      invalid('Invalid signature'),
      async () => on.sign({ ...(await on.prepare(bob, deposit(1n))) }, alice),
    ],
    [invalid('Invalid chain id'), async () => on.prepare(bob, deposit(1n), { chain_id: 1 })],
    [
      invalid(`Nonce repeat: ${networkAccount('bob')} 1`),
      async () => on.prepare(bob, deposit(1n), { nonce: 1n }),
    ],
    [
      invalid('Value spent larger than account holds'),
      async () => on.prepare(bob, deposit(dusk(2_000_000n))),
    ],
    ['gas price lower than minimum 1', async () => on.prepare(bob, deposit(1n), { gas_price: 0n })],
    [
      'gas limit lower than minimum 150000',
      async () => on.prepare(bob, deposit(1n), { gas_limit: 1n }),
    ],
  ])('%s: not taken, nothing charged', async (reason, make) => {
    const before = on.network.ledger.transfer.accounts.get(bob)
    const transaction = await make()
    for (const path of ['preverify', 'propagate']) {
      const answer = await on.post(`/on/transactions/${path}`, on.wire(transaction), {})
      expect([answer.status, answer.text]).toEqual([
        500,
        `Tx ${transactionHash(transaction)} not accepted: ${reason}`,
      ])
      expect(answer.headers.get('content-type')).toBeNull()
    }
    expect(on.network.ledger.transfer.accounts.get(bob)).toEqual(before)
  })

  it('a signed transaction runs once, and a dearer one replaces the waiting one', async () => {
    const first = await on.prepare(carol, deposit(dusk(2000n)))
    expect((await on.propagate(first)).status).toBe(202)
    expect((await on.propagate(first)).status).toBe(500)
    const { signature: _signature, ...unsigned } = { ...first, gas_price: 2n }
    expect((await on.propagate(on.sign(unsigned))).status).toBe(202)
    const second = await on.prepare(carol, deposit(dusk(1000n)), { nonce: first.nonce + 1n })
    expect((await on.propagate(second)).status).toBe(202)
    on.network.control.mine(1n)
    expect(on.network.ledger.transfer.accounts.get(carol)!.nonce).toBe(2n)
    expect((await on.propagate(first)).text).toContain('Nonce repeat')
  })

  it('fifty of one sender in any order are executed, those not due hidden', async () => {
    const next = on.network.ledger.transfer.accounts.get(carol)!.nonce + 1n
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        on.prepare(carol, deposit(dusk(20n)), { nonce: next + BigInt(index) }),
      ),
    )
    const random = seeded('shuffle')
    const shuffled = sent
      .map((transaction) => ({ transaction, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ transaction }) => transaction)
    expect(shuffled[0]!.nonce).not.toBe(next)
    expect((await on.propagate(shuffled[0]!)).status).toBe(202)
    const waiting = (await query('query { mempoolTxs { id } }')) as {
      data: { mempoolTxs: unknown[] }
    }
    expect(waiting.data.mempoolTxs).toEqual([])
    for (const transaction of shuffled.slice(1))
      expect((await on.propagate(transaction)).status).toBe(202)
    on.network.control.mine(1n)
    expect(on.network.ledger.transfer.accounts.get(carol)!.nonce).toBe(next + 49n)
    const fields = sent.map((each, at) => `t${at}: tx(hash: "${transactionHash(each)}") { err }`)
    const answers = (await query(`query { ${fields.join(' ')} }`)) as {
      data: Record<string, { err: string | null } | null>
    }
    expect(Object.values(answers.data)).toEqual(sent.map(() => ({ err: null })))
  })

  it('malformed ones are refused with what they lack', async () => {
    for (const body of ['', '{', '[]', '{"chain_id": 0}', '0x00', '0x01', '0x017b7d'])
      expect((await on.post('/on/transactions/propagate', body)).text, body).toBe(
        'Invalid input: Data: InvalidData',
      )
    const transaction = await on.prepare(bob, deposit(1n))
    const odd = { ...transaction, call: { ...transaction.call!, fn_args: '00' } }
    const { signature: _signature, ...unsigned } = odd
    await on.propagate(on.sign(unsigned))
    on.network.control.mine(1n)
    const [spent] = [
      ...(
        (await query('query { block(height: -1) { transactions { err } } }')) as {
          data: { block: { transactions: Array<{ err: string }> } }
        }
      ).data.block.transactions,
    ]
    expect(spent!.err).toBe('Panic: Invalid argument')
  })
})

describe('epochs', () => {
  it('rewards reach every pool, the keeper recycles and rotates, and the books hold', async () => {
    const value = async (pool: string) =>
      BigInt(
        json(
          (await on.post(`/on/contracts:${findPoolDeployment(pool).id}/exchange_rate`, 'null'))
            .text,
        ).numerator as string,
      )
    const before = await Promise.all(['Liquid', 'Rotating', 'Service', 'Sozu'].map(value))
    on.network.control.epochs(3)
    expect(on.network.chain.height() % EPOCH).toBe(0n)
    const after = await Promise.all(['Liquid', 'Rotating', 'Service', 'Sozu'].map(value))
    after.forEach((now, index) => expect(now > before[index]!).toBe(true))
    const { ledger } = on.network
    const staked = [...ledger.stake.entries.entries()].reduce(
      (sum, [, { data }]) => sum + totalFunds(data.amount),
      0n,
    )
    expect(ledger.transfer.balances.get(STAKE)).toBe(staked)
  })

  it('the same seed gives the same chain', async () => {
    const run = async (seed: string) => {
      const other = await startDusk({ seed, provisioners: 8, faultChance: 0.2, startedAt: 0n })
      other.network.control.epochs(2)
      const text = (await other.post('/on/node/provisioners')).text
      await other.close()
      return text
    }
    expect(await run('one')).toBe(await run('one'))
    expect(await run('one')).not.toBe(await run('two'))
  })

  it('a fault is slashed in the next block', async () => {
    const key = async () =>
      (
        json((await on.post(`/on/contracts:${liquid.id}/health`, 'null')).text) as {
          keys: Array<{ value: string; locked: string }>
        }
      ).keys[0]!
    const before = await key()
    for (let count = 0; count < 2; count++)
      await on.post('/control/slash', { pool: 'Liquid', fault: 'no-candidate' })
    on.network.control.mine(1n)
    expect(BigInt((await key()).locked) - BigInt(before.locked)).toBe(
      (BigInt(before.value) / 100n) * 10n,
    )
  })
})

describe('the event socket', () => {
  it('sends blocks, transactions and contract events to subscribers', async () => {
    const events: StreamedEvent[] = []
    let opened = () => {}
    const open = new Promise<void>((resolve) => (opened = resolve))
    let arrived = () => {}
    const enough = new Promise<void>((resolve) => (arrived = resolve))
    const stop = followEvents({
      base: on.network.url,
      topics: [
        'blocks/accepted',
        'blocks/statechange',
        'transactions/Executed',
        `contracts:${liquid.id}/deposit`,
      ],
      connect: openSocket,
      onState: (state) => void (state === 'open' && opened()),
      onEvent: (event) => {
        events.push(event)
        if (events.length === 4) arrived()
      },
    })
    await open
    const id = await on.send(alice, deposit(dusk(10n)))
    await enough
    stop()
    expect(events.map(({ path }) => path.replace(/:[0-9a-f]+/, ''))).toEqual([
      '/on/contracts/deposit',
      '/on/blocks/accepted',
      '/on/blocks/statechange',
      '/on/transactions/executed',
    ])
    // A contract's own bytes: JSON is for blocks and transactions.
    expect(events[0]!.json).toBeNull()
    expect(events[3]).toMatchObject({
      path: `/on/transactions:${id}/executed`,
      json: { err: null },
    })
  })

  it('reconnects after the node was away, and reports it', async () => {
    const first = await startDusk({ epochs: 2 })
    const { port, url } = first.network
    const states: string[] = []
    const waiting = new Map<string, () => void>()
    const reached = (state: string) =>
      new Promise<void>((resolve) => void waiting.set(state, resolve))
    let retry = () => {}
    const opened = reached('open')
    const stop = followEvents({
      base: url,
      topics: ['blocks/accepted'],
      connect: openSocket,
      onEvent: () => {},
      onState: (state) => {
        states.push(state)
        waiting.get(state)?.()
      },
      later: (work) => {
        retry = work
        return () => {}
      },
    })
    await opened
    const closed = reached('closed')
    await first.close()
    await closed
    const again = await startDusk({ epochs: 2, port })
    const reopened = reached('open')
    retry()
    await reopened
    stop()
    expect(states).toEqual(['open', 'closed', 'open'])
    await again.close()
  })

  it('needs its session, and closes with the network', async () => {
    const get = (path: string, session?: string) =>
      fetch(on.network.url + path, { headers: session ? { 'rusk-session-id': session } : {} })
    expect((await get('/on/blocks/accepted')).status).toBe(424)
    expect((await get('/on/blocks/accepted', 'ab'.repeat(16))).status).toBe(424)
    expect((await get('/on/contracts/deposit')).status).toBe(404)
    expect((await get('/on/node/info')).status).toBe(404)
  })
})

describe('the control paths', () => {
  it('state, faucet, rewards, pauses, and mistakes reported', async () => {
    expect(json((await on.post('/control/state')).text)).toMatchObject({
      keeper: true,
      automine: false,
      callsEnabled: true,
    })
    const stranger = networkAccount('stranger')
    await on.post('/control/faucet', { account: stranger, lux: dusk(7n).toString() })
    expect(on.network.ledger.transfer.accounts.get(stranger)?.balance).toBe(dusk(7n))
    expect((await on.post('/control/faucet', { account: 'x', lux: '1' })).status).toBe(400)
    expect((await on.post('/control/pause', { pool: 'Nobody', paused: true })).status).toBe(400)
    expect((await on.post('/control/mine', { blocks: 0 })).status).toBe(400)
    expect((await on.post('/control/mine', '{')).status).toBe(400)
    const height = on.network.chain.height()
    await on.post('/control/mine', { blocks: 5 })
    expect(on.network.chain.height()).toBe(height + 5n)
  })

  it('a transaction is mined automatically when set so', async () => {
    await on.post('/control/automine', { on: true })
    const height = on.network.chain.height()
    const sent = await on.propagate(await on.prepare(bob, deposit(dusk(5n))))
    expect(sent.status).toBe(202)
    await expect.poll(() => on.network.chain.height()).toBe(height + 1n)
    await on.post('/control/automine', { on: false })
  })

  it('are all described in docs/hyperstaking.md', async () => {
    const page = await readFile('docs/hyperstaking.md', 'utf8')
    const listed = /\| POST `\/control\/<name>` \| (.*) \|/.exec(page)![1]!
    const names = [...listed.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!)
    expect(names.toSorted()).toEqual(Object.keys(controlPaths(on.network.control)).toSorted())
  })

  it('the clients’ deployment is what is deployed', async () => {
    for (const pool of deployment.pools) {
      const read = await on.post(`/on/contracts:${pool.id}/exchange_rate`, 'null')
      expect(read.status, pool.name).toBe(200)
    }
    const hub = await on.post(
      `/on/contracts:${deployment.sozu!.hub}/contract`,
      JSON.stringify('pool'),
    )
    expect(JSON.parse(hub.text)).toBe(deployment.sozu!.pool)
    const unknown = await on.post(
      `/on/contracts:${deployment.sozu!.hub}/contract`,
      JSON.stringify('treasury'),
    )
    expect([unknown.status, unknown.text]).toEqual([200, 'null'])
  })
})
