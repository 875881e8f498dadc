import { expect, it } from 'vitest'
import { publishWorkerUrl } from '../../../../../src/dev/cli/build/publish-worker-url.ts'

const written =
  'new URL(\n/* @vite-ignore */\nnew URL(`a-worker.js`,import.meta.url).href,``+import.meta.url)'

it('writes the address of a worker as bundlers know it', () => {
  expect(publishWorkerUrl(`f(new Worker(${written},{type:\`module\`}))`)).toBe(
    'f(new Worker(new URL("./a-worker.js",import.meta.url),{type:`module`}))',
  )
})

it.each([
  ['none', 'f()'],
  ['two', `${written};${written}`],
])('refuses a core with %s', (_, code) => {
  expect(() => publishWorkerUrl(code)).toThrow('addresses of workers')
})
