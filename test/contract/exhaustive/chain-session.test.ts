import { afterAll, beforeAll, expect, it } from 'vitest'
import { playHours, startHolders } from '../../../src/dev/faults/holders.ts'

let world: Awaited<ReturnType<typeof startHolders>>
beforeAll(async () => {
  world = await startHolders()
})
afterAll(() => world?.close())

it.each([
  ['v1', { paid: 2, first: 20 }],
  ['v1 without at-block', { paid: 2, first: 26 }],
  ['v2', { paid: 1, first: 24 }],
  ['v3', { paid: 1, first: 20 }],
] as const)(
  'a holder’s hour costs at most two requests a minute, and no more on payment day: %s',
  async (name, expected) => {
    const { first, hours, later, payments, problems } = await playHours(world, name, 3)
    expect(problems).toEqual([null])
    expect(payments).toHaveLength(expected.paid)
    expect(first.requests).toBeLessThanOrEqual(expected.first)
    expect(first.bytes).toBeLessThanOrEqual(80_000)
    expect(later.bytes / later.requests).toBeLessThan(1000)
    for (const hour of hours) expect(hour).toBeLessThanOrEqual(120)
  },
)
