import { createDuskClient } from '../../src/chain/dusk/client.ts'
import type { Fetch } from '../../src/chain/http/send-once.ts'
import { readRecorded, type Recorded, type RecordedFile } from './fixtures/dusk/read-fixture.ts'

const FILES: RecordedFile[] = [
  'contracts',
  'drivers',
  'errors',
  'events',
  'graphql',
  'node',
  'transactions',
]

interface Asked {
  path: string
  body: string
  json: boolean
}

/** What makes two requests the same: a page's length is the client's to choose. */
const keyOf = ({ path, body, json }: Asked): string =>
  `${json ? 'json' : 'text'} ${path} ${body.replace(/, limit: \d+/, '')}`

const answerOf = ({ response }: Recorded): Response =>
  new Response(response.body ?? '', {
    status: response.status ?? 200,
    headers: response.headers ?? {},
  })

/**
 * A client of a node that gives the recorded answers. `requests`: what was asked, in order; `else`
 * answers what was not recorded.
 */
export const recordedNode = (otherwise: (asked: Asked) => Response | null = () => null) => {
  const recorded = new Map<string, Recorded>()
  for (const each of FILES.flatMap(readRecorded)) {
    const { path, headers, body } = each.request
    const type = headers?.['content-type'] ?? 'application/json'
    const key = keyOf({ path, body: body ?? '', json: type === 'application/json' })
    if (!recorded.has(key)) recorded.set(key, each)
  }
  const requests: Asked[] = []
  const fetch: Fetch = async (url, init) => {
    const type = new Headers(init.headers).get('content-type')
    const asked = {
      path: new URL(url).pathname,
      body: typeof init.body === 'string' ? init.body : '',
      json: type === 'application/json',
    }
    requests.push(asked)
    const body = asked.body === 'null' && !asked.path.includes('/contracts:') ? '' : asked.body
    const found = recorded.get(keyOf(asked)) ?? recorded.get(keyOf({ ...asked, body }))
    return (
      (found && answerOf(found)) ??
      otherwise(asked) ??
      new Response(`Nothing recorded for ${keyOf(asked)}`, { status: 418 })
    )
  }
  const clock = { now: () => 0, sleep: async () => {} }
  const client = createDuskClient({
    bases: ['http://one.test', 'http://two.test'],
    fetch,
    clock,
    assumedPerMinute: null,
  })
  return { client, requests }
}

/** A client whose node gives one answer, whatever it is asked. */
export const nodeThatAnswers = ({ response }: Pick<Recorded, 'response'>) => {
  const requests: string[] = []
  const client = createDuskClient({
    bases: ['http://one.test', 'http://two.test'],
    fetch: async (url) => {
      requests.push(url)
      return answerOf({ response } as Recorded)
    },
    clock: { now: () => 0, sleep: async () => {} },
    assumedPerMinute: null,
  })
  return { client, requests }
}
