import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { encodeBody, type ApiAnswer } from './answer.ts'

/** The version of the API whose answers these imitate. */
const version = 'v9.0.2 (embedded)'

/** Whether the API refused the request before it looked at anything: switched off, or invalid. */
const isRefused = (answer: ApiAnswer): boolean =>
  answer.status === 410 ||
  ('json' in answer && (answer.json as { code?: string } | null)?.code === 'FST_ERR_VALIDATION')

/**
 * An answer of the API with what lets a client keep it, most of its errors included: 304 when it
 * names the entity that it has.
 */
export const cacheable = (
  answer: ApiAnswer,
  { headers }: Pick<IncomingMessage, 'headers'>,
): ApiAnswer => {
  if (isRefused(answer)) return answer
  const named = { 'x-api-version': version, ...answer.headers }
  if ('cache-control' in named || (answer.status ?? 200) === 302)
    return { ...answer, headers: named }
  const etag = `"${createHash('sha256').update(encodeBody(answer).body).digest('hex')}"`
  const kept = { ...named, etag, 'cache-control': 'public, no-cache, must-revalidate' }
  return headers['if-none-match'] === etag
    ? { status: 304, headers: kept, text: '' }
    : { ...answer, headers: kept }
}
