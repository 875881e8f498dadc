import { beforeAll, expect, test } from 'vitest'
import { readLines } from '../../../src/dev/cli/replay/lines.ts'
import { replayLines, type Target } from '../../../src/dev/cli/replay/replay.ts'
import { createVm } from '../../../src/dev/network/vm/vm.ts'
import { replayTargetOn } from '../../support/contract/replay-target.ts'
import { samplePath } from '../../support/sample-path.ts'

let target: Target
beforeAll(async () => {
  target = replayTargetOn(await createVm())
})

test.each([
  ['b0-fuzz-sample', 1581],
  ['vectors-sample', 132],
])('%s: %s steps, no mismatch', async (name, steps) => {
  expect(await replayLines(readLines(samplePath(name)), target)).toEqual({ steps, mismatches: [] })
})
