import { describe, expect, test } from 'vitest'
import { BadFile } from '../../../../../src/dev/cli/replay/bad-file.ts'
import { CycleRun } from '../../../../../src/dev/cli/replay/cycle-run.ts'
import { executeVectors, runHeader } from '../../../../../src/dev/cli/replay/executed-vectors.ts'
import type { Json } from '../../../../../src/dev/cli/replay/json.ts'
import { parseLines, readLines } from '../../../../../src/dev/cli/replay/lines.ts'
import { modelDriver } from '../../../../../src/dev/cli/replay/model-driver.ts'
import {
  checkWithMaths,
  replayLines,
  type Report,
  type Target,
} from '../../../../../src/dev/cli/replay/replay.ts'
import { samplePath } from '../../../../support/sample-path.ts'

const model: Target = { driver: modelDriver, vectors: checkWithMaths }
const load = (name: string): Array<Record<string, Json>> =>
  readLines(samplePath(name)).map((line) => line.json)

type Object = Record<string, Json>
const text = (lines: readonly Object[]): string =>
  lines.map((line) => `${JSON.stringify(line)}\n`).join('')
const replay = (lines: readonly Object[]): Promise<Report> =>
  replayLines(parseLines(text(lines)), model)

/** The error that replaying answers, as `line: message`. */
async function refusal(content: string): Promise<string> {
  try {
    const report = await replayLines(parseLines(content), model)
    return `${report.steps} steps, ${report.mismatches.length} mismatches`
  } catch (error) {
    if (!(error instanceof BadFile)) throw error
    return `${error.line}: ${error.message}`
  }
}

const deployer = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'
const alice = 'ST1SJ3DTE5DN7X54YDH5D64R3BCB6A2AG2ZQ8YPD5'
const bob = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'

/** A trace with that header and these steps, its length announced. */
const trace = (steps: readonly Object[], header: Object = {}): Object[] => [
  { ...load('a1-happy-two-cycles')[0]!, steps: steps.length, ...header },
  ...steps,
]

describe('samples', () => {
  test.each([
    ['a1-happy-two-cycles', 333],
    ['b0-fuzz-sample', 1581],
    ['vectors-sample', 132],
  ])('%s: %s steps, no mismatch', async (name, steps) => {
    expect(await replayLines(readLines(samplePath(name)), model)).toEqual({ steps, mismatches: [] })
  })

  test('the vectors hold when whole cycles of the model are run for them', async () => {
    expect(
      await executeVectors(readLines(samplePath('vectors-sample')).slice(1), async () =>
        modelDriver(runHeader),
      ),
    ).toEqual([])
  })
})

