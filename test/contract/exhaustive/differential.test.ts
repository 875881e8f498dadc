import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { fuzzCallers } from '../../../src/dev/cli/fuzz/actors.ts'
import { fuzz } from '../../../src/dev/cli/fuzz/fuzz.ts'
import { parseLines } from '../../../src/dev/cli/replay/lines.ts'
import { modelDriver } from '../../../src/dev/cli/replay/model-driver.ts'
import { checkWithMaths, replayLines } from '../../../src/dev/cli/replay/replay.ts'
import { driveVm } from '../../../src/dev/cli/replay/vm-driver.ts'
import { createVm, type Vm } from '../../../src/dev/network/vm/vm.ts'

let vm: Vm
beforeAll(async () => {
  vm = await createVm()
})

test('random sequences end the same on the model and on the Clarity contract', async () => {
  const { ops, outcomes, failure } = await fuzz(vm, { seed: 2026, ops: 600, length: 200 })
  expect(failure).toBeUndefined()
  expect(ops).toBeGreaterThanOrEqual(600)
  // The sequences get somewhere: whole cycles are paid, and calls end in errors as well.
  for (const outcome of [
    'distribute-rewards ok',
    'advance-to-next-cycle ok',
    'validate-ratio ok',
    'lock',
  ])
    expect(outcomes.get(outcome) ?? 0, outcome).toBeGreaterThan(0)
})

test('a contract that differs is found, and the sequence is saved as a trace', async () => {
  const source = readFileSync(
    new URL('../../../src/contracts/dual-stacking.clar', import.meta.url),
    'utf8',
  )
  const mutant = source.replace(
    '(asserts! (>= (* (+ above equal) PRECISION_PERCENTAGE_RATIO) limit) ERR_RATIO_TOO_HIGH)',
    'true',
  )
  expect(mutant).not.toBe(source)
  const { failure } = await fuzz(vm, {
    seed: 7,
    ops: 20_000,
    contractSource: mutant,
    shrinkFor: 2_000,
  })
  expect(failure?.message).toMatch(/^call validate-ratio: expected {"err":111}, got {"ok":true}/)

  const lines = parseLines(failure!.trace.map((line) => JSON.stringify(line)).join('\n'))
  expect(
    (await replayLines(lines, { driver: modelDriver, vectors: checkWithMaths })).mismatches,
  ).toEqual([])
  const onMutant = await replayLines(lines, {
    driver: async (header) => {
      await vm.reset()
      return driveVm(vm, header, new Set(fuzzCallers), mutant)
    },
    vectors: checkWithMaths,
  })
  expect(onMutant.mismatches[0]).toMatchObject({
    line: lines.length,
    text: expect.stringContaining('validate-ratio'),
  })
})
