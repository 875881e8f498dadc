/** What a route gives back; `json` may hold bigints, which become decimal strings. */
export type Answer = { status?: number; headers?: Record<string, string> } & (
  | { json: unknown }
  | { text: string }
  | { bytes: Uint8Array; type: string }
)

/** Ends a request with a status and a sentence. */
export class HttpError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export const badRequest = (message: string) => new HttpError(400, message)
export const notFound = (message: string) => new HttpError(404, message)

export const ok = (json: unknown): Answer => ({ json })

export const errorAnswer = (failure: unknown): Answer => {
  const status = failure instanceof HttpError ? failure.status : 500
  const message = failure instanceof Error ? failure.message : String(failure)
  return { status, json: { error: message, message, statusCode: status } }
}

export const bodyOf = (answer: Answer): { body: string | Uint8Array; type: string } => {
  if ('text' in answer) return { body: answer.text, type: 'text/plain; charset=utf-8' }
  if ('bytes' in answer) return { body: answer.bytes, type: answer.type }
  const body = JSON.stringify(answer.json, (_, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  return { body, type: 'application/json; charset=utf-8' }
}
