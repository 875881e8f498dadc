import { expect, it } from 'vitest'

it('the example of the embedded network runs', async () => {
  const { chainId } = await import('../../docs/examples/network.ts')
  expect(chainId).toBe(0x80000000)
})
