/** What the node answers: a status and text of a type. */
export interface Answer {
  status: number
  type: string
  body: string
}

/** A request as the node's paths see it. */
export interface NodeRequest {
  method: string
  path: string
  type: string
  headers: Readonly<Record<string, string | undefined>>
  body: string
}

export const text = (body: string, status = 200): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
})
export const json = (body: string, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body,
})
export const failure = (status: number, message: string): Answer =>
  json(JSON.stringify({ error: message }), status)
