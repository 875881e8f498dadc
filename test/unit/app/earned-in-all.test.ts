import { expect, it } from 'vitest'
import type { AppState } from '../../../src/app/app-state.ts'
import { earnedInAll } from '../../../src/app/earned-in-all.ts'
import * as fixture from '../../../src/dev/gallery/fixtures.ts'
import { rewards, withRewards } from '../../../src/dev/gallery/staking-fixtures.ts'

const sum = fixture.payments.reduce((total, { sats }) => total + sats, 0n)

it('adds up all addresses in all programs, by asset', () => {
  const state: AppState = { ...fixture.enrolled, staking: withRewards }
  const { rows, sats, lux, isComplete } = earnedInAll(state)
  expect(rows.map(({ programme, address }) => [programme, address])).toEqual([
    ['dual', fixture.ME],
    ['staking', fixture.ME],
  ])
  expect(rows[0]!.amount).toBe(sum)
  expect(sats).toBe(rows[0]!.amount + rows[1]!.amount)
  expect(lux).toBe(0n)
  expect(isComplete).toBe(true)
})

it('counts a reward once where both addresses of it are followed', () => {
  const other = { ...fixture.enrolled.accounts[0]!, address: fixture.OTHER }
  const accounts = [...fixture.enrolled.accounts, other]
  const { rows, sats } = earnedInAll({ ...fixture.enrolled, accounts })
  expect(sats).toBe(sum)
  expect(rows).toHaveLength(1)
  // Followed alone, the address that was paid has it.
  const alone = earnedInAll({ ...fixture.enrolled, accounts: [other] })
  expect(alone.sats).toBe(fixture.payments[4]!.sats)
})

it('says when there may be more', () => {
  const refresh = { ...fixture.enrolled.refresh, requestsLeft: 3 }
  expect(earnedInAll({ ...fixture.enrolled, refresh }).isComplete).toBe(false)
  const searching = { ...rewards, requestsLeft: 1 }
  const staking = { ...withRewards, rewards: { [fixture.ME]: searching } }
  expect(earnedInAll({ ...fixture.enrolled, staking }).isComplete).toBe(false)
})
