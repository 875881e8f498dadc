import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { referralLink } from '../../../../src/app/hyperstaking/referral-link.ts'
import { namedAccount } from '../../../../src/protocol/hyperstaking/core/ids.ts'
import { readPageOptions } from '../../../../src/site/hyperstaking/page-options.ts'
import { HyperstakingPool } from '../../../../src/widget/hyperstaking/element.ts'

const docs = readFileSync('docs/pool-widget.md', 'utf8')
const sources = ['view', 'actions', 'events']
  .map((name) => readFileSync(`src/widget/hyperstaking/${name}.ts`, 'utf8'))
  .join('')

describe('docs/pool-widget.md', () => {
  it('names every attribute, event and part', () => {
    for (const name of HyperstakingPool.observedAttributes) expect(docs).toContain(`\`${name}\``)
    for (const [, event] of sources.matchAll(/'(pool-[a-z-]+)':/g))
      expect(docs).toContain(`\`${event}\``)
    for (const [, part] of sources.matchAll(/part: '(\w+)'/g)) expect(docs).toContain(`\`${part}\``)
  })
})

describe('the page of pools', () => {
  const referrer = namedAccount('bob')

  it('takes from a referral link what the tab put into it', () => {
    const settings = { network: 'local' as const, base: 'http://127.0.0.1:3998' }
    const link = referralLink(
      'https://pools.example/pool.html',
      settings,
      'ab'.repeat(32),
      referrer,
    )!
    expect(readPageOptions(new URL(link).searchParams)).toEqual({
      network: 'local',
      pool: 'ab'.repeat(32),
      referrer,
      'node-url': settings.base,
    })
  })

  it('takes no node from an address, except one on this machine for the local network', () => {
    for (const [network, node] of [
      ['mainnet', 'http://127.0.0.1:3998'],
      ['local', 'https://evil.example'],
      ['local', 'http://127.0.0.1.evil.example'],
      ['local', 'http://localhost:1@evil.example'],
      [null, 'http://localhost:1'],
    ] as const) {
      expect(
        readPageOptions(new URLSearchParams({ ...(network && { network }), 'node-url': node }))[
          'node-url'
        ],
      ).toBeUndefined()
    }
    expect(
      readPageOptions(
        new URLSearchParams({
          network: 'elsewhere',
          pool: '"><script>',
          referrer: 'x',
          theme: 'red',
          actions: 'all',
          account: referrer,
        }),
      ),
    ).toEqual({})
  })
})
