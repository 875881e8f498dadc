/** What the node answers: a status, and text of a type; errors have none. */
export interface NodeAnswer {
  status: number
  type: string | null
  body: string | Uint8Array
}

/** A request as the node's paths see it: text that begins with 0x and is hex has become bytes. */
export interface NodeRequest {
  method: string
  path: string
  type: string
  headers: Readonly<Record<string, string | undefined>>
  body: string
  bytes: Uint8Array
}

export const textAnswer = (body: string, status = 200): NodeAnswer => ({ status, type: null, body })
export const jsonAnswer = (body: string, status = 200): NodeAnswer => ({
  status,
  type: 'application/json',
  body,
})

/** A node's errors are plain text, told apart by how they begin [hyperstaking 4.3]. */
export const failureAnswer = (status: number, message: string): NodeAnswer =>
  textAnswer(message, status)
export const invalidInput = (what: string): NodeAnswer =>
  failureAnswer(400, `Invalid input: ${what}`)
export const notFoundAnswer = (what: string): NodeAnswer => failureAnswer(404, `Not found: ${what}`)
export const vmError = (what: string): NodeAnswer =>
  failureAnswer(500, `VM error: VM Error: ${what}`)
export const driverError = (what: string): NodeAnswer =>
  failureAnswer(500, `Data driver error: Data-Driver Error: ${what}`)
export const unsupported: NodeAnswer = failureAnswer(501, 'Unsupported operation')
