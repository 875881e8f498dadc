import { afterEach, describe, expect, it } from 'vitest'
import { answered, failed, type Failure } from '../../../../../src/chain/http/answer.ts'
import { askInOrder } from '../../../../../src/chain/stacks/api/ask-in-order.ts'
import { createStacksClient } from '../../../../../src/chain/stacks/client.ts'
import { createFastClock } from '../../../../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost } from '../../../../../src/dev/faults/http-host.ts'
import { fetchSentCall } from '../../../../../src/wallet/stacks/fetch-sent-call.ts'

let host: HttpHost | undefined
afterEach(() => host?.close())

const source = (failure?: Failure) => async () =>
  failure ? failed(failure.code, failure) : answered('value')
const gone: Failure = { code: 'gone', status: 410 }
const down: Failure = { code: 'offline' }

describe('the sources of a value', () => {
  it.each<[string, Failure[], string | Failure['code']]>([
    ['the first that answers', [], 'value'],
    ['the next where one is switched off', [gone], 'value'],
    [
      'the next where one is switched off by the only host that answers',
      [{ ...down, goneElsewhere: true }],
      'value',
    ],
    ['none after one that is down', [down], 'offline'],
    ['the next where the asker says so', [{ code: 'not-found' }], 'value'],
  ])('%s', async (_, failures, expected) => {
    const sources = [...failures.map((failure) => source(failure)), source()]
    const answer = await askInOrder(sources, ({ code }) => code === 'not-found')
    expect(answer.ok ? answer.value : answer.failure.code).toBe(expected)
  })

  it('fail for the reason of the first that is not switched off', async () => {
    const answer = await askInOrder([source(gone), source(down), source()])
    expect(answer).toMatchObject({ failure: { code: 'offline' } })
    expect(await askInOrder([source(gone), source(gone)])).toMatchObject({
      failure: { code: 'gone' },
    })
  })
})

it('a transaction is read from v3 of a host while one that may have v1 is down', async () => {
  const id = `0x${'ab'.repeat(32)}`
  host = await startHttpHost(({ path }, response) => {
    if (path.startsWith('/extended/v1/')) return void response.writeHead(410).end('{}')
    return {
      tx_id: id,
      sender: { address: 'ST000000000000000000002AMW42H', nonce: 3 },
      post_conditions: [],
      contract_call: {
        contract_id: 'ST000000000000000000002AMW42H.c',
        function_name: 'f',
        function_args: [],
      },
    }
  })
  const bases = [host.url, 'http://127.0.0.1:9']
  const client = createStacksClient({ bases, clock: createFastClock() })
  expect(await fetchSentCall(client, id)).toMatchObject({
    ok: true,
    value: { functionName: 'f', nonce: 3 },
  })
})
