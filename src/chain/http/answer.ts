/**
 * Why a request has no usable answer: no connection; timeout; the host's request limit; not JSON,
 * or JSON of another shape than expected; HTTP 5xx; HTTP 404; HTTP 410, a path that the host has
 * switched off for good; any other HTTP 4xx or a redirect.
 */
export const failureCodes = [
  'offline',
  'slow',
  'rate-limited',
  'bad-answer',
  'server-error',
  'not-found',
  'gone',
  'refused',
] as const
export type FailureCode = (typeof failureCodes)[number]

/**
 * `retryAt`: when the host accepts requests again, in milliseconds since 1970, where it said so.
 * `text`: the start of the body, for distinguishing node errors. `goneElsewhere`: other hosts of
 * the client have switched the path off; those that failed are the only ones left to ask.
 */
export type Failure = {
  code: FailureCode
  status?: number
  retryAt?: number
  text?: string
  goneElsewhere?: true
}

/** The result of a request: errors are values. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value })
export const failed = (
  code: FailureCode,
  more: Omit<Failure, 'code'> = {},
): { ok: false; failure: Failure } => ({ ok: false, failure: { code, ...more } })

/**
 * Whether a retry, another base or a later request may succeed; other failures are answers in their
 * own right.
 */
export const isPassing = (failure: Failure): boolean =>
  !['not-found', 'gone', 'refused'].includes(failure.code)

/**
 * Whether another source may do better, as hosts that answer have switched this one off; the others
 * may be down.
 */
export const isSwitchedOff = (failure: Pick<Failure, 'code' | 'goneElsewhere'>): boolean =>
  failure.code === 'gone' || failure.goneElsewhere === true
