import { describe, expect, it } from 'vitest'
import { boostFrame } from '../../../../src/widget/frame/boost-frame.ts'
import { frameHosts } from '../../../../src/widget/frame/frame-hosts.ts'
import { parseOptions } from '../../../../src/widget/frame/options.ts'
import { poolFrame } from '../../../../src/widget/frame/pool-frame.ts'
import { yieldFrame } from '../../../../src/widget/frame/yield-frame.ts'

const partner = 'https://partner.example'
const evil = [
  'https://evil.example',
  'https://partner.example.evil.example/boost.json',
  'https://partner.example@evil.example/boost.json',
  'http://partner.example/boost.json',
  'https://partner.example:8443/boost.json',
  '//partner.example/boost.json',
  'javascript:alert(1)',
  'data:application/json,{}',
  'blob:https://partner.example/1',
]
const asked = (query: Record<string, string>, hosts = frameHosts(partner)) => [
  parseOptions(boostFrame, new URLSearchParams(query), hosts),
  parseOptions(poolFrame, new URLSearchParams(query), hosts),
  parseOptions(yieldFrame, new URLSearchParams(query), hosts),
]

describe('a link to a frame', () => {
  it.each(evil)('names no host that the site has not allowed: %s', (url) => {
    for (const network of ['mainnet', 'devnet', 'local', 'embedded-v1'])
      for (const options of asked({
        network,
        'api-url': url,
        'snapshot-url': url,
        'node-url': url,
      }))
        for (const name of ['api-url', 'snapshot-url', 'node-url'])
          expect(options).not.toHaveProperty(name)
  })

  it('names a snapshot of the page around the frame, and none outside of it', () => {
    const snapshot = { 'snapshot-url': `${partner}/figures.json` }
    for (const options of asked(snapshot)) expect(options).toEqual(snapshot)
    for (const options of asked(snapshot, frameHosts(null))) expect(options).toEqual({})
  })

  it('names the hosts that the site has allowed', () => {
    const api = { 'api-url': 'https://api.partner.example/v1' }
    const hosts = frameHosts(null, ['https://api.partner.example'])
    expect(asked(api, hosts)[0]).toEqual(api)
    expect(asked(api, hosts)[2]).toEqual(api)
    expect(asked({ 'api-url': 'https://other.partner.example' }, hosts)[0]).toEqual({})
  })

  it('names this machine for the embedded networks only', () => {
    const api = 'http://127.0.0.1:3999'
    const taken = (network: string) => asked({ network, 'api-url': api, 'node-url': api })
    expect(taken('devnet')[0]).toHaveProperty('api-url', api)
    expect(taken('embedded-v3')[0]).toHaveProperty('api-url', api)
    expect(taken('devnet/ST1.own')[0]).toHaveProperty('api-url', api)
    expect(taken('mainnet/devnet/ST1.own')[0]).not.toHaveProperty('api-url')
    expect(taken('mainnet')[0]).not.toHaveProperty('api-url')
    expect(taken('devnet')[2]).toHaveProperty('api-url', api)
    expect(taken('mainnet')[2]).not.toHaveProperty('api-url')
    expect(taken('local')[1]).toHaveProperty('node-url', api)
    expect(taken('mainnet')[1]).not.toHaveProperty('node-url')
  })
})
