import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The header that carries the token of the control paths. */
export const CONTROL_TOKEN_HEADER = 'x-control-token'

/** A token that is printed where a network starts, and that no page can know. */
export const createControlToken = (): string => randomBytes(16).toString('hex')

export const isControlPath = (path: string): boolean => path.startsWith('/control/')

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i

const isSame = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

/**
 * Why a request may not use the control paths, as a sentence; null if it may. They mint, break and
 * reset, so they are for tools on this machine that know the token: browsers name the origin of a
 * page, and a page whose name was pointed at this machine gives that name as the host.
 */
export function refuseControl(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  token: string,
): string | null {
  if (!LOOPBACK.test(headers.host ?? ''))
    return 'Control paths answer to 127.0.0.1 and localhost only'
  const site = headers['sec-fetch-site']
  if (headers.origin !== undefined || (site !== undefined && site !== 'none'))
    return 'Control paths are not for web pages'
  if (!isSame(String(headers[CONTROL_TOKEN_HEADER] ?? ''), token))
    return `Control paths need the token that was printed at the start, as ${CONTROL_TOKEN_HEADER}`
  if (method === 'POST' && !/^application\/json\b/i.test(headers['content-type'] ?? ''))
    return 'Control paths take application/json'
  return null
}
