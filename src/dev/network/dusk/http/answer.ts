/** What the node answers: a status and text of a type. */
export interface NodeAnswer {
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

export const textAnswer = (body: string, status = 200): NodeAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
})
export const jsonAnswer = (body: string, status = 200): NodeAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body,
})
export const failureAnswer = (status: number, message: string): NodeAnswer =>
  jsonAnswer(JSON.stringify({ error: message }), status)