describe('every part of a recording is compared', () => {
  const original = load('a1-happy-two-cycles')
  const find = (test: (line: Object) => boolean): number => original.findIndex(test)
  /** Replays the sample with one line changed; answers the mismatches as `line: text`. */
  async function tampered(index: number, change: (line: Object) => Object): Promise<string[]> {
    const lines = original.map((line, i) => (i === index ? change(structuredClone(line)) : line))
    const { mismatches } = await replay(lines)
    return mismatches.map((mismatch) => `${mismatch.line}: ${mismatch.text}`)
  }

  test('the value of a call', async () => {
    const index = find((line) => line.fn === 'capture-snapshot-balances')
    expect(await tampered(index, (line) => ({ ...line, ok: '1' }))).toEqual([
      expect.stringMatching(
        new RegExp(`^${index + 1}: call capture-snapshot-balances: expected "1", got`),
      ),
    ])
  })

  test('success against an error or an abort', async () => {
    const index = find((line) => line.fn === 'finalize-snapshots')
    const { ok: _ok, events: _events, ...rest } = original[index]!
    expect(await tampered(index, () => ({ ...rest, err: 144 }) as Object)).toEqual([
      `${index + 1}: call finalize-snapshots: expected {"err":144}, got {"ok":true}`,
    ])
    expect(await tampered(index, () => ({ ...rest, abort: true }) as Object)).toHaveLength(1)
  })

  test('each event, each transfer, and that there are no others', async () => {
    const index = find((line) => line.fn === 'distribute-rewards')
    const drop =
      (field: string) =>
      (line: Object): Object => ({ ...line, [field]: (line[field] as Json[]).slice(1) })
    const missing = ({ transfers: _transfers, ...line }: Object): Object => line
    expect(await tampered(index, drop('events'))).toEqual([
      expect.stringContaining('call distribute-rewards, events'),
    ])
    expect(await tampered(index, drop('transfers'))).toEqual([
      expect.stringContaining('call distribute-rewards, transfers'),
    ])
    expect(await tampered(index, missing)).toEqual([
      expect.stringContaining('call distribute-rewards, transfers'),
    ])
  })

  test('the heights after each step', async () => {
    const index = find((line) => line.op === 'sbtc')
    expect(await tampered(index, (line) => ({ ...line, stacks: Number(line.stacks) + 1 }))).toEqual(
      [expect.stringContaining(`${index + 1}: heights after the step: stacks`)],
    )
  })

  test('reads, with the path of what differs', async () => {
    const index = find((line) => line.fn === 'cycle-data')
    expect(
      await tampered(index, (line) => ({
        ...line,
        result: { ...(line.result as Object), 'cycle-id': '7' },
      })),
    ).toEqual([`${index + 1}: read cycle-data: result.cycle-id: expected "7", got "0"`])
    expect(
      await tampered(index, ({ result: _result, ...line }) => ({ ...line, abort: true })),
    ).toHaveLength(1)
  })

  test('notes, reasons, cycles and the order of keys are not', async () => {
    const lines = original.map((line, i) =>
      i === 0
        ? line
        : Object.fromEntries(Object.entries({ ...line, note: 'x', why: 'y' }).reverse()),
    )
    expect(await replay(lines)).toEqual({ steps: 333, mismatches: [] })
  })

  test('vectors: every figure of every type', async () => {
    const vectors = load('vectors-sample')
    const count = async (type: string, change: (line: Object) => Object): Promise<number[]> => {
      const index = vectors.findIndex((line) => line.type === type)
      const { mismatches } = await replay(
        vectors.map((line, i) => (i === index ? change(structuredClone(line)) : line)),
      )
      expect(mismatches.every(({ line }) => line === index + 1)).toBe(true)
      return [mismatches.length]
    }
    const plus =
      (field: string) =>
      (line: Object): Object => ({ ...line, [field]: String(BigInt(line[field] as string) + 1n) })
    expect(await count('weight', plus('weight'))).toEqual([1])
    for (const field of ['totalSbtc', 'totalStx', 'lowest', 'highest'])
      expect((await count('ratio', plus(field)))[0]).toBeGreaterThan(0)
    for (const field of [
      'cyclesPerYear',
      'cyclePercentageRate',
      'totalWeights',
      'rewardsToDistribute',
    ]) {
      expect((await count('rewards', plus(field)))[0]).toBeGreaterThan(0)
    }
    expect(
      (
        await count('ratio', (line) => ({
          ...line,
          checks: (line.checks as Object[]).map((check) => ({ ...check, result: 113 })),
        }))
      )[0],
    ).toBe(6)
    expect(
      (
        await count('rewards', (line) => ({
          ...line,
          rewards: ['5', ...(line.rewards as Json[]).slice(1)],
        }))
      )[0],
    ).toBe(1)
  })
})

