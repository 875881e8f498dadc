import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../../src/dev/cli/replay/json.ts'
import { parseLines, readLines } from '../../src/dev/cli/replay/lines.ts'
import { modelDriver } from '../../src/dev/cli/replay/model-driver.ts'
import { checkWithMaths, replayLines, type Target } from '../../src/dev/cli/replay/replay.ts'
import { createVm } from '../../src/dev/network/vm/vm.ts'
import { replayTargetOn } from '../support/contract/replay-target.ts'
import { samplePath } from '../support/sample-path.ts'

let contract: Target
beforeAll(async () => {
  contract = replayTargetOn(await createVm())
})

describe('the Clarity contract', () => {
  test('two cycles without a mismatch', async () => {
    const lines = readLines(samplePath('a1-happy-two-cycles'))
    expect(await replayLines(lines, contract)).toEqual({ steps: 333, mismatches: [] })
  })

  test('a wrong figure in vectors is found at its line', async () => {
    const [header, ...vectors] = readLines(samplePath('vectors-sample'))
    const weight = vectors.find(({ json }) => json.type === 'weight')!
    const lines = [
      { ...header!, json: { ...header!.json, lines: 1 } },
      { number: 2, json: { ...weight.json, weight: '1' } },
    ]
    const { mismatches } = await replayLines(lines, contract)
    expect(mismatches).toEqual([
      { line: 2, text: expect.stringContaining('weight: expected 1, got') },
    ])
  })
})

describe('operations in no sample, on the contract and on the model', () => {
  const deployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
  const alice = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
  const vault = `${deployer}.vault`
  const header = readLines(samplePath('a1-happy-two-cycles'))[0]!.json
  const at = (burn: number, stacks: number) => ({ burn, stacks })
  const enrolled = (address: string, rewarded: string, burn: number): Json => ({
    'bitcoin-block-height': `${burn}`,
    'cycle-id': '0',
    'enrolled-address': address,
    'function-name': 'enroll',
    'reward-address': rewarded,
    'stacking-address': address,
    'tracking-address': address,
  })
  const stacked = (fn: string, args: Json[], result: Json, heights: object) => ({
    op: 'read',
    fn,
    args,
    result,
    ...heights,
  })

  const traces: Record<string, object[]> = {
    'liquid STX goes up and down': [
      { op: 'liquid', who: alice, ustx: '70', ...at(2200, 2205) },
      { op: 'liquid', who: alice, ustx: '30', ...at(2200, 2206) },
      { op: 'stacks', n: 2, ...at(2200, 2208) },
      stacked('get-amount-stacked-at-block-height', [alice, '2205'], '70', at(2200, 2208)),
      stacked('get-amount-stacked-now', [alice], '30', at(2200, 2208)),
    ],
    'a native lock grows, ends, and begins again': [
      { op: 'lock', who: alice, ustx: '1800000000000000', unlockBurn: 5250, ...at(2200, 2205) },
      { op: 'lock', who: alice, ustx: '1800000000000007', unlockBurn: 5250, ...at(2200, 2206) },
      { op: 'mine', n: 3049, ...at(5249, 5255) },
      stacked(
        'get-amount-stx-stacked-at-block-height',
        [alice, '2205'],
        '1800000000000000',
        at(5249, 5255),
      ),
      { op: 'mine', n: 1, ...at(5250, 5256) },
      { op: 'unlock', who: alice, auto: true, ...at(5250, 5256) },
      stacked('get-amount-stx-stacked-at-block-height', [alice, '2206'], '0', at(5250, 5256)),
      stacked('get-amount-stx-stacked', [alice], '0', at(5250, 5256)),
      { op: 'lock', who: alice, ustx: '5', unlockBurn: 18900, ...at(5250, 5257) },
      stacked('get-amount-stx-stacked', [alice], '5', at(5250, 5257)),
      stacked('get-amount-stacked-now', [alice], '0', at(5250, 5257)),
    ],
    'a contract calls for its user, and by itself': [
      { op: 'sbtc', to: vault, sats: '20000', ...at(2200, 2205) },
      {
        op: 'call',
        sender: alice,
        caller: vault,
        fn: 'enroll',
        args: [null],
        ok: true,
        events: [enrolled(vault, vault, 2200)],
        ...at(2200, 2206),
      },
      { op: 'call', sender: vault, fn: 'enroll', args: [null], err: 101, ...at(2200, 2207) },
      {
        op: 'call',
        sender: alice,
        fn: 'enroll',
        args: [{ some: vault }],
        err: 104,
        ...at(2200, 2208),
      },
      { op: 'lock', who: vault, ustx: '9', unlockBurn: 4200, ...at(2200, 2209) },
      stacked('get-amount-stx-stacked', [vault], '9', at(2200, 2209)),
      { op: 'sbtc-transfer', from: vault, to: alice, sats: '15000', ...at(2200, 2210) },
      {
        op: 'call',
        sender: alice,
        fn: 'enroll',
        args: [{ some: vault }],
        ok: true,
        events: [enrolled(alice, vault, 2200)],
        ...at(2200, 2211),
      },
    ],
  }

  for (const [name, steps] of Object.entries(traces)) {
    const lines = [{ ...header, liquid: 'stub-settable', steps: steps.length }, ...steps]
      .map((line) => JSON.stringify(line))
      .join('\n')
    test.each<[string, () => Target]>([
      ['model', () => ({ driver: modelDriver, vectors: checkWithMaths })],
      ['contract', () => contract],
    ])(`${name}: %s`, async (_target, target) => {
      expect(await replayLines(parseLines(lines), target())).toEqual({
        steps: steps.length,
        mismatches: [],
      })
    })
  }
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync('npx', ['tsx', 'src/dev/cli/replay.ts', ...args], {
      encoding: 'utf8',
    })
    return { last: stdout.trimEnd().split('\n').at(-1), stdout, stderr, status }
  }
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const original = readFileSync(samplePath('a1-happy-two-cycles'), 'utf8')

  test('ends with the number of steps and mismatches, and with 0 only without mismatches', () => {
    expect(run(samplePath('a1-happy-two-cycles'))).toMatchObject({
      stdout: '333 steps, 0 mismatches\n',
      status: 0,
    })
    const wrong = run(
      write(
        'wrong.jsonl',
        original.replace('"snapshots-per-cycle":"14"', '"snapshots-per-cycle":"15"'),
      ),
    )
    expect(wrong).toMatchObject({ last: '333 steps, 1 mismatches', status: 1 })
    expect(wrong.stdout).toMatch(
      /^line 2: read current-overview-data: result.snapshots-per-cycle: expected "15", got "14"$/m,
    )
  })

  test('refuses a file that it cannot read with the line, and exits with 2', () => {
    const cut = run(write('cut.jsonl', original.slice(0, -40)))
    expect(cut).toMatchObject({ stdout: '', status: 2 })
    expect(cut.stderr).toMatch(/^line 334: the line is not JSON, or cut off/m)
    expect(run(join(folder, 'none.jsonl'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('cannot be read'),
    })
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage') })
  })
})
