import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSTXTokenTransfer } from '@stacks/transactions'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createFastClock } from '../../src/dev/faults/fast-clock.ts'
import { keeperAccount, userAccounts } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { fewestCalls } from '../../src/protocol/dual-stacking/planner/index.ts'
import { countCalls, startKeeper, type KeeperBench } from '../support/keeper-bench.ts'

const demo = { snapshots: 2, blocksPerSnapshot: 2 }
const onDemand = { demo, keeper: false, blockIntervalMs: 0, contract: 'live' } as const

let network: Network
let contract: string

beforeAll(async () => {
  network = await createNetwork(onDemand)
  contract = network.contracts.dualStacking
})
afterAll(() => network?.close())

const names = Object.keys(fewestCalls({ participants: 10, snapshots: demo.snapshots }))
const callsNow = () => countCalls(network, contract, names)

/** Rounds and blocks until the next cycle was opened; Bitcoin blocks where nothing else helps. */
async function runCycle(benches: readonly KeeperBench[]): Promise<number> {
  const opened = () => callsNow()['advance-to-next-cycle']!
  const before = opened()
  let rounds = 0
  while (opened() === before) {
    for (const { keeper } of benches) await keeper.work()
    rounds += 1
    const mined = await network.control.mine()
    if (mined.length === 0) await network.control.mineBurn(1)
    if (rounds > 200) throw new Error(JSON.stringify(benches[0]!.events.slice(-5)))
  }
  return rounds
}

describe('a keeper', () => {
  it('runs a whole cycle with the fewest calls, each of them once', async () => {
    const bench = startKeeper({ hosts: [network.url], contracts: [contract] })
    const before = callsNow()
    await runCycle([bench])
    const after = callsNow()
    const made = Object.fromEntries(names.map((name) => [name, after[name]! - before[name]!]))
    expect(made).toEqual(fewestCalls({ participants: 10, snapshots: demo.snapshots }))
    expect(bench.events.filter(({ kind }) => kind === 'failed')).toEqual([])
  })

  it('beside another one wastes at most one call a step, and nothing is done twice', async () => {
    const keys = [keeperAccount.key, userAccounts[0]!.key]
    const benches = keys.map((key) =>
      startKeeper({ hosts: [network.url], contracts: [contract], key }),
    )
    const before = callsNow()
    const made = network.node.ledger.transactions.length
    await runCycle(benches)
    const after = callsNow()
    const fewest = fewestCalls({ participants: 10, snapshots: demo.snapshots })
    const calls = network.node.ledger.transactions
      .slice(made)
      .filter(({ sender }) => benches.some(({ address }) => address === sender))
    const steps = Object.values(fewest).reduce((sum, count) => sum + count, 0)
    // The second one sees the call of the first one and waits for it, but each account proposes a
    // golden ratio of its own, and tallies that [dual-stacking 4.6].
    expect(calls.length).toBeLessThanOrEqual(steps + 2)
    expect(after['advance-to-next-cycle']! - before['advance-to-next-cycle']!).toBe(1)
    expect(
      benches[1]!.events.some((event) => event.kind === 'held' && event.reason === 'rival'),
    ).toBe(true)
  })

  it('gives another sender of its key the nonces that it uses', async () => {
    const bench = startKeeper({ hosts: [network.url], contracts: [contract] })
    const { nonce } = await (
      await fetch(`${network.url}/v2/accounts/${bench.address}?proof=0`)
    ).json()
    const other = await makeSTXTokenTransfer({
      senderKey: keeperAccount.key,
      recipient: userAccounts[1]!.address,
      amount: 1,
      nonce,
      fee: 1000,
      network: 'testnet',
    })
    await network.node.submit(other.serialize())
    await bench.keeper.work()
    const [call] = bench.state.openCalls()
    expect(call!.nonce).toBe(Number(nonce) + 1)
    await network.control.mine()
    await bench.keeper.work()
    expect(bench.events.map(({ kind }) => kind)).toContain('confirmed')
  })

  it('signs nothing on another network, or for a contract that it does not know', async () => {
    const contracts = ['no-such-contract', 'liquid-stacking-live'].map((name) =>
      contract.replace(/[^.]+$/, name),
    )
    const strange = startKeeper({ hosts: [network.url], contracts })
    await strange.keeper.work()
    const other = startKeeper({
      hosts: [network.url],
      contracts: [contract],
      fetch: async (url, init) => {
        const answer = await fetch(url, init)
        if (!String(url).endsWith('/v2/info')) return answer
        return Response.json({ ...((await answer.json()) as object), network_id: 1 })
      },
    })
    await other.keeper.work()
    expect([...strange.state.calls(), ...other.state.calls()]).toEqual([])
    expect(
      strange.events.flatMap((event) => (event.kind === 'not-planned' ? event.trouble : [])),
    ).toEqual(['missing', 'family'])
    expect(other.events).toMatchObject([{ kind: 'looked', burnHeight: null }])
  })

  it('asks another host in the next round when one cannot tell', async () => {
    const lame = network.url.replace('127.0.0.1', 'localhost')
    const bench = startKeeper({
      hosts: [lame, network.url],
      contracts: [contract],
      clock: createFastClock(),
      fetch: (url, init) =>
        String(url).startsWith(lame) && !/\/v2\/info$|\/extended$/.test(String(url))
          ? Promise.resolve(new Response('', { status: 500 }))
          : fetch(String(url).replace('localhost', '127.0.0.1'), init),
    })
    await bench.keeper.work()
    await bench.keeper.work()
    expect(bench.events.map(({ kind }) => kind).slice(0, 4)).toEqual([
      'looked',
      'not-planned',
      'looked',
      'planned',
    ])
    await network.control.mine()
    await bench.keeper.work()
  })

  it('plans once the index has what the node told, and not while it stays behind', async () => {
    await network.control.mineStacks(2)
    const workWith = async (looksBehind: number) => {
      let looks = 0
      const bench = startKeeper({
        hosts: [network.url],
        contracts: [contract],
        clock: createFastClock(),
        fetch: async (url, init) => {
          if (!String(url).endsWith('/extended')) return fetch(url, init)
          // The index falls behind after the round has chosen its host.
          network.control.setApiLag(looks > 0 && looks <= looksBehind ? 2 : 0)
          looks += 1
          return fetch(url, init)
        },
      })
      await bench.keeper.work().finally(() => network.control.setApiLag(0))
      return { looks, events: bench.events.filter(({ kind }) => /planned/.test(kind)) }
    }
    expect(await workWith(2)).toMatchObject({ looks: 4, events: [{ kind: 'planned' }] })
    expect(await workWith(Infinity)).toMatchObject({
      looks: 5,
      events: [{ kind: 'not-planned', trouble: 'slow' }],
    })
    await network.control.mine()
  })

  it('spends no more than its caps allow', async () => {
    const work = async (caps: object) => {
      const bench = startKeeper({ hosts: [network.url], contracts: [contract], ...caps })
      await bench.keeper.work()
      expect(bench.state.openCalls()).toEqual([])
      return bench.events.flatMap((event) => (event.kind === 'held' ? event.reason : []))
    }
    await network.control.mineBurn(4)
    expect(await work({ mostPerCallMicroStx: 10n })).toEqual(['call-fee'])
    expect(await work({ mostPerDayMicroStx: 10n })).toEqual(['day-fee'])
    const key = '0a'.repeat(32) + '01'
    expect(await work({ key })).toEqual(['funds'])
  })
})

