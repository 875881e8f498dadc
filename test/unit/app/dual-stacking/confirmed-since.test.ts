import { describe, expect, it } from 'vitest'
import type { AppState } from '../../../../src/app/app-state.ts'
import { isOldNews, withConfirmedCalls } from '../../../../src/app/dual-stacking/confirmed-since.ts'
import { enrollmentOf } from '../../../../src/app/dual-stacking/enrollment.ts'
import { known, unknown } from '../../../../src/chain/known.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'

const { ME, NOW, intent, notEnrolled, enrolled } = fixture
const readAt = NOW - 60_000
const done = (change: Partial<StacksIntent> = {}) =>
  intent({ state: 'confirmed', updatedAt: readAt + 1, ...change })
const enrollmentIn = (state: AppState) => enrollmentOf(withConfirmedCalls(state).readings[ME]!)

describe('a confirmed call that is newer than the reading', () => {
  it('overrides the enrollment, the newest of several last', () => {
    expect(enrollmentIn({ ...notEnrolled, intents: [done()] })).toBe('joining')
    const optOut = done({ id: 'b', action: 'opt-out', updatedAt: readAt + 2 })
    expect(enrollmentIn({ ...enrolled, intents: [optOut] })).toBe('leaving')
    expect(enrollmentIn({ ...notEnrolled, intents: [optOut, done()] })).toBe('none')
  })

  it('leaves unknown where rewards go until that is read', () => {
    const state = { ...enrolled, intents: [done({ action: 'change-reward-address' })] }
    const reading = withConfirmedCalls(state).readings[ME]!
    expect(reading.rewardAddress).toEqual(unknown('not-read'))
    expect(enrollmentOf(reading)).toBe('both')
  })

  it('counts once it was put away, too', () => {
    expect(enrollmentIn({ ...notEnrolled, putAway: [done()] })).toBe('joining')
  })

  it('changes nothing where it is older, unconfirmed, or of another account or contract', () => {
    const { request } = done()
    for (const intents of [
      [],
      [done({ updatedAt: readAt })],
      [done({ state: 'submitted' })],
      [done({ request: { ...request, account: fixture.OTHER } })],
      [done({ request: { ...request, deployment: 'mainnet-v1' } })],
    ]) {
      const state = { ...notEnrolled, intents }
      expect(withConfirmedCalls(state)).toBe(state)
    }
  })
})

describe('the receipt of a call', () => {
  const later = { ...fixture.reading, readAt: readAt + 2 }
  const after = NOW + 600_000

  it('is old news once a later reading agrees with it', () => {
    expect(isOldNews(done(), later, after)).toBe(true)
    expect(isOldNews(done({ action: 'change-reward-address' }), later, after)).toBe(true)
    const left = { ...later, enrolledNextCycle: known(false) }
    expect(isOldNews(done({ action: 'opt-out' }), left, after)).toBe(true)
  })

  it('stays for a moment, and while no reading agrees', () => {
    expect(isOldNews(done(), later, NOW)).toBe(false)
    expect(isOldNews(done(), null, after)).toBe(false)
    expect(isOldNews(done(), { ...later, readAt }, after)).toBe(false)
    const untold = { ...later, enrolledNextCycle: unknown('offline') }
    expect(isOldNews(done(), untold, after)).toBe(false)
    expect(isOldNews(done({ state: 'aborted' }), later, after)).toBe(false)
  })
})
