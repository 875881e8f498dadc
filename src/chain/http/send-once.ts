import { answered, failed, type Answer } from './answer.ts'
import { readText } from './read-text.ts'

/** One request as it goes out; `body` is JSON text. */
export type OutgoingRequest = {
  url: string
  method: 'GET' | 'POST'
  body?: string
  headers?: Record<string, string>
}
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
/** The JSON of a response, and the size of its body. */
export type ReceivedBody = { json: unknown; bytes: number }

const MAX_BYTES = 8 * 1024 * 1024
const MAX_FAILURE_TEXT = 300

/** Turns a body into JSON; undefined when it is not JSON. */
export type Parse = (text: string) => unknown

export const tryParseJson: Parse = (text) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const answerFrom = (
  response: Response,
  { text, bytes }: { text: string; bytes: number },
  parse: Parse,
): Answer<ReceivedBody> => {
  const status = response.status
  const details = { status, text: text.slice(0, MAX_FAILURE_TEXT) }
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return failed('refused', details)
  if (status === 429) return failed('rate-limited', details)
  if (status === 404) return failed('not-found', details)
  if (status === 410) return failed('gone', details)
  if (status === 408 || status === 425) return failed('slow', details)
  if (status >= 500) return failed('server-error', details)
  if (status >= 400) return failed('refused', details)
  const json = parse(text)
  return json === undefined ? failed('bad-answer', details) : answered({ json, bytes })
}

/**
 * Sends one request and reads the whole answer within `timeoutMs`, slowly dripping bodies included.
 * Sends no cookies and no referrer and follows no redirect: nothing reaches a host that was not
 * chosen. `onResponse` sees the headers of whatever arrived.
 */
export const sendOnce = async ({
  fetch,
  outgoing,
  timeoutMs,
  onResponse,
  signal,
  parse = tryParseJson,
}: {
  fetch: Fetch
  outgoing: OutgoingRequest
  timeoutMs: number
  onResponse: (response: Response) => void
  signal?: AbortSignal | undefined
  parse?: Parse | undefined
}): Promise<Answer<ReceivedBody>> => {
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    const response = await fetch(outgoing.url, {
      method: outgoing.method,
      headers: {
        accept: 'application/json',
        ...(outgoing.body !== undefined && { 'content-type': 'application/json' }),
        ...outgoing.headers,
      },
      ...(outgoing.body !== undefined && { body: outgoing.body }),
      signal: signal ? AbortSignal.any([timeout, signal]) : timeout,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache: 'no-store',
    })
    onResponse(response)
    const body = await readText(response, MAX_BYTES)
    return body
      ? answerFrom(response, body, parse)
      : failed('bad-answer', { status: response.status })
  } catch {
    return failed(timeout.aborted ? 'slow' : 'offline')
  }
}
