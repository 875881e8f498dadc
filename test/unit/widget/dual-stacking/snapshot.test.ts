import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import {
  fetchChecked,
  toBoostFigures,
  type SnapshotFile,
} from '../../../../src/widget/dual-stacking/snapshot.ts'

async function serve(listener: RequestListener = () => {}) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { server, url: new URL(`http://127.0.0.1:${port}/boost.json`) }
}

it('cuts off a file that never ends', async () => {
  let sent = 0
  const { server, url } = await serve()
  const asked = once(server, 'request') as Promise<[unknown, ServerResponse]>
  const answer = expect(fetchChecked(url, new AbortController().signal)).rejects.toThrow(
    'too-large',
  )
  const [, response] = await asked
  const closed = once(response, 'close')
  const write = () => {
    while (!response.destroyed && response.write(' '.repeat(1024))) sent += 1024
  }
  response.on('drain', write)
  write()
  await answer
  await closed
  expect(sent).toBeLessThan(8 * 1024 * 1024)
})

it('follows no redirect', async () => {
  const seen: string[] = []
  const { url } = await serve((request, response) => {
    seen.push(request.url!)
    response.writeHead(302, { location: '/elsewhere.json' }).end()
  })
  await expect(fetchChecked(url, new AbortController().signal)).rejects.toThrow()
  expect(seen).toEqual(['/boost.json'])
})

it('ends when its asker aborts', async () => {
  const { server, url } = await serve()
  const stop = new AbortController()
  const answer = expect(fetchChecked(url, stop.signal)).rejects.toThrow('aborted')
  await once(server, 'request')
  stop.abort()
  await answer
})

it('carries how a programme stands; an old file does not overrule an announced end', () => {
  const file: SnapshotFile = {
    format: 'twinstack-snapshot',
    version: 1,
    deployment: 'mainnet-v3_0_0',
    contract: 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9.dual-stacking-v3_0_0',
    network: 'mainnet',
    family: 'v3',
    source: 'https://api.example',
    readAt: 0,
    burnHeight: 967_000,
    stacksHeight: 1,
    cycle: {
      id: 20,
      startHeight: 964_150,
      nextStartHeight: 966_250,
      snapshots: 14n,
      blocksPerSnapshot: 150n,
      bufferBlocks: 0n,
    },
    goldenRatio: null,
    apr: 1n,
    multiplier: 9n,
    blocksPerYear: 52_560n,
    poolSats: null,
    totalWeights: null,
    minimumSats: null,
    checksum: '',
  }
  const lifeIn = (changes: Partial<SnapshotFile>) => toBoostFigures({ ...file, ...changes }, 0).life
  expect(lifeIn({})).toBe('running')
  expect(lifeIn({ life: 'ended' })).toBe('ended')
  expect(lifeIn({ life: 'closed' })).toBe('closed')
  expect(lifeIn({ burnHeight: 960_000 })).toBe('ended')
  expect(lifeIn({ burnHeight: 960_000, network: 'testnet' })).toBe('running')
})
