import { beforeAll, expect, test } from 'vitest'
import { readLines } from '../../../src/dev/cli/replay/lines.ts'
import { replayLines, type Target } from '../../../src/dev/cli/replay/replay.ts'
import { poxTargetOn } from '../../support/bitcoin-staking/pox-target.ts'
import { createPoxVm } from '../../support/bitcoin-staking/pox-world.ts'
import { samplePath } from '../../support/sample-path.ts'

let target: Target
beforeAll(async () => {
  target = poxTargetOn(await createPoxVm())
})

test.each([
  ['pox5-a2-updates', 117],
  ['pox5-a5-calculate', 78],
  ['pox5-f0-sample', 262],
  // The published inputs of mainnet's distribution 286, at mainnet's heights.
  ['pox5-b5-distribution-286', 24],
])('%s: %s steps, no mismatch', async (name, steps) => {
  expect(await replayLines(readLines(samplePath(name)), target)).toEqual({ steps, mismatches: [] })
})
