import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCosts } from '../../../../../../src/dev/cli/measure/scale/read-costs.ts'
import { renderScale } from '../../../../../../src/dev/cli/measure/scale/render-scale.ts'
import { mostCaptured, scaleOf } from '../../../../../../src/dev/cli/measure/scale/scale-of.ts'

const costs = {
  'capture-snapshot-balances': { rows: 750, reads: 15_000 },
  'tally-participant-ratios': { rows: 900, reads: 4_500 },
  'calculate-participant-weights': { rows: 900, reads: 9_000 },
  'distribute-rewards': { rows: 900, reads: 13_500 },
}

describe('what a cycle of many participants takes', () => {
  it('is calls, bytes and Bitcoin blocks, from the cost of each row', () => {
    expect(scaleOf({ participants: 7_500, oneOf: 1, costs })).toEqual({
      // 14 times 10 captures, 9 lists of each of the others, and 20 calls without a list.
      calls: 14 * 10 + 3 * 9 + 20,
      bytes: 187 * 300 + 17 * 7_500 * 22,
      captureBlocks: 10,
      windowBlocks: 36,
      closingBlocks: 3 + 5 + 8,
      closingRoom: 114,
    })
  })

  it('is more with a part of the room: shorter lists, in more blocks', () => {
    const scale = scaleOf({ participants: 7_500, oneOf: 2, costs })
    expect(scale.calls).toBe(14 * 20 + 3 * 17 + 20)
    expect(scale.captureBlocks).toBe(20)
  })

  it('ends where a window is full', () => {
    expect(mostCaptured({ oneOf: 1, costs })).toBe(36 * 750)
    expect(mostCaptured({ oneOf: 4, costs }, 2)).toBe((36 * 750) / 8)
    const full = scaleOf({ participants: 36 * 750, oneOf: 1, costs })
    expect(full.captureBlocks).toBe(full.windowBlocks)
  })

  it('is in the docs as the measured costs give it', () => {
    const page = (name: string) => readFileSync(`docs/${name}.md`, 'utf8')
    expect(page('scale')).toContain(renderScale(readCosts(page('contract-costs'))))
  })
})
