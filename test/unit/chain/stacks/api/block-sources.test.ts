import { afterEach, expect, it } from 'vitest'
import { askBlock } from '../../../../../src/chain/stacks/api/block-sources.ts'
import { createStacksClient } from '../../../../../src/chain/stacks/client.ts'
import { createFastClock } from '../../../../../src/dev/faults/fast-clock.ts'
import { startHttpHost, type HttpHost } from '../../../../../src/dev/faults/http-host.ts'

const FOREVER = 1_000_000
let host: HttpHost | undefined
afterEach(() => host?.close())

/** A chain whose branch can change: its block at a Stacks height then has another tenure. */
const chainAt = async (stacksHeight: number, isV2Gone: boolean) => {
  let branch = 0
  host = await startHttpHost(({ path }, response) => {
    if (path === '/v2/info')
      return {
        burn_block_height: 900,
        stacks_tip_height: stacksHeight,
        network_id: 1,
        pox_consensus: `branch ${branch}`,
      }
    const height = Number(/blocks\/(\d+)/.exec(path)![1])
    const burn = 800 + branch
    const hash = `0x0${branch}`
    if (path.startsWith('/extended/v2/'))
      return isV2Gone
        ? void response.writeHead(410).end('{}')
        : { height, burn_block_height: burn, index_block_hash: hash }
    return { results: [{ block: { height, index_hash: hash }, bitcoin_block: { height: burn } }] }
  })
  const client = createStacksClient({ bases: [host.url], clock: createFastClock() })
  await client.tip()
  return {
    read: async (height: number) => {
      const block = await askBlock(client, height, { validBlocks: FOREVER })
      return block.ok ? [block.value.burn_block_height, block.value.index_block_hash] : block
    },
    reorganise: async () => {
      branch += 1
      await client.tip()
    },
  }
}

it.each([false, true])(
  'a young block is read again on another branch, v2 gone: %s',
  async (gone) => {
    const { read, reorganise } = await chainAt(5_000, gone)
    expect(await read(4_000)).toEqual([800, '0x00'])
    const asked = host!.seen.length
    expect(await read(4_000)).toEqual([800, '0x00'])
    expect(host!.seen.length).toBe(asked)
    await reorganise()
    expect(await read(4_000)).toEqual([801, '0x01'])
  },
)

it('an old block is read once', async () => {
  const { read, reorganise } = await chainAt(5_000, false)
  await read(3_000)
  await reorganise()
  expect(await read(3_000)).toEqual([800, '0x00'])
})
