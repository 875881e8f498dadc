import { answered, failed, type Answer } from './answer.ts'

/** One request as it goes out; `body` is JSON text. */
export type OutgoingRequest = {
  url: string
  method: 'GET' | 'POST'
  body?: string
  headers?: Record<string, string>
}
export type Fetch = (url: string, init: RequestInit) => Promise<Response>
export type ReceivedBody = { json: unknown; bytes: number }

const MAX_BYTES = 8 * 1024 * 1024
const TEXT_KEPT = 300

const readText = async (
  response: Response,
): Promise<{ text: string; bytes: number } | undefined> => {
  if (!response.body) return { text: '', bytes: 0 }
  const reader = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    bytes += chunk.value.length
    if (bytes > MAX_BYTES) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(chunk.value, { stream: true })
  }
  return { text: text + decoder.decode(), bytes }
}

/** How a body becomes JSON; undefined when it is none. */
export type Parse = (text: string) => unknown

export const parseJson: Parse = (text) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

const answerFrom = (
  response: Response,
  text: string,
  bytes: number,
  parse: Parse,
): Answer<ReceivedBody> => {
  const status = response.status
  const more = { status, text: text.slice(0, TEXT_KEPT) }
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    return failed('refused', more)
  if (status === 429) return failed('rate-limited', more)
  if (status === 404) return failed('not-found', more)
  if (status === 410) return failed('gone', more)
  if (status === 408 || status === 425) return failed('slow', more)
  if (status >= 500) return failed('server-error', more)
  if (status >= 400) return failed('refused', more)
  const json = parse(text)
  return json === undefined ? failed('bad-answer', more) : answered({ json, bytes })
}

/**
 * Sends one request and reads the whole answer within `timeoutMs`, dripping bodies included.
 * Carries no cookies and no referrer, follows no redirect: nothing goes to a host that was not
 * chosen. `onResponse` sees the headers of whatever arrived.
 */
export const sendOnce = async (
  fetch: Fetch,
  outgoing: OutgoingRequest,
  timeoutMs: number,
  onResponse: (response: Response) => void,
  signal?: AbortSignal,
  parse: Parse = parseJson,
): Promise<Answer<ReceivedBody>> => {
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
    const read = await readText(response)
    return read
      ? answerFrom(response, read.text, read.bytes, parse)
      : failed('bad-answer', { status: response.status })
  } catch {
    return failed(timeout.aborted ? 'slow' : 'offline')
  }
}
