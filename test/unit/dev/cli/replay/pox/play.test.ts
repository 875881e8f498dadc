import { describe, expect, test } from 'vitest'
import { BadFile } from '../../../../../../src/dev/cli/replay/bad-file.ts'
import type { Json } from '../../../../../../src/dev/cli/replay/json.ts'
import { parseLines, readLines } from '../../../../../../src/dev/cli/replay/lines.ts'
import { modelDriver } from '../../../../../../src/dev/cli/replay/model-driver.ts'
import { contractKinds } from '../../../../../../src/dev/cli/replay/pox/header.ts'
import { poxModelDriver } from '../../../../../../src/dev/cli/replay/pox/model-driver.ts'
import {
  checkWithMaths,
  replayLines,
  type Report,
  type Target,
} from '../../../../../../src/dev/cli/replay/replay.ts'
import { samplePath } from '../../../../../support/sample-path.ts'

const model: Target = { driver: modelDriver, vectors: checkWithMaths, pox: poxModelDriver }
const sample = (name: string) => readLines(samplePath(name))

const admin = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

type Line = Record<string, Json>
const load = (name: string): Line[] => sample(name).map(({ json }) => structuredClone(json))
const replay = (lines: readonly Line[]): Promise<Report> =>
  replayLines(parseLines(lines.map((line) => `${JSON.stringify(line)}\n`).join('')), model)

describe('recordings of mainnet’s pox-5', () => {
  test.each([
    ['pox5-a2-updates', 117],
    ['pox5-a5-calculate', 78],
    ['pox5-a9-manager', 97],
    ['pox5-b1-errors', 72],
    ['pox5-b5-distribution-286', 24],
    ['pox5-f0-sample', 262],
  ])('%s: %s steps, no mismatch', async (name, steps) => {
    expect(await replayLines(sample(name), model)).toEqual({ steps, mismatches: [] })
  })
})

test('arguments that name no manager: the VM says the same', async () => {
  const lines = readLines('test/support/fixtures/bitcoin-staking/not-a-manager.jsonl')
  expect(await replayLines(lines, model)).toEqual({ steps: 35, mismatches: [] })
})

describe('an altered recording is caught at its line', () => {
  const alterations: ReadonlyArray<[string, (lines: Line[]) => number]> = [
    ['an ok value', (lines) => alter(lines, 'ok', (ok) => ({ ...(ok as Line), signer: 'D' }))],
    ['an event', (lines) => alter(lines, 'events', (events) => (events as Json[]).slice(1))],
    ['a lock', (lines) => alter(lines, 'locks', (locks) => [{ ...first(locks), unlock: '1' }])],
    ['a transfer', (lines) => alter(lines, 'transfers', (all) => [{ ...first(all), amount: '1' }])],
    ['an error', (lines) => alter(lines, 'err', (err) => Number(err) + 1)],
    ['a height', (lines) => alter(lines, 'burn', (burn) => Number(burn) + 1)],
    ['a read', (lines) => alter(lines, 'of', (of) => [[...firstRead(of).slice(0, -1), '12345']])],
  ]

  test.each(alterations)('%s', async (_, change) => {
    const lines = load('pox5-a9-manager')
    const number = change(lines)
    const { mismatches } = await replay(lines)
    expect(mismatches.map(({ line }) => line)).toEqual([number])
  })

  test('an omitted call shows at the next answer that depends on it', async () => {
    const lines = load('pox5-a2-updates')
    const index = lines.findIndex(({ fn }) => fn === 'stake' && lines.length > 0)
    lines.splice(index, 1)
    lines[0]!.steps = lines.length - 1
    const { mismatches } = await replay(lines)
    expect(mismatches[0]!.line).toBeGreaterThan(index)
  })
})

describe('what a recording may hold in addition', () => {
  test('fields that are not known are passed over', async () => {
    const lines = load('pox5-b1-errors').map((line) => ({ ...line, note: 'by hand' }))
    expect((await replay(lines)).mismatches).toEqual([])
  })

  test('a kind that is not known is played as the reference manager', async () => {
    const lines = load('pox5-a9-manager')
    const contracts = lines[0]!.contracts as Record<string, Json>
    const kinds = Object.entries(contracts).map(([contract, kind]) => [
      contract,
      kind === 'reference' ? 'fastpool-9' : kind,
    ])
    lines[0]!.contracts = { ...Object.fromEntries(kinds), [`${admin}.other`]: 'constructor' }
    expect((await replay(lines)).mismatches).toEqual([])
  })

  test('each kind of contract may be named without being used', async () => {
    const lines = load('pox5-b1-errors')
    const named = contractKinds.map((kind) => [`${admin}.unused-${kind}`, kind])
    lines[0]!.contracts = { ...Object.fromEntries(named), ...(lines[0]!.contracts as Line) }
    expect((await replay(lines)).mismatches).toEqual([])
  })
})

describe('what cannot be played', () => {
  test.each([
    ['an unknown operation', { op: 'leap', burn: 2 }, 'line 2: unknown operation "leap"'],
    ['two results', { ...call(), ok: true, err: 1 }, 'line 2: exactly one of "ok", "err", "abort"'],
    [
      'events of an error',
      { ...call(), err: 1, events: [] },
      'line 2: events, transfers and locks',
    ],
    [
      'a rejected withdrawal with a fee',
      { op: 'withdrawal', id: '1', accept: false, fee: '1', burn: 2 },
      'line 2: a "fee" belongs',
    ],
  ])('%s is refused', async (_, step, message) => {
    const [header] = load('pox5-a2-updates')
    await expect(refusal([{ ...header!, steps: 1 }, step])).resolves.toContain(message)
  })

  test('a file that is shorter than announced is refused', async () => {
    const lines = load('pox5-a2-updates').slice(0, 10)
    await expect(refusal(lines)).resolves.toContain('the file ends after 9 lines')
  })

  test('arguments that a function does not take abort, as in the VM', async () => {
    const [header] = load('pox5-a2-updates')
    const calls = [
      { ...call('calculate-rewards', [['1', '2', '3', '4', '5', '6', '7']]), abort: true },
      { ...call('calculate-rewards', ['1']), abort: true },
      { ...call('unstake', []), abort: true },
      { ...call('leap', []), abort: true },
    ]
    const lines = [{ ...header!, steps: calls.length }, ...calls] as Line[]
    expect(await replay(lines)).toEqual({ steps: 4, mismatches: [] })
  })
})

/** Changes the first line that has a field; answers the line's number. */
function alter(lines: Line[], field: string, change: (value: never) => Json): number {
  const index = lines.findIndex((line, at) => at > 0 && field in line)
  lines[index]![field] = change(lines[index]![field] as never)
  return index + 1
}

const first = (list: Json): Line => (list as Line[])[0]!
const firstRead = (reads: Json): Json[] => (reads as Json[][])[0]!

function call(fn = 'unstake', args: Json[] = []): Line {
  return { op: 'call', sender: admin, fn, args, burn: 2 }
}

async function refusal(lines: readonly unknown[]): Promise<string> {
  try {
    await replay(lines as Line[])
    return 'nothing was refused'
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return `line ${error.line}: ${error.message}`
  }
}
