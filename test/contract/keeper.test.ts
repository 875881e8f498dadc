import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { keeperAccount } from '../../src/dev/network/accounts.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'
import { waitLimitMs } from '../../src/dev/wait-limit.ts'
import { fewestCalls } from '../../src/protocol/dual-stacking/planner/index.ts'
import { countCalls, startKeeper, type KeeperBench } from '../support/keeper-bench.ts'

const onDemand = { demo: true, keeper: false, blockIntervalMs: 0, contract: 'live' } as const

let network: Network
let contract: string

beforeAll(async () => {
  network = await createNetwork(onDemand)
  contract = network.contracts.dualStacking
})
afterAll(() => network?.close())

const names = Object.keys(fewestCalls({ participants: 10, snapshots: 3 }))
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
    expect(made).toEqual(fewestCalls({ participants: 10, snapshots: 3 }))
    expect(bench.events.filter(({ kind }) => kind === 'failed')).toEqual([])
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
    { env: { ...process.env, LANG: 'en' } },
  )
  let said = ''
  const sent = new Promise<void>((resolve) => {
    for (const stream of [keeper.stdout, keeper.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString()
        if (/"msg":"sent"/.test(said)) resolve()
      })
    keeper.on('exit', () => resolve())
  })
  const port = await vi.waitUntil(() => /"port":(\d+)/.exec(said)?.[1], { timeout: waitLimitMs })
  await sent
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const health = await fetch(`http://127.0.0.1:${port}/health`)
  expect(metrics).toContain('twinstack_keeper_calls_total')
  expect(health.status).toBe(200)
  keeper.kill('SIGTERM')
  await once(keeper, 'exit')
  hook.close()
  expect(keeper.exitCode, said).toBe(0)
  const stored = readdirSync(join(folder, 'state'))
    .map((name) => readFileSync(join(folder, 'state', name), 'utf8'))
    .join('\n')
  expect(stored).toContain('"outcome":"open"')
  expect(heard.join('\n')).toContain('host-gone')
  for (const text of [said, metrics, await health.text(), stored, heard.join('\n')])
    expect(text.toLowerCase()).not.toContain(key.slice(0, 64))
})
