import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const NAME = 'twinstack-boost-worker.js'
const HASH = 'sha256-abc'
const fetched = vi.fn<typeof fetch>()
const started = vi.fn<(address: string, options: WorkerOptions) => void>()

let more: typeof import('../../../src/widget/more-pins.ts')
beforeEach(async () => {
  vi.resetModules()
  fetched.mockReset().mockImplementation(async () => new Response('postMessage(1)'))
  started.mockReset()
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal(
    'Worker',
    class {
      constructor(address: string, options: WorkerOptions) {
        started(address, options)
      }
    },
  )
  more = await import('../../../src/widget/more-pins.ts')
  Object.assign(more.morePins, { [NAME]: [HASH] })
})
afterEach(() => vi.unstubAllGlobals())

it('starts workers with the bytes that were compared with their hash, fetched once', async () => {
  await more.startPinned(NAME)
  await more.startPinned(NAME)
  expect(fetched).toHaveBeenCalledTimes(1)
  const [url, options] = fetched.mock.calls[0]!
  expect(String(url)).toMatch(/\/twinstack-boost-worker\.js$/)
  expect(options).toMatchObject({ integrity: HASH, credentials: 'omit' })
  expect(started).toHaveBeenCalledTimes(2)
  for (const [address, { type }] of started.mock.calls)
    expect([address.startsWith('blob:'), type]).toEqual([true, 'module'])
})

it('starts nothing from a file with other bytes, or one that has no hash', async () => {
  fetched.mockRejectedValue(new TypeError('integrity'))
  await expect(more.startPinned(NAME)).rejects.toThrow()
  await expect(more.startPinned('worker.js')).rejects.toThrow()
  expect(started).not.toHaveBeenCalled()
})
