import { failed } from '../../../chain/http/answer.ts'
import type { HttpClient, HttpOptions, HttpRequest } from '../../../chain/http/client.ts'
import { systemClock } from '../../../chain/http/clock.ts'
import type { NetworkAnswer } from '../../messages.ts'
import type { ToConsolePage } from './protocol.ts'

type Asked = Extract<ToConsolePage, { type: 'ask' }>['request']

/**
 * A client whose requests the background makes, one queue for all of the extension: it waits,
 * counts and parses, and repeats nothing.
 */
export function createRelayedHttp(
  deployment: string,
  bases: readonly string[],
  send: (request: Asked) => Promise<NetworkAnswer>,
): HttpClient {
  let requests = 0
  let perMinute: number | null = null
  return {
    async request<T>(
      { path, method = 'GET', body }: HttpRequest,
      accept: (json: unknown) => T | undefined,
      { urgency = 'refresh', signal }: HttpOptions = {},
    ) {
      if (signal?.aborted) return failed('offline')
      requests += 1
      const answer = await send({
        deployment,
        path,
        method,
        urgency,
        ...(body !== undefined && { body }),
      })
      perMinute = answer.perMinute
      if (!answer.ok) return failed(answer.code)
      const value = accept(answer.json)
      return value === undefined ? failed('bad-answer') : { ok: true as const, value }
    },
    counts: () => ({ requests, bytes: 0, coalesced: 0, repeated: 0 }),
    perMinute: () => perMinute,
    pausedUntil: () => 0,
    bases: [...bases],
    clock: systemClock,
  }
}
