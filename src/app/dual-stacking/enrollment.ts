import type { AccountReading } from '../../chain/stacks/readings.ts'

/**
 * Whether an address is enrolled, and from when to when; unknown is never taken for "not enrolled".
 * `joining`: from the next cycle on; `leaving`: this cycle is the last; `next` and `not-next`:
 * whether the running cycle counts could not be read.
 */
export type Enrollment = 'both' | 'joining' | 'leaving' | 'none' | 'next' | 'not-next' | 'unknown'

export function enrollmentOf(reading: AccountReading | null): Enrollment {
  if (!reading?.enrolledNextCycle.known) return 'unknown'
  const next = reading.enrolledNextCycle.value
  if (!reading.enrolledThisCycle.known) return next ? 'next' : 'not-next'
  if (reading.enrolledThisCycle.value) return next ? 'both' : 'leaving'
  return next ? 'joining' : 'none'
}

/**
 * Whether the contract offers no way to read an enrollment: asking again is no use, and nothing is
 * hidden because of it.
 */
export const isEnrollmentUnreadable = (reading: AccountReading | null): boolean =>
  Boolean(
    reading &&
    !reading.enrolledNextCycle.known &&
    ['not-offered', 'at-block-unavailable'].includes(reading.enrolledNextCycle.reason),
  )

/** Whether a row exists that opting out would remove; null when unknown. */
export const isEnrolledNextCycle = (enrollment: Enrollment): boolean | null =>
  enrollment === 'unknown' ? null : ['both', 'joining', 'next'].includes(enrollment)
