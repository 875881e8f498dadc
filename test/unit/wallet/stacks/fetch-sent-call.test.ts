import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { createStacksClient } from '../../../../src/chain/stacks/client.ts'
import { startHttpHost, type HttpHost } from '../../../../src/dev/faults/http-host.ts'
import { fetchSentCall } from '../../../../src/wallet/stacks/fetch-sent-call.ts'

const recorded = (file: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../support/fixtures/stacks-api/${file}`, import.meta.url), 'utf8'),
  )

let host: HttpHost | undefined
afterEach(() => host?.close())

/** What is sent, as a host tells it whose v1 is switched off. */
const fetchFrom = async (file: string) => {
  host = await startHttpHost(({ path }, response) =>
    path.startsWith('/extended/v3')
      ? (recorded(file) as object)
      : void response
          .writeHead(410, { 'content-type': 'application/json' })
          .end(JSON.stringify(recorded('gone-410.json'))),
  )
  return fetchSentCall(createStacksClient({ bases: [host.url] }), `0x${'ab'.repeat(32)}`)
}

it('is told with its arguments, without its post-condition mode', async () => {
  expect(await fetchFrom('tx-success.v3.include.json')).toMatchObject({
    ok: true,
    value: { functionName: expect.any(String) as string, postConditionMode: null },
  })
})

it('is not taken for another while a host leaves out its arguments', async () => {
  expect(await fetchFrom('tx-pending.v3.json')).toEqual({ ok: false, failure: { code: 'slow' } })
})
