import { isLoopback } from '../http/is-loopback.ts'

const MAX_URL_LENGTH = 2000

/** Checks an API base and removes its trailing slash; plain http only for this machine. */
export const checkBase = (
  text: string,
): { ok: true; base: string } | { ok: false; problem: 'bad-url' | 'insecure-url' } => {
  const url = text.length <= MAX_URL_LENGTH && URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.search || url.hash)
    return { ok: false, problem: 'bad-url' }
  if (url.protocol === 'http:' && !isLoopback(text)) return { ok: false, problem: 'insecure-url' }
  return { ok: true, base: `${url.origin}${url.pathname}`.replace(/\/+$/, '') }
}
