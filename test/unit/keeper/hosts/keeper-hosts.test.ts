import { describe, expect, it } from 'vitest'
import { createKeeperHosts } from '../../../../src/keeper/hosts/keeper-hosts.ts'

interface Told {
  burn: number
  stacks: number
  chain?: number
  indexed?: number
}

/** Hosts that tell of heights, or do not answer. */
const hostsOf = (told: Record<string, Told | null>) =>
  createKeeperHosts({
    bases: Object.keys(told).map((name) => `https://${name}.example`),
    chainId: 1,
    retries: 0,
    fetch: async (url) => {
      const { hostname, pathname } = new URL(String(url))
      const host = told[hostname.split('.')[0]!]
      if (!host) return new Response('', { status: 500 })
      const { burn, stacks, chain = 1, indexed = stacks } = host
      return Response.json(
        pathname === '/v2/info'
          ? {
              burn_block_height: burn,
              stacks_tip_height: stacks,
              network_id: chain,
              pox_consensus: 'aa',
            }
          : { chain_tip: { block_height: indexed, burn_block_height: burn } },
      )
    },
  })

const look = async (told: Record<string, Told | null>) => {
  const { chain, hosts } = await hostsOf(told).look()
  return {
    height: chain && [chain.burnHeight, chain.stacksHeight],
    troubles: hosts.map(({ trouble }) => trouble),
  }
}

describe('the height of several hosts', () => {
  it('is what two of them have reached', async () => {
    expect(
      await look({
        a: { burn: 100, stacks: 500 },
        b: { burn: 100, stacks: 501 },
        liar: { burn: 900_000, stacks: 9_000_000 },
      }),
    ).toEqual({ height: [100, 501], troubles: [null, null, 'ahead'] })
  })

  it('leaves out who is behind, silent, or of another network', async () => {
    expect(
      await look({
        a: { burn: 100, stacks: 500 },
        b: { burn: 100, stacks: 500 },
        late: { burn: 98, stacks: 480 },
        silent: null,
        other: { burn: 100, stacks: 500, chain: 2_147_483_648 },
      }),
    ).toEqual({
      height: [100, 500],
      troubles: [null, null, 'behind', 'no-answer', 'other-chain'],
    })
  })

  it('is that of the only one that answers, or none', async () => {
    expect((await look({ a: { burn: 7, stacks: 9 }, b: null })).height).toEqual([7, 9])
    expect((await look({ a: null, b: { burn: 1, stacks: 1, chain: 5 } })).height).toBeNull()
  })
})
