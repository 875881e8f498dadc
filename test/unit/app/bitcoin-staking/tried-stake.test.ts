import { describe, expect, it } from 'vitest'
import { heldPositionOf } from '../../../../src/app/bitcoin-staking/held-position.ts'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import {
  addedTo,
  firstTried,
  triedProblem,
} from '../../../../src/app/bitcoin-staking/tried-stake.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'

const STX = 1_000_000n
const heldOf = ({ programme, holder }: StakingState) => heldPositionOf(programme, holder)
const running = heldOf(example.stakingExample)!

describe('a stake that is tried', () => {
  it('begins with the one that runs, and its cycles after this one', () => {
    expect(firstTried(running, 1n)).toEqual({
      microStx: 25_000n * STX,
      cycles: 9n,
      manager: example.MANAGER,
    })
  })

  it.each([
    ['nothing is staked', example.unstaked],
    ['a stake has ended', example.expired],
    ['sats are in a bond', example.bonded],
  ])('begins with what is offered when %s', (_, state) => {
    expect(firstTried(heldOf(state), 7n * STX)).toEqual({
      microStx: 7n * STX,
      cycles: 12n,
      manager: null,
    })
  })

  it('lasts a cycle at least, also when the stake ends with the running one', () => {
    expect(firstTried(heldOf(example.leaving), 1n).cycles).toBe(1n)
  })

  it('can neither be smaller nor shorter than the one that runs', () => {
    const same = firstTried(running, 0n)
    expect(triedProblem(running, same)).toBeNull()
    expect(triedProblem(running, { ...same, microStx: same.microStx - 1n })).toBe('fewer-stx')
    expect(triedProblem(running, { ...same, cycles: same.cycles - 1n })).toBe('fewer-cycles')
    expect(triedProblem(heldOf(example.unstaked), { ...same, microStx: 1n })).toBeNull()
  })

  it('adds to a stake what is missing, and never takes anything off', () => {
    const tried = { microStx: 30_000n * STX, cycles: 20n, manager: null }
    expect(addedTo(running, tried)).toEqual({ microStx: 5_000n * STX, cycles: 11n })
    expect(addedTo(running, { microStx: 1n, cycles: 1n, manager: null })).toEqual({
      microStx: 0n,
      cycles: 0n,
    })
  })
})