it('tells nobody its key', async () => {
  const { key } = keeperAccount
  const folder = mkdtempSync(join(tmpdir(), 'twinstack-keeper-'))
  const heard: string[] = []
  const hook = createServer((request, response) => {
    request.on('data', (part: Buffer) => heard.push(part.toString()))
    request.on('end', () => response.end())
  })
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  writeFileSync(join(folder, 'keeper.key'), key, { mode: 0o600 })
  const config = JSON.stringify({
    network: 'devnet',
    // One host that does not answer, so that there is an alert.
    hosts: [network.url, 'http://127.0.0.1:9'],
    key: { file: 'keeper.key' },
    state: 'state',
    programmes: [{ contract }],
    alerts: { webhook: `http://127.0.0.1:${(hook.address() as AddressInfo).port}` },
    port: 0,
    everySeconds: 1,
  })
  writeFileSync(join(folder, 'keeper.yaml'), config)
  const keeper = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'src/keeper/main.ts',
      'keeper',
      '--live',
      '--config',
      `${folder}/keeper.yaml`,
    ],
    // Its lock of the key lies in the folder too: other runs on this machine have the same key.
    { env: { ...process.env, LANG: 'en', TMPDIR: folder } },
  )
  onTestFinished(() => {
    keeper.kill('SIGKILL')
    hook.close()
    rmSync(folder, { recursive: true })
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [keeper.stdout, keeper.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString()
        if (/"msg":"sent"/.test(said)) resolve()
      })
    keeper.on('exit', () => reject(new Error(`The keeper ended: ${said}`)))
  })
  const port = /"port":(\d+)/.exec(said)![1]
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const health = await fetch(`http://127.0.0.1:${port}/health`)
  expect(metrics).toContain('twinstack_keeper_calls_total')
  expect(health.status).toBe(200)
  keeper.kill('SIGTERM')
  await once(keeper, 'exit')
  expect(keeper.exitCode, said).toBe(0)
  const stored = readdirSync(join(folder, 'state'))
    .map((name) => readFileSync(join(folder, 'state', name), 'utf8'))
    .join('\n')
  expect(stored).toContain('"outcome":"open"')
  expect(heard.join('\n')).toContain('host-gone')
  for (const text of [said, metrics, await health.text(), stored, heard.join('\n')])
    expect(text.toLowerCase()).not.toContain(key.slice(0, 64))
})
