import { bigintReplacer } from '../../../chain/json.ts'
/** What a route gives back; `json` may hold bigints, which become decimal strings. */
export type ApiAnswer = { status?: number; headers?: Record<string, string> } & (
  | { json: unknown }
  | { text: string }
  | { bytes: Uint8Array; type: string }
)

/** Ends a request with a status and a sentence. */
export class HttpError extends Error {
  readonly status: number
  /** The API's own word for the kind of fault, where it gives one. */
  readonly code: string | undefined
  /** Whether the answer may change at any moment, so that nobody keeps it. */
  readonly passes: boolean
  constructor(status: number, message: string, { code, passes = false }: ErrorDetails = {}) {
    super(message)
    this.status = status
    this.code = code
    this.passes = passes
  }
}
type ErrorDetails = { code?: string; passes?: boolean }

const VALIDATION = 'FST_ERR_VALIDATION'

/** A parameter or body that does not fit what the path takes. */
export const badRequest = (message: string) => new HttpError(400, message, { code: VALIDATION })
export const forbidden = (message: string) => new HttpError(403, message)
export const notFound = (message: string) => new HttpError(404, message)
/** A block or transaction that may be there in a moment. */
export const notThereYet = (message: string) => new HttpError(404, message, { passes: true })

export const ok = (json: unknown): ApiAnswer => ({ json })

/** Sends a client on to another path, with what it asked for. */
export const redirect = (
  status: 301 | 302,
  path: string,
  { query }: { query: URLSearchParams },
): ApiAnswer => {
  const asked = query.toString()
  return { status, headers: { location: asked === '' ? path : `${path}?${asked}` }, text: '' }
}

const reasonPhrases: Record<number, string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  500: 'Internal Server Error',
}

const notKept = { 'cache-control': 'no-store' }

/** What went wrong as the API says it: the sentence is `message`, `error` names the status. */
export const errorAnswer = (failure: unknown): ApiAnswer => {
  const status = failure instanceof HttpError ? failure.status : 500
  const message = failure instanceof Error ? failure.message : String(failure)
  const code = failure instanceof HttpError ? failure.code : undefined
  return {
    status,
    ...(failure instanceof HttpError && failure.passes && { headers: notKept }),
    json: {
      statusCode: status,
      ...(code && { code }),
      error: reasonPhrases[status] ?? 'Error',
      message,
    },
  }
}

export const encodeBody = (answer: ApiAnswer): { body: string | Uint8Array; type: string } => {
  if ('text' in answer) return { body: answer.text, type: 'text/plain; charset=utf-8' }
  if ('bytes' in answer) return { body: answer.bytes, type: answer.type }
  const body = JSON.stringify(answer.json, bigintReplacer)
  return { body, type: 'application/json; charset=utf-8' }
}
