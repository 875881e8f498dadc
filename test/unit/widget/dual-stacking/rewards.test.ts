// @vitest-environment happy-dom
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { StacksClient } from '../../../../src/chain/stacks/client.ts'
import type { Deployment } from '../../../../src/chain/stacks/deployments.ts'
import type { watchRewards as watchAll } from '../../../../src/widget/dual-stacking/rewards.ts'

/** What a look at the chain finds: keys of payments, those that were undone, and what is left. */
interface Look {
  found?: string[]
  gone?: string[]
  requestsLeft?: number | null
}
const looks: Look[] = []
const collector = '../../../../src/chain/stacks/rewards/collect-rewards.ts'
const collectRewards = () => {
  const { found = [], gone = [], requestsLeft = null } = looks.shift() ?? {}
  const payments = found.map((key) => ({ key }))
  return Promise.resolve({ found: payments, gone, requestsLeft, problem: null, cursor: {} })
}

const EVERY_MS = 120_000
let widget: AbortController
let watchRewards: typeof watchAll
// Other tests of this worker may have loaded it with the real one.
beforeAll(async () => {
  vi.resetModules()
  vi.doMock(collector, () => ({ collectRewards }))
  ;({ watchRewards } = await import('../../../../src/widget/dual-stacking/rewards.ts'))
})
afterAll(() => {
  vi.doUnmock(collector)
  vi.resetModules()
})
beforeEach(() => {
  vi.useFakeTimers()
  looks.length = 0
  widget = new AbortController()
})
afterEach(() => {
  widget.abort()
  vi.useRealTimers()
})

const watch = async (...next: Look[]): Promise<string[]> => {
  looks.push(...next)
  const said: string[] = []
  void watchRewards({
    client: { tip: () => Promise.resolve({ ok: true, value: {} }) } as unknown as StacksClient,
    deployment: { contract: 'contract' } as Deployment,
    address: 'address',
    signal: widget.signal,
    landed: ({ key }) => said.push(`landed ${key}`),
    undone: () => said.push('undone'),
    back: ({ key }) => said.push(`back ${key}`),
  })
  await vi.advanceTimersByTimeAsync(next.length * EVERY_MS)
  return said
}

it('reports what arrives once the earlier ones are known', async () => {
  const earlier = { found: ['a'], requestsLeft: 2 }
  expect(await watch(earlier, { found: ['b'] }, { found: ['c'] }, {})).toEqual(['landed c'])
})

it('reports nothing twice that was undone and mined again', async () => {
  expect(
    await watch({}, { found: ['a'] }, { gone: ['a'] }, { found: ['a'] }, { found: ['b'] }),
  ).toEqual(['landed a', 'undone', 'back a', 'landed b'])
})

it('says nothing of earlier rewards that move', async () => {
  expect(await watch({ found: ['a'] }, { gone: ['a'] }, { found: ['a'] })).toEqual([])
})
