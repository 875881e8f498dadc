import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { encodeBody, type ApiAnswer } from './answer.ts'

/** The version of the API whose answers these imitate. */
const version = 'v9.0.2 (embedded)'

/**
 * An answer of the API with what lets a client keep it: 304 when it names the entity that it has.
 * The API's own refusals are not to be kept.
 */
export const cacheable = (
  answer: ApiAnswer,
  { headers }: Pick<IncomingMessage, 'headers'>,
): ApiAnswer => {
  if (answer.status === 410) return answer
  const named = { 'x-api-version': version, ...answer.headers }
  if ((answer.status ?? 200) !== 200) return { ...answer, headers: named }
  const etag = `"${createHash('sha256').update(encodeBody(answer).body).digest('hex')}"`
  const kept = { ...named, etag, 'cache-control': 'public, no-cache, must-revalidate' }
  return headers['if-none-match'] === etag
    ? { status: 304, headers: kept, text: '' }
    : { ...answer, headers: kept }
}
