import { describe, expect, it } from 'vitest'
import { selectDeployment } from '../../../../src/widget/dual-stacking/chain.ts'

const own = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme'
const select = (network: string, apiUrl: string | null = null) =>
  selectDeployment({ network, apiUrl })

describe('what the attribute `network` names', () => {
  it('is the newest deployment of a network, or the one with that id', () => {
    expect(select('mainnet').id).toBe('mainnet-v3_0_0')
    expect(select('mainnet-v1').id).toBe('mainnet-v1')
  })

  it('is a programme of anyone’s own, on the network’s hosts or the page’s', () => {
    expect(select(`testnet/${own}`)).toMatchObject({
      id: `testnet/${own}`,
      network: 'testnet',
      contract: own,
      family: null,
      life: null,
      custom: true,
      apiBases: ['https://api.testnet.hiro.so'],
    })
    expect(select(`devnet/${own}`, 'http://127.0.0.1:3999/').apiBases).toEqual([
      'http://127.0.0.1:3999',
    ])
  })

  it.each([
    ['a contract of another network', `mainnet/${own}`],
    ['an account', `testnet/${own.split('.')[0]}`],
    ['an address with a letter wrong', `testnet/${own.replace('1PQ', '1PP')}`],
    ['no contract', 'testnet/'],
    ['no network that there is', `moon/${own}`],
  ])('is not %s', (_, network) => {
    expect(() => select(network)).toThrow('no-network')
  })
})
