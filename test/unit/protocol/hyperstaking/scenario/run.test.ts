import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScenario } from '../../../../../src/dev/cli/hyperstake/load.ts'
import { asJson, report } from '../../../../../src/dev/cli/hyperstake/report.ts'
import { innermost } from '../../../../../src/protocol/hyperstaking/core/panic.ts'
import { dusk } from '../../../../../src/protocol/hyperstaking/core/units.ts'
import {
  inDusk,
  sequenceDiagram,
} from '../../../../../src/protocol/hyperstaking/scenario/diagram.ts'
import { runScenario } from '../../../../../src/protocol/hyperstaking/scenario/run.ts'

const EXAMPLES = 'docs/examples'
const run = async (name: string) => {
  const { scenario, draw } = await loadScenario(join(EXAMPLES, `${name}.json`))
  const result = runScenario(scenario)
  return {
    scenario,
    result,
    text: report(scenario, result, draw),
    of: (who: string) => result.participants.find((each) => each.who === who)!,
  }
}
const failures = ({ result }: Awaited<ReturnType<typeof run>>) =>
  result.calls
    .filter(({ error }) => error !== null)
    .map(({ act, error }) => [act + 1, innermost(error!)])

/** What Mermaid needs: parties declared, every activation closed in order. */
const wellFormed = (diagram: string) => {
  const [head, ...lines] = diagram.split('\n').map((line) => line.trim())
  expect(head).toBe('sequenceDiagram')
  const parties = new Set<string>()
  const open: string[] = []
  for (const line of lines) {
    const participant = /^participant (p\d+) as \S.*$/.exec(line)
    const call = /^(p\d+)->>\+(p\d+): \S.*$/.exec(line)
    const done = /^(p\d+)-->>-(p\d+): done$/.exec(line)
    const off = /^deactivate (p\d+)$/.exec(line)
    const note = /^Note over (p\d+): \S.*$/.exec(line)
    expect(participant ?? call ?? done ?? off ?? note, line).not.toBeNull()
    expect(line.replaceAll(/#\d+;/g, '')).not.toMatch(/[;#]/)
    if (participant) parties.add(participant[1]!)
    for (const party of [
      ...(call ?? []).slice(1),
      ...(done ?? []).slice(1),
      ...(off ?? []).slice(1),
      ...(note ?? []).slice(1),
    ])
      expect(parties.has(party)).toBe(true)
    if (call) open.push(call[2]!)
    if (done || off) expect(open.pop()).toBe((done ?? off)![1])
  }
  expect(open).toEqual([])
}

describe('the example scenarios', () => {
  it('all run, repeat exactly, and draw diagrams that Mermaid reads', async () => {
    const names = (await readdir(EXAMPLES))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -5))
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const one = await run(name)
      expect((await run(name)).text).toBe(one.text)
      const diagrams = [...one.text.matchAll(/```mermaid\n(.*?)\n```/gs)].map(
        ([, diagram]) => diagram!,
      )
      expect(diagrams.length, name).toBeGreaterThan(0)
      diagrams.forEach(wellFormed)
      expect(() => JSON.parse(asJson(one.result))).not.toThrow()
    }
  })

  it('liquid pool: everyone leaves; the late depositor gained in proportion to time', async () => {
    const all = await run('liquid-pool')
    expect(failures(all)).toEqual([])
    expect(all.of('carol')).toMatchObject({ put: 0n, worth: 0n })
    // Carol came and went in one block: only roundings are left of it.
    for (const rounding of [all.of('carol').gained!, all.of('bob').given - dusk(2500n)])
      expect(rounding > -5n && rounding < 5n).toBe(true)
    const [alice, bob] = [all.of('alice').gained!, all.of('bob').gained!]
    expect(alice > 2n * bob && bob > 0n).toBe(true)
    const given = all.result.participants.reduce((sum, { gained }) => sum + gained!, 0n)
    expect(all.result.rewards - given < dusk(1n) && given <= all.result.rewards).toBe(true)
  })

  it('referral pool: circles are refused, referrers gain from those they referred', async () => {
    const all = await run('referral-pool')
    expect(failures(all)).toEqual([
      [4, 'A referrer is named with the first deposit and cannot change'],
      [5, 'An account cannot refer itself'],
    ])
    expect(Number(all.of('alice').gained) / Number(all.of('carol').gained)).toBeGreaterThan(1)
  })

  it('rotation beats top-up for deposits as large as the pool', async () => {
    const [rotation, topUp] = [await run('rotation'), await run('top-up')]
    expect(rotation.result.rewards > topUp.result.rewards).toBe(true)
    expect(topUp.result.health!.keys[0]!.locked > dusk(10_000n)).toBe(true)
    expect(rotation.result.health!.keys.every(({ locked }) => locked === 0n)).toBe(true)
  })

  it('faults: burned stake is lost in proportion, and a pause keeps no one inside', async () => {
    const all = await run('slashes')
    expect(failures(all)).toEqual([[7, 'The pool is paused']])
    expect(all.of('alice')).toMatchObject({ worth: 0n })
    expect(all.of('alice').gained! < 0n).toBe(true)
    expect(Number(all.of('alice').gained) / Number(all.of('bob').gained)).toBeCloseTo(3, 1)
  })

  it('service: fees by customer, strangers refused', async () => {
    const all = await run('service')
    expect(failures(all)).toEqual([[5, 'The operator has not registered this customer']])
    expect(all.of('manager').gained! > 0n).toBe(true)
  })

  it('one’s own contract is run by name', async () => {
    const all = await run('own-contract')
    expect(failures(all)).toEqual([[2, 'Nothing is kept for this account']])
    expect(all.of('alice')).toMatchObject({ put: dusk(250n), taken: dusk(250n), gained: 0n })
  })

  it('docs/hyperstaking.md shows the message flow that really runs', async () => {
    const { text } = await run('liquid-pool')
    const page = await readFile('docs/hyperstaking.md', 'utf8')
    for (const [diagram] of text.matchAll(/```mermaid\n.*?\n```/gs)) expect(page).toContain(diagram)
  })
})

