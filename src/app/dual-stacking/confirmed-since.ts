import { known, unknown } from '../../chain/known.ts'
import type { AccountReading } from '../../chain/stacks/readings.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import type { AppState } from '../app-state.ts'

/** A receipt stays for so long, also where the reading has caught up with it. */
const RECEIPT_MS = 5 * 60_000

/**
 * The state with what the selected account's confirmed calls have changed since it was last read: a
 * reading from before a confirmation would offer the same call again, for a fee and an error.
 */
export function withConfirmedCalls(state: AppState): AppState {
  const address = state.selected
  const reading = address === null ? undefined : state.readings[address]
  if (address === null || reading?.deployment !== state.settings.deployment) return state
  const calls = [...state.intents, ...(state.putAway ?? [])]
    .filter(
      (intent) =>
        intent.state === 'confirmed' &&
        intent.request.account === address &&
        intent.request.deployment === reading.deployment &&
        intent.updatedAt > reading.readAt,
    )
    .toSorted((a, b) => a.updatedAt - b.updatedAt)
  if (calls.length === 0) return state
  return { ...state, readings: { ...state.readings, [address]: calls.reduce(applyCall, reading) } }
}

/** Where rewards go is in the call's arguments alone: until it is read, it is unknown. */
function applyCall(reading: AccountReading, { action }: StacksIntent): AccountReading {
  const rewardAddress = unknown('not-read')
  if (action === 'enroll') return { ...reading, enrolledNextCycle: known(true), rewardAddress }
  if (action === 'opt-out') return { ...reading, enrolledNextCycle: known(false), rewardAddress }
  return action === 'change-reward-address' ? { ...reading, rewardAddress } : reading
}

/**
 * Whether a confirmed call is no longer news: a reading from after it shows what it did. `now`:
 * milliseconds since 1970.
 */
export function isOldNews(
  { action, state, updatedAt }: StacksIntent,
  reading: AccountReading | null,
  now: number,
): boolean {
  if (state !== 'confirmed' || !reading || reading.readAt <= updatedAt) return false
  if (now - updatedAt < RECEIPT_MS) return false
  const { enrolledNextCycle: next } = reading
  if (action === 'enroll') return next.known && next.value
  if (action === 'opt-out') return next.known && !next.value
  return action === 'change-reward-address'
}
