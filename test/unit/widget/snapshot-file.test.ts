import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { fetchChecked } from '../../../src/widget/snapshot-file.ts'

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