describe('a scenario file that cannot be run', () => {
  let room: string
  beforeAll(async () => {
    room = await mkdtemp(join(tmpdir(), 'scenario-'))
  })
  afterAll(() => rm(room, { recursive: true }))
  const failure = async (content: unknown) => {
    const path = join(room, 'file.json')
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return loadScenario(path).then(
      () => 'none',
      (error: Error) => error.message,
    )
  }
  const pool = { kind: 'liquid' }
  const steps = [{ do: 'epochs', count: 1 }]

  it.each([
    ['is not JSON', '{'],
    ['pool: a pool has a kind', { name: 'x', steps, pool: {} }],
    [
      'steps.0.dusk: an amount of DUSK is written like',
      { name: 'x', pool, steps: [{ do: 'deposit', who: 'a', dusk: '-5' }] },
    ],
    [
      'steps.0.dusk',
      { name: 'x', pool, steps: [{ do: 'deposit', who: 'a', dusk: '1.0000000001' }] },
    ],
    ['steps.0.do', { name: 'x', pool, steps: [{ do: 'dance' }] }],
    ['steps: ', { name: 'x', pool, steps: [] }],
    ['network.credits', { name: 'x', pool, steps, network: { credits: 129 } }],
    ['exports no function named contract', { name: 'x', steps, pool: { module: './empty.mjs' } }],
    ['cannot be loaded', { name: 'x', steps, pool: { module: './missing.mjs' } }],
    [
      'a string of digits',
      { name: 'x', pool, steps: [{ do: 'call', who: 'a', method: 'b', arg: { dusk: 5 } }] },
    ],
  ])('%s', async (text, content) => {
    await writeFile(join(room, 'empty.mjs'), 'export {}')
    expect(await failure(content)).toContain(text)
  })

  it('an unknown option is reported, not ignored', async () => {
    expect(await failure({ name: 'x', pool: { ...pool, rewardfee: '10%' }, steps })).not.toBe(
      'none',
    )
  })
})

describe('the command', () => {
  const command = (...args: string[]) =>
    promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'src/dev/cli/hyperstake.ts', ...args],
      {
        maxBuffer: 2 ** 26,
      },
    ).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )

  it('prints the report, JSON, or what is wrong', async () => {
    const [text, json, missing, none] = await Promise.all([
      command(`${EXAMPLES}/liquid-pool.json`, '--draw', '5'),
      command(`${EXAMPLES}/top-up.json`, '--json'),
      command('nowhere.json'),
      command(),
    ])
    expect(text.stdout).toContain('## What everyone got')
    expect(text.stdout.match(/```mermaid/g)).toHaveLength(1)
    expect(BigInt((JSON.parse(json.stdout) as { rewards: string }).rewards) > 0n).toBe(true)
    expect([missing.code, missing.stderr]).toEqual([1, 'There is no scenario at nowhere.json\n'])
    expect([none.code, none.stdout]).toEqual([2, expect.stringContaining('npm run hyperstake')])
  })
})

describe('drawing', () => {
  it('writes amounts as people do', () => {
    expect([0n, 1n, dusk(1000n), dusk(1_234_567n) + 500_000_000n, -dusk(2n)].map(inDusk)).toEqual([
      '0',
      '0.000000001',
      '1,000',
      '1,234,567.5',
      '-2',
    ])
  })

  it('escapes what Mermaid would read', () => {
    const diagram = sequenceDiagram(
      [
        { kind: 'call', depth: 0, from: 'a', to: 'b', method: 'x;y#z', value: null },
        { kind: 'panic', depth: 0, contract: 'b', method: 'x', text: 'no; "never" #1' },
      ],
      (id) => id,
    )
    wellFormed(diagram)
  })
})
