import { expect, it } from 'vitest'
import {
  setupSteps,
  type SetupReading,
} from '../../../../../src/app/dual-stacking/programme/setup-steps.ts'

const plan = {
  snapshots: 10,
  blocksPerSnapshot: 100,
  apr: 8_000_000n,
  heldSats: 1n,
  budgetSats: 1_000n,
}
/** As a contract is deployed. */
const fresh: SetupReading = {
  isActive: false,
  snapshots: 14,
  blocksPerSnapshot: 150,
  apr: 5_000_000n,
  countsLiquid: true,
  startHeight: 922_150,
  startsTooEarly: false,
  poolSats: 0n,
}
const ready = {
  ...fresh,
  snapshots: 10,
  blocksPerSnapshot: 100,
  apr: 8_000_000n,
  startHeight: 950_000,
}
const states = (reading: SetupReading, wanted: typeof plan | null = plan) =>
  setupSteps(reading, wanted).map(({ state }) => state)

it('a contract that was just deployed has every step to do, and its start waits', () => {
  expect(states(fresh)).toEqual(['todo', 'todo', 'todo', 'todo', 'todo', 'wait'])
})

it('what the chain has as planned is done, so that it goes on where it was left', () => {
  const half = { ...fresh, snapshots: 10, blocksPerSnapshot: 100 }
  expect(states(half)).toEqual(['done', 'todo', 'todo', 'todo', 'todo', 'wait'])
})

it('the first cycle can start without money and with liquid STX', () => {
  expect(states(ready)).toEqual(['done', 'done', 'todo', 'done', 'todo', 'todo'])
  expect(states({ ...ready, countsLiquid: false, poolSats: 1_000n })).toEqual([
    'done',
    'done',
    'done',
    'done',
    'done',
    'todo',
  ])
})

it('a start that the contract refuses is still to be set', () => {
  expect(states({ ...ready, startsTooEarly: true })[3]).toBe('todo')
  expect(states({ ...ready, startsTooEarly: true })[5]).toBe('wait')
})

it('once the first cycle runs, its lengths and start are settled, whatever is planned', () => {
  const running = { ...fresh, isActive: true, startHeight: 950_000 }
  expect(states(running)).toEqual(['done', 'todo', 'todo', 'done', 'todo', 'done'])
})

it('an unreadable plan makes nothing done that it would have to agree with', () => {
  expect(states(ready, null)).toEqual(['todo', 'todo', 'todo', 'done', 'todo', 'wait'])
})
