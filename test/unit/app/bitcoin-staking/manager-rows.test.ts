import { describe, expect, it } from 'vitest'
import {
  filterManagers,
  managerRowsOf,
  managersToLoad,
  sortManagers,
  type ManagerFilter,
  type ManagerOrder,
} from '../../../../src/app/bitcoin-staking/manager-rows.ts'
import { managersQuestionOf } from '../../../../src/app/bitcoin-staking/staking-question.ts'
import type { StakingState } from '../../../../src/app/bitcoin-staking/staking-state.ts'
import { unknown } from '../../../../src/chain/known.ts'
import * as example from '../../../../src/dev/gallery/staking-fixtures.ts'
import { projectStaking } from '../../../../src/protocol/bitcoin-staking/projection/project-staking.ts'

const STX = 1_000_000n
const state = example.manyManagers
const rowsOf = (of: StakingState = state, own: string | null = example.MANAGER) =>
  managerRowsOf(of, own, projectStaking(managersQuestionOf(of, 25_000n * STX)!).managers)
const names = (rows: readonly { manager: string }[]) =>
  rows.map(({ manager }) => manager.split('.')[1])
const reading = (manager: string) => state.managers.read[manager]!

describe('managers side by side', () => {
  it('are all that are registered, with what one amount brings with each', () => {
    const rows = rowsOf()
    expect(names(rows)).toEqual([
      'signer-manager',
      'fastpool-max500-signer-manager',
      'native-pool-signer-manager',
      'stacks-labs',
      'juice-pool-stx-signer',
    ])
    const [own, max500, native, small, closed] = rows
    // Fees of 4.95 %, 4 % and none.
    expect(native!.cycleSats!.middle).toBeGreaterThan(max500!.cycleSats!.middle)
    expect(max500!.cycleSats!.middle).toBeGreaterThan(own!.cycleSats!.middle)
    expect(own).toMatchObject({ isOwn: true, marginMicroStx: 34_950_000n * STX })
    expect(small).toMatchObject({ isOwn: false, marginMicroStx: -18_600n * STX })
    // Neither its fee nor its size is known: nothing is promised, nor called 0.
    expect(closed).toMatchObject({ cycleSats: null, share: null, marginMicroStx: null })
  })

  it('have the own one first that the list leaves out', () => {
    const unlisted = { ...state, managers: { ...state.managers, registered: null } }
    expect(names(rowsOf(unlisted))).toEqual(['signer-manager'])
  })

  it('are unknown, not absent, before they are loaded', () => {
    const unread = { ...state, managers: { ...state.managers, read: {} }, holder: null }
    expect(rowsOf(unread)).toHaveLength(5)
    expect(rowsOf(unread).every(({ reading: read, cycleSats }) => !read && !cycleSats)).toBe(true)
  })
})

describe('the order', () => {
  it.each<[ManagerOrder, string[]]>([
    ['pay', ['native', 'fastpool', 'signer', 'stacks', 'juice']],
    ['fee', ['native', 'fastpool', 'signer', 'stacks', 'juice']],
    ['size', ['native', 'fastpool', 'signer', 'stacks', 'juice']],
    ['name', ['fastpool', 'juice', 'native', 'signer', 'stacks']],
  ])('by %s is of that figure alone, unknown ones last', (order, expected) => {
    expect(names(sortManagers(rowsOf(), order)).map((name) => name!.split('-')[0])).toEqual(
      expected,
    )
  })

  it('of equal ones is that of their names, however they are listed', () => {
    const rows = rowsOf().map((row) => ({ ...row, cycleSats: null }))
    expect(sortManagers(rows, 'pay')).toEqual(sortManagers(rows.toReversed(), 'name'))
  })
})

describe('a filter', () => {
  const shownBy = (...filters: ManagerFilter[]) => filterManagers(rowsOf(), new Set(filters))

  it('shows all without one', () => {
    expect(shownBy()).toMatchObject({ hidden: 0, unknown: 0 })
  })

  it.each<[ManagerFilter, number, number]>([
    ['takes-stakes', 4, 0],
    ['known-code', 4, 0],
    ['anyone-claims', 3, 0],
    ['pays-bitcoin', 3, 0],
    // The size of one is unknown: it is hidden, and said to be.
    ['large-enough', 3, 1],
  ])('for %s shows those of which it is known', (filter, shown, unclear) => {
    const found = shownBy(filter)
    expect(found.shown).toHaveLength(shown)
    expect(found).toMatchObject({ hidden: 5 - shown, unknown: unclear })
  })

  it('counts as unknown only what no other filter hides', () => {
    expect(shownBy('large-enough', 'takes-stakes')).toMatchObject({ hidden: 2, unknown: 0 })
  })
})

describe('what is still to be loaded', () => {
  it('is nothing once all were read in the cycle that a stake would begin with', () => {
    expect(managersToLoad(state, example.MANAGER)).toEqual([])
  })

  it('is what was read in an earlier cycle, or never', () => {
    const { [example.SMALL_MANAGER]: _never, ...others } = state.managers.read
    const read = {
      ...others,
      [example.MANAGER]: { ...reading(example.MANAGER), cycle: 148n },
    }
    expect(
      managersToLoad({ ...state, managers: { ...state.managers, read } }, example.MANAGER),
    ).toEqual([example.MANAGER, example.SMALL_MANAGER])
  })

  it.each([
    ['rate-limited', 1],
    ['offline', 1],
    ['not-read', 1],
    // Asking again brings no other answer.
    ['not-offered', 0],
    ['bad-answer', 0],
  ] as const)('is one whose fee is unknown as it is %s: %i', (reason, count) => {
    const { reading: known, ...rest } = reading(example.MANAGER)
    const read = {
      ...state.managers.read,
      [example.MANAGER]: { ...rest, reading: { ...known, fee: unknown(reason) } },
    }
    const found = managersToLoad({ ...state, managers: { ...state.managers, read } }, null)
    expect(found).toHaveLength(count)
  })

  it('is nothing while the cycle is unknown', () => {
    const programme = { ...example.programme, cycle: unknown('offline') }
    expect(
      managersToLoad({ ...state, programme, managers: { ...state.managers, read: {} } }, null),
    ).toEqual([])
  })
})
