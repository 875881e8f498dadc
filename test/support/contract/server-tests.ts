import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'
import { Cl, PostConditionMode } from '@stacks/transactions'
import { describe, expect, it } from 'vitest'
import type { Network } from '../../../src/dev/network/index.ts'
import { user1, type NetworkClient } from './network-client.ts'

/** The HTTP server's behaviour for any request; `/sign` must serve one page that says hello. */
export const serverTests = (world: () => { network: Network; client: NetworkClient }) =>
  describe('the server', () => {
    it('listens on loopback only', async () => {
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((each) => each && !each.internal && each.family === 'IPv4')
      if (outside)
        await expect(
          fetch(`http://${outside.address}:${world().network.port}/v2/info`),
        ).rejects.toThrow()
      const taken = createServer()
      await new Promise<void>((resolve, reject) =>
        taken.once('error', reject).listen(world().network.port, '127.0.0.1', resolve),
      ).then(
        () => expect.unreachable('the port should be taken'),
        (error: { code: string }) => expect(error.code).toBe('EADDRINUSE'),
      )
    })

    it('lets pages of every origin read', async () => {
      const preflight = await fetch(`${world().network.url}/v2/transactions`, {
        method: 'OPTIONS',
        headers: { origin: 'https://page.example' },
      })
      expect(preflight.status).toBe(204)
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
      expect(
        (await world().client.get('/v2/info')).headers.get('access-control-allow-origin'),
      ).toBe('*')
    })

    it('serves pages from folders, and nothing beside them', async () => {
      const page = await fetch(`${world().network.url}/sign`)
      expect([page.url, await page.text()]).toEqual([
        `${world().network.url}/sign/`,
        '<p>hello</p>',
      ])
      expect((await fetch(`${world().network.url}/signature`)).status).toBe(404)
    })

    it('limits the rate when told: counts down, then 429 with a time to wait', async () => {
      world().network.control.setRateLimit(2)
      const headersOf = (headers: Headers) =>
        ['ratelimit-limit', 'ratelimit-remaining', 'retry-after'].map((name) => headers.get(name))
      expect(headersOf((await world().client.get('/v2/info')).headers)).toEqual(['2', '1', null])
      expect(headersOf((await world().client.get('/v2/info')).headers)).toEqual(['2', '0', null])
      const refused = await world().client.get('/v2/info')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(refused.headers.get('ratelimit-reset')).toBe(refused.headers.get('retry-after'))
      expect((await world().client.get('/control/status')).status).toBe(200)
      world().network.control.setRateLimit(null)
      expect(headersOf((await world().client.get('/v2/info')).headers)).toEqual([null, null, null])
    })

    it('shows faults on purpose, on the paths they are for', async () => {
      const fault = (body: unknown) => world().client.post('/control/fault', body)
      await fault({ kind: 'down', paths: '/v2/info' })
      await expect(world().client.get('/v2/info')).rejects.toThrow()
      expect((await world().client.get('/v2/pox')).status).toBe(200)
      await fault({ kind: 'nonsense' })
      await expect(world().client.get('/v2/info')).rejects.toThrow(SyntaxError)
      await fault({ kind: 'error' })
      expect((await world().client.get('/v2/info')).status).toBe(500)
      await fault({ kind: 'busy' })
      expect((await world().client.get('/v2/info')).headers.get('retry-after')).toBe('1')
      await fault({ kind: 'slow', delayMs: 50 })
      const started = performance.now()
      expect((await world().client.get('/v2/info')).status).toBe(200)
      expect(performance.now() - started).toBeGreaterThan(45)
      await fault({ kind: null })
      expect((await world().client.get('/v2/info')).status).toBe(200)
    })

    it('answers while a long call keeps the VM busy', async () => {
      const heavy = `
        (define-private (add (n uint) (acc uint))
          (+ acc (len (concat (unwrap-panic (to-consensus-buff? n)) 0x00))))
        (define-public (work (ns (list 900 uint)))
          (ok (fold add ns (fold add ns (fold add ns (fold add ns u0))))))`
      await world().client.mined(
        await world().client.deploy(user1, 'heavy', heavy, { clarityVersion: 3 }),
      )
      const list = Cl.list(Array.from({ length: 900 }, (_, index) => Cl.uint(index)))
      await world().client.send(
        await world().client.call(user1, `${user1.address}.heavy`, 'work', {
          args: [list],
          mode: PostConditionMode.Allow,
        }),
      )
      const order: string[] = []
      const mining = world()
        .network.control.mine()
        .then(() => order.push('mined'))
      await world()
        .client.get('/v2/info')
        .then(() => order.push('answered'))
      await mining
      expect(order).toEqual(['answered', 'mined'])
    })
  })
