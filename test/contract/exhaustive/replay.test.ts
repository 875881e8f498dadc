import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { readLines } from '../../../src/dev/cli/replay/lines.ts'
import { replayLines, type Target } from '../../../src/dev/cli/replay/replay.ts'
import { createVm } from '../../../src/dev/network/vm/vm.ts'
import { replayTargetOn } from '../../support/contract/replay-target.ts'

const sample = (name: string): string =>
  fileURLToPath(new URL(`../../../src/dev/traces/${name}.jsonl`, import.meta.url))

let target: Target
beforeAll(async () => {
  target = replayTargetOn(await createVm())
})

test.each([
  ['b0-fuzz-sample', 1581],
  ['vectors-sample', 132],
])('%s: %s steps, no mismatch', async (name, steps) => {
  expect(await replayLines(readLines(sample(name)), target)).toEqual({ steps, mismatches: [] })
})
