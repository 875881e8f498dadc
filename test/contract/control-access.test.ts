import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDuskNetwork, type DuskNetwork } from '../../src/dev/network/dusk/index.ts'
import { createNetwork, type Network } from '../../src/dev/network/index.ts'

let networks: [Network, DuskNetwork]

beforeAll(async () => {
  networks = [
    await createNetwork({ blockIntervalMs: 0, controlToken: 'the token' }),
    await createDuskNetwork({ controlToken: 'the token' }),
  ]
})
afterAll(() => Promise.all(networks.map(({ close }) => close())))

const allowed = { 'x-control-token': 'the token', 'content-type': 'application/json' }

/** Asks a control path; unlike fetch, this sends any host and leaves any header out. */
const ask = (
  { port }: { port: number },
  { path = '/control/mine', method = 'POST', headers = {} as Record<string, string> },
): Promise<{ status: number; allowsOrigin: string | undefined }> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume()
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          allowsOrigin: response.headers['access-control-allow-origin'],
        }),
      )
    })
      .once('error', reject)
      .end(method === 'POST' ? '{}' : undefined)
  })

describe.each([
  ['the Stacks network', 0, '/v2/info', 'GET'],
  ['the Dusk network', 1, '/on/node/info', 'POST'],
] as const)('the control paths of %s', (_name, index, open, method) => {
  it('serve tools that know the token', async () => {
    expect(await ask(networks[index], { headers: allowed })).toEqual({
      status: 200,
      allowsOrigin: undefined,
    })
  })

  it.each([
    ['without a token', { 'x-control-token': '' }],
    ['with another token', { 'x-control-token': 'the tokem' }],
    ['of a page', { origin: 'https://page.example' }],
    ['of a page on this machine', { origin: 'http://127.0.0.1:8080' }],
    ['of a page without an origin', { 'sec-fetch-site': 'cross-site' }],
    ['to a name that was pointed here', { host: 'page.example:3999' }],
    ['that a form can send', { 'content-type': 'text/plain' }],
  ])('refuse a request %s', async (_kind, headers) => {
    expect(await ask(networks[index], { headers: { ...allowed, ...headers } })).toEqual({
      status: 403,
      allowsOrigin: undefined,
    })
  })

  it('do not pass a preflight, while the paths of a node do', async () => {
    const headers = { origin: 'https://page.example' }
    expect(await ask(networks[index], { method: 'OPTIONS', headers })).toMatchObject({
      status: 403,
      allowsOrigin: undefined,
    })
    expect(await ask(networks[index], { path: open, method, headers })).toEqual({
      status: 200,
      allowsOrigin: '*',
    })
  })
})
