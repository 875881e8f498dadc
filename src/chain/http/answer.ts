/**
 * Why a request has no usable answer: no connection; too slow; the host's request limit; no JSON or
 * not the JSON it should be; HTTP 5xx; HTTP 404; HTTP 410, a path that the host has switched off
 * for good; any other HTTP 4xx or a redirect.
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
 * `retryAt`: milliseconds since 1970 from when the host takes requests again, where it said so.
 * `text`: the start of the body, for telling node errors apart.
 */
export type Failure = { code: FailureCode; status?: number; retryAt?: number; text?: string }

/** What a request came to: errors are values. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure }

export const answered = <T>(value: T): Answer<T> => ({ ok: true, value })
export const failed = (
  code: FailureCode,
  more: Omit<Failure, 'code'> = {},
): { ok: false; failure: Failure } => ({ ok: false, failure: { code, ...more } })

/**
 * A failure that another attempt, another base or a later time may cure; the others are answers in
 * their own right.
 */
export const isPassing = (failure: Failure): boolean =>
  !['not-found', 'gone', 'refused'].includes(failure.code)
