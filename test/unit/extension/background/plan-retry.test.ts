import { expect, it } from 'vitest'
import { planRetry } from '../../../../src/extension/background/plan-retry.ts'

const now = 1_000_000_000
const nothing = { planned: null, pausedUntil: 0, now }

it('is when the hosts allow it again', () => {
  expect(planRetry({ ...nothing, pausedUntil: now + 40_000 })).toBe(now + 40_000)
})

it('is not before the browser grants an alarm, nor after the next ordinary refresh', () => {
  expect(planRetry(nothing)).toBe(now + 30_000)
  expect(planRetry({ ...nothing, pausedUntil: now + 4_000 })).toBe(now + 30_000)
  expect(planRetry({ ...nothing, pausedUntil: now + 86_400_000 })).toBe(now + 900_000)
})

it('stays where it was planned, unless it would be refused or is over', () => {
  const planned = now + 10_000
  expect(planRetry({ ...nothing, planned, pausedUntil: planned })).toBe(planned)
  expect(planRetry({ ...nothing, planned, pausedUntil: now + 40_000 })).toBe(now + 40_000)
  expect(planRetry({ ...nothing, planned: now })).toBe(now + 30_000)
})
