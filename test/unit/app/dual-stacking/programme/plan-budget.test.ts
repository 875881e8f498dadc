import { expect, it } from 'vitest'
import { planBudget } from '../../../../../src/app/dual-stacking/programme/plan-budget.ts'

const sBtc = 100_000_000n
const wanted = {
  snapshots: 14,
  blocksPerSnapshot: 150,
  apr: 5_000_000n,
  heldSats: 192n * sBtc,
  budgetSats: 10n * sBtc,
}

it('says how long a budget lasts when everyone has the full boost', () => {
  expect(planBudget(wanted)).toEqual({
    cycleBlocks: 2100,
    windowBlocks: 36,
    closingBlocks: 114,
    // 5% in 25 cycles of a year are 0.2% a cycle.
    mostSats: (192n * sBtc) / 500n,
    cycles: 26n,
  })
  expect(planBudget({ ...wanted, heldSats: 0n })).toMatchObject({ mostSats: 0n, cycles: null })
})

it.each([
  { snapshots: 0 },
  { snapshots: 101 },
  { blocksPerSnapshot: 0 },
  { blocksPerSnapshot: 2101 },
  { snapshots: 100, blocksPerSnapshot: 2100 },
  { apr: 999_999n },
  { apr: 20_000_001n },
])('is none of what the contract refuses, %#', (changes) => {
  expect(planBudget({ ...wanted, ...changes })).toBeNull()
})
