import type { AccountReading } from '../../chain/stacks/readings.ts'
import type { Intent } from '../../wallet/intent.ts'
import type { Account, AppState } from '../state.ts'
import type { Standing } from '../visible-activity.ts'

export interface Selected {
  account: Account
  /** Null until the first reading under the deployment in use. */
  reading: AccountReading | null
}

/** The account that a view is about, with what was read of it under the deployment in use. */
export function selectedAccount(state: AppState): Selected | null {
  const account = state.accounts.find((candidate) => candidate.address === state.selected)
  if (!account) return null
  const reading = state.readings[account.address]
  return { account, reading: reading?.deployment === state.settings.deployment ? reading : null }
}

/**
 * Where an address stands with its enrolment; what is unknown is never taken for "not enrolled".
 * `joining`: from the next cycle on; `leaving`: this cycle is the last; `next` and `not-next`:
 * whether the running cycle counts could not be read.
 */
export type Enrolment = 'both' | 'joining' | 'leaving' | 'none' | 'next' | 'not-next' | 'unknown'

export function enrolmentOf(reading: AccountReading | null): Enrolment {
  if (!reading?.enrolledNextCycle.known) return 'unknown'
  const next = reading.enrolledNextCycle.value
  if (!reading.enrolledThisCycle.known) return next ? 'next' : 'not-next'
  if (reading.enrolledThisCycle.value) return next ? 'both' : 'leaving'
  return next ? 'joining' : 'none'
}

/**
 * Whether the contract has no way to tell that an address is enrolled: asking again is no use, and
 * nothing is hidden for it.
 */
export const isUntold = (reading: AccountReading | null): boolean =>
  Boolean(
    reading &&
    !reading.enrolledNextCycle.known &&
    ['not-offered', 'at-block-unavailable'].includes(reading.enrolledNextCycle.reason),
  )

/** Whether a row exists that opting out would remove; null when unknown. */
export const isEnrolledNext = (enrolment: Enrolment): boolean | null =>
  enrolment === 'unknown'
    ? null
    : enrolment === 'both' || enrolment === 'joining' || enrolment === 'next'

const active = new Set<Intent['state']>(['created', 'asking', 'submitted'])
/** Failures after which a transaction may be on its way. */
const uncertain = new Set<Intent['failure']>(['result-unreadable', 'interrupted', 'needs-signers'])

export const isActive = (intent: Intent): boolean => active.has(intent.state)

/** Intents of an account on one network, newest first. */
export const intentsOf = (
  state: AppState,
  address: string,
  network: Intent['request']['network'],
): Intent[] =>
  state.intents
    .filter(({ request }) => request.account === address && request.network === network)
    .toSorted((a, b) => b.createdAt - a.createdAt)

/** Where an intent stands for the person who asked. */
export function standingOf(intent: Pick<Intent, 'state' | 'failure'>): Standing {
  if (intent.state === 'refused' || (intent.state === 'failed' && uncertain.has(intent.failure)))
    return 'care'
  return active.has(intent.state) ? 'active' : intent.state === 'confirmed' ? 'done' : 'over'
}

/** Rewards of an enrolled or rewarded address, newest first. */
export const rewardsOf = (state: AppState, address: string) =>
  state.rewards
    .filter((payment) => payment.enrolledAddress === address || payment.rewardAddress === address)
    .toSorted((a, b) => when(b) - when(a))

const when = (payment: AppState['rewards'][number]): number =>
  payment.blockTime.known
    ? payment.blockTime.value
    : payment.burnHeight.known
      ? payment.burnHeight.value
      : Number.MAX_SAFE_INTEGER

/**
 * Addresses that this profile has dealt with: its accounts, where its rewards have gone, and where
 * they go now.
 */
export const familiarAddresses = (state: AppState): string[] => [
  ...new Set([
    ...state.accounts.map(({ address }) => address),
    ...state.rewards.map(({ rewardAddress }) => rewardAddress),
    ...Object.values(state.readings).flatMap(({ rewardAddress }) =>
      rewardAddress.known && rewardAddress.value ? [rewardAddress.value] : [],
    ),
  ]),
]
