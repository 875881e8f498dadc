import type * as v from 'valibot'
import type { NetworkAnswer, askMessage } from '../../messages.ts'
import type { StacksChain } from './stacks-chain.ts'

/**
 * Answers a request of the console by the one client of the network in use: its queue, its rate
 * limit and its hosts are shared.
 */
export async function answerConsoleRequest(
  { client, deployment }: StacksChain,
  { deployment: asked, path, method, body, urgency }: v.InferOutput<typeof askMessage>,
): Promise<NetworkAnswer> {
  const perMinute = client.http.perMinute()
  if (asked !== deployment.id) return { ok: false, code: 'refused', perMinute }
  // A request with a signal is not shared: an equal one under way would come parsed as its own
  // caller wants it.
  const { signal } = new AbortController()
  const answer = await client.http.request(
    { path, method, ...(body !== undefined && { body }) },
    (json) => ({ json }),
    { urgency, signal },
  )
  return answer.ok
    ? { ok: true, json: answer.value.json, perMinute: client.http.perMinute() }
    : { ok: false, code: answer.failure.code, perMinute }
}