describe('files that cannot be replayed are refused with the line', () => {
  const read = { op: 'read', fn: 'get-admin', args: [], result: deployer, burn: 2200, stacks: 2204 }
  const call = {
    op: 'call',
    sender: alice,
    fn: 'opt-out',
    args: [],
    err: 103,
    burn: 2200,
    stacks: 2205,
  }
  const one = (step: Object, header: Object = {}): string => text(trace([step], header))

  test.each<[string, string, RegExp]>([
    ['an empty file', '', /^1: the file is empty/],
    ['no JSON', 'hello\n', /^1: the line is not JSON/],
    ['another format', '{"format":"other"}\n', /^1: field "format" must be "dual-stacking-trace"/],
    ['a later version', one(read, { version: 2 }), /^1: field "version" must be 1/],
    [
      'another contract',
      one(read, { contract: 'dual-stacking-v2' }),
      /^1: field "contract" must be/,
    ],
    [
      'an unknown header field',
      one(read, { colour: 'red' }),
      /^1: field "colour" is not a known field/,
    ],
    [
      'parameters',
      one(read, { params: { bps: 5 } }),
      /^1: field "params.bps" is not a known field/,
    ],
    [
      'an unknown kind of liquid stacking',
      one(read, { liquid: 'real' }),
      /^1: field "liquid" must be/,
    ],
    [
      'a contract of somebody else',
      one(read, { contractPrincipal: `${alice}.dual-stacking-v1` }),
      /^1: contractPrincipal must be/,
    ],
    [
      'a missing header field',
      text(
        trace([read]).map(({ burn, ...line }, i) => (i === 0 ? line : { ...line, burn: burn! })),
      ),
      /^1: field "burn" is missing/,
    ],
    [
      'too few lines',
      one(read, { steps: 2 }),
      /^2: the file ends after 1 lines, but its header announces 2/,
    ],
    [
      'too many lines',
      one(read, { steps: 0 }),
      /^2: the file ends after 1 lines, but its header announces 0/,
    ],
    ['a line cut off', one(read).trimEnd().slice(0, -5), /^2: the line is not JSON, or cut off/],
    ['an empty line', one(read).replace('\n', '\n\n'), /^2: the line is empty/],
    [
      'a line that is a list',
      one(read).replace(/\n.*\n$/, '\n[1]\n'),
      /^2: the line is not a JSON object/,
    ],
    ['an unknown operation', one({ ...read, op: 'burn' }), /^2: unknown operation "burn"/],
    [
      'an inherited name as operation',
      one({ ...read, op: 'constructor' }),
      /^2: unknown operation "constructor"/,
    ],
    ['an unknown field', one({ ...read, gas: 1 }), /^2: field "gas" is not a known field/],
    [
      'a missing field',
      text(trace([{ op: 'mine', burn: 2201, stacks: 2205 }])),
      /^2: field "n" is missing/,
    ],
    [
      'an unknown read-only function',
      one({ ...read, fn: 'opt-out' }),
      /^2: unknown read-only function "opt-out"/,
    ],
    [
      'an unknown public function',
      one({ ...call, fn: 'get-admin' }),
      /^2: unknown public function "get-admin"/,
    ],
    [
      'too many arguments',
      one({ ...call, args: ['1'] }),
      /^2: field "args" has 1 arguments, the function takes 0/,
    ],
    [
      'a number for a uint',
      one({ ...call, fn: 'propose-golden-ratio', args: [5] }),
      /^2: field "args.0" must be a uint/,
    ],
    [
      'a uint of 129 bits',
      one({ ...call, fn: 'propose-golden-ratio', args: [String(2n ** 128n)] }),
      /^2: field "args.0" must be a uint/,
    ],
    [
      'text for a principal',
      one({ ...call, fn: 'change-reward-address', args: ['alice'] }),
      /^2: field "args.0" must be a principal/,
    ],
    [
      'a bare value for an optional',
      one({ ...call, fn: 'enroll', args: [alice] }),
      /^2: field "args.0" must be null or/,
    ],
    [
      'text for a bool',
      one({ ...call, fn: 'set-liquid-stacking', args: ['true'] }),
      /^2: field "args.0" must be true or false/,
    ],
    [
      'a list above its limit',
      one({ ...call, fn: 'opt-out-defi-batch', args: [Array.from({ length: 201 }, () => alice)] }),
      /^2: field "args.0" must be a list of at most 200/,
    ],
    [
      'a tuple with another key',
      one({ ...call, fn: 'enroll-defi-batch', args: [[{ 'defi-contract': alice }]] }),
      /^2: field "args.0.0" must be an object with exactly/,
    ],
    [
      'no result',
      one({ ...call, err: undefined as never }),
      /^2: exactly one of "ok", "err", "abort" is needed, found 0/,
    ],
    ['two results', one({ ...call, abort: true }), /^2: exactly one of .* found 2/],
    [
      'events of an error',
      one({ ...call, events: [] }),
      /^2: events and transfers belong to "ok" only/,
    ],
    [
      'a liquid step where liquid STX is always 0',
      one({ op: 'liquid', who: alice, ustx: '5', burn: 2200, stacks: 2205 }),
      /^2: a "liquid" step needs/,
    ],
    [
      'an unknown vector',
      '{"format":"dual-stacking-vectors","version":1,"contract":"dual-stacking-v1","lines":1}\n{"type":"boost"}\n',
      /^2: unknown vector type "boost"/,
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await refusal(content)).toMatch(expected)
  })

  test('the number of steps matches the lines after the header', async () => {
    expect(await refusal(one(read))).toBe('1 steps, 0 mismatches')
    expect(await refusal(one(read).trimEnd())).toBe('1 steps, 0 mismatches')
  })
})

