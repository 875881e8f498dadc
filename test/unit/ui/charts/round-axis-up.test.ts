import { expect, it } from 'vitest'
import { roundAxisUp } from '../../../../src/ui/charts/round-axis-up.ts'

it('ends an axis at a round amount that is not below the largest one', () => {
  expect(roundAxisUp(1n)).toBe(1n)
  expect(roundAxisUp(7n)).toBe(8n)
  expect(roundAxisUp(9n)).toBe(10n)
  expect(roundAxisUp(11_902n)).toBe(12_000n)
  expect(roundAxisUp(12_001n)).toBe(15_000n)
  expect(roundAxisUp(83_410_000n)).toBe(100_000_000n)
})
