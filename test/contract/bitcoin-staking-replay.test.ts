import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parseLines, readLines } from '../../src/dev/cli/replay/lines.ts'
import { replayLines, type Target } from '../../src/dev/cli/replay/replay.ts'
import type { Vm } from '../../src/dev/network/vm/vm.ts'
import { poxTargetOn } from '../support/bitcoin-staking/pox-target.ts'
import { createPoxVm } from '../support/bitcoin-staking/pox-world.ts'
import { samplePath } from '../support/sample-path.ts'

let vm: Vm
let target: Target
beforeAll(async () => {
  vm = await createPoxVm()
  target = poxTargetOn(vm)
})

test.each([
  ['pox5-b1-errors', 72],
  ['pox5-a9-manager', 97],
])('%s: %s steps, no mismatch', async (name, steps) => {
  expect(await replayLines(readLines(samplePath(name)), target)).toEqual({ steps, mismatches: [] })
})

test('arguments that name no manager are refused as the model refuses them', async () => {
  const path = 'test/support/fixtures/bitcoin-staking/not-a-manager.jsonl'
  expect(await replayLines(readLines(path), target)).toEqual({ steps: 35, mismatches: [] })
})

test('an altered trace is caught at its line', async () => {
  const text = readFileSync(samplePath('pox5-b1-errors'), 'utf8')
  const altered = text
    // The unlock height of the first stake, an error number, a read and an event.
    .replace('"unlock-burn-height":"200"', '"unlock-burn-height":"201"')
    .replace('"err":4242', '"err":4243')
    .replace('"min-amount-ustx":"50000000000"', '"min-amount-ustx":"1"')
    .replace('"topic":"set-bond-admin"', '"topic":"set-admin"')
  const { mismatches } = await replayLines(parseLines(altered), target)
  expect(mismatches.map(({ line }) => line)).toEqual([7, 24, 26, 29])
  expect(mismatches[3]!.text).toContain('expected "201", got "200"')
})