describe('operations in no sample', () => {
  test('liquid steps raise and lower what counts, with history', async () => {
    const at = (burn: number, stacks: number) => ({ burn, stacks })
    const stacked = (fn: string, args: Json[], result: string, heights: Object): Object => ({
      op: 'read',
      fn,
      args,
      result,
      ...heights,
    })
    const report = await replay(
      trace(
        [
          { op: 'liquid', who: alice, ustx: '70', ...at(2200, 2205) },
          { op: 'liquid', who: alice, ustx: '30', ...at(2200, 2206) },
          { op: 'stacks', n: 1, ...at(2200, 2207) },
          stacked('get-amount-stacked-at-block-height', [alice, '2204'], '0', at(2200, 2207)),
          stacked('get-amount-stacked-at-block-height', [alice, '2205'], '70', at(2200, 2207)),
          stacked(
            'get-amount-stacked-at-block-height-mainnet',
            [alice, '2206'],
            '30',
            at(2200, 2207),
          ),
          stacked('get-amount-stacked-now', [alice], '30', at(2200, 2207)),
          stacked('get-amount-stx-stacked', [alice], '0', at(2200, 2207)),
          {
            op: 'call',
            sender: deployer,
            fn: 'set-liquid-stacking',
            args: [false],
            ok: true,
            ...at(2200, 2208),
          },
          stacked('get-amount-stacked-now', [alice], '0', at(2200, 2208)),
        ],
        { liquid: 'stub-settable' },
      ),
    )
    expect(report).toEqual({ steps: 10, mismatches: [] })
  })

  test('an unlock is a marker: past locks read 0 too; a new lock has its own history', async () => {
    const read = (h: number, result: string, burn: number, stacks: number): Object => ({
      op: 'read',
      fn: 'get-amount-stx-stacked-at-block-height',
      args: [alice, String(h)],
      result,
      burn,
      stacks,
    })
    const report = await replay(
      trace([
        { op: 'lock', who: alice, ustx: '5', unlockBurn: 4200, burn: 2200, stacks: 2205 },
        { op: 'mine', n: 1999, burn: 4199, stacks: 4204 },
        read(2205, '5', 4199, 4204),
        { op: 'mine', n: 1, burn: 4200, stacks: 4205 },
        { op: 'unlock', who: alice, auto: true, burn: 4200, stacks: 4205 },
        read(2205, '0', 4200, 4205),
        {
          op: 'lock',
          who: alice,
          ustx: '7',
          unlockBurn: 8400,
          cycles: 3,
          burn: 4200,
          stacks: 4206,
        },
        { op: 'stacks', n: 1, burn: 4200, stacks: 4207 },
        read(2205, '0', 4200, 4207),
        read(4206, '7', 4200, 4207),
      ]),
    )
    expect(report).toEqual({ steps: 10, mismatches: [] })
  })

  test('an impossible sBTC transfer is a mismatch of its line', async () => {
    const { mismatches } = await replay(
      trace([{ op: 'sbtc-transfer', from: alice, to: bob, sats: '5', burn: 2200, stacks: 2205 }]),
    )
    expect(mismatches).toEqual([
      { line: 2, text: 'sbtc-transfer: the sBTC transfer fails with error 1' },
    ])
  })

  test('a trace may begin at mainnet heights: their history is computed', async () => {
    const heights = { burn: 922_151, stacks: 922_156 }
    const report = await replay(
      trace(
        [
          {
            op: 'call',
            sender: alice,
            fn: 'initialize-contract',
            args: ['922150'],
            err: 100,
            burn: 922_149,
            stacks: 922_154,
          },
          { op: 'mine', n: 2, ...heights },
          {
            op: 'call',
            sender: alice,
            fn: 'initialize-contract',
            args: ['922154'],
            err: 145,
            burn: 922_151,
            stacks: 922_157,
          },
          {
            op: 'call',
            sender: alice,
            fn: 'initialize-contract',
            args: ['922155'],
            ok: true,
            burn: 922_151,
            stacks: 922_158,
          },
          {
            op: 'read',
            fn: 'get-next-action-bitcoin-height',
            args: [],
            result: '922300',
            burn: 922_151,
            stacks: 922_158,
          },
          {
            op: 'read',
            fn: 'get-amount-stx-stacked-at-block-height',
            args: [alice, '300000'],
            result: '0',
            burn: 922_151,
            stacks: 922_158,
          },
        ],
        { burn: 922_149, stacks: 922_153 },
      ),
    )
    expect(report).toEqual({ steps: 6, mismatches: [] })
  })
})

test('a cycle run names the step that fails', () => {
  const run = new CycleRun(modelDriver(runHeader), runHeader, {
    rows: [{ sats: 5n, microStx: 0n }],
    snapshots: 1n,
    multiplier: 21n,
  })
  expect(() => run.capture()).toThrow('update-yield-boost-multiplier fails with error 213')
})
