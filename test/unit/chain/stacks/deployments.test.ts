import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkAddress } from '../../../../src/chain/stacks/check-address.ts'
import { customDeployment } from '../../../../src/chain/stacks/custom-deployment.ts'
import {
  allDeployments,
  builtInDeployments,
  defaultDeployment,
  deployment,
  findDeployment,
  sameNetwork,
} from '../../../../src/chain/stacks/deployments.ts'
import { addressLink, transactionLink } from '../../../../src/chain/stacks/explorer-links.ts'

const mainnet = 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7'
const testnet = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM'

describe('addresses', () => {
  it.each([
    [mainnet, 'mainnet', { ok: true, address: mainnet, kind: 'standard' }],
    [` ${mainnet.toLowerCase()} `, 'mainnet', { ok: true, address: mainnet, kind: 'standard' }],
    [
      `${mainnet}.vault-1`,
      'mainnet',
      { ok: true, address: `${mainnet}.vault-1`, kind: 'contract' },
    ],
    [
      'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4',
      'mainnet',
      { ok: true, address: 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4', kind: 'multisig' },
    ],
    [testnet, 'devnet', { ok: true, address: testnet, kind: 'standard' }],
    [testnet, 'mainnet', { ok: false, problem: 'wrong-network' }],
    [mainnet, 'testnet', { ok: false, problem: 'wrong-network' }],
    [mainnet.replace('EJ7', 'EJ8'), 'mainnet', { ok: false, problem: 'bad-checksum' }],
    [`${mainnet}.1vault`, 'mainnet', { ok: false, problem: 'bad-contract-name' }],
    [`${mainnet}.`, 'mainnet', { ok: false, problem: 'bad-contract-name' }],
    ['', 'mainnet', { ok: false, problem: 'empty' }],
    ['hello', 'mainnet', { ok: false, problem: 'not-a-principal' }],
    ['satoshi.btc', 'mainnet', { ok: false, problem: 'name' }],
    [
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      'mainnet',
      { ok: false, problem: 'bitcoin-address' },
    ],
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'mainnet', { ok: false, problem: 'bitcoin-address' }],
  ] as const)('%s on %s', (text, network, expected) => {
    expect(checkAddress(text, network)).toEqual(expected)
  })
})

describe('deployments', () => {
  it('are well formed, unique, and their contracts belong to their network', () => {
    for (const each of builtInDeployments) {
      expect(v.is(deployment, each)).toBe(true)
      expect(checkAddress(each.contract, each.network)).toMatchObject({
        ok: true,
        kind: 'contract',
      })
      if (each.supersededBy) expect(findDeployment(each.supersededBy)).toBeDefined()
    }
    expect(new Set(builtInDeployments.map(({ id }) => id)).size).toBe(builtInDeployments.length)
    expect(findDeployment(defaultDeployment)).toBeDefined()
  })

  it('of one network share their past', () => {
    const ids = sameNetwork(findDeployment('mainnet-v3_0_0')!).map(({ id }) => id)
    expect(ids[0]).toBe('mainnet-v3_0_0')
    expect(ids).toContain('mainnet-v1')
    expect(ids).not.toContain('testnet-v2')
  })

  it('link to the explorer of their network, or nowhere', () => {
    expect(transactionLink(findDeployment('mainnet-v1')!, 'ab')).toBe(
      'https://explorer.hiro.so/txid/0xab?chain=mainnet',
    )
    expect(addressLink(findDeployment('testnet-v2')!, testnet)).toBe(
      `https://explorer.hiro.so/address/${testnet}?chain=testnet`,
    )
    expect(transactionLink(findDeployment('embedded-v1')!, 'ab')).toBeNull()
  })
})

describe("a user's own deployment", () => {
  const input = {
    label: '',
    network: 'testnet',
    contract: `${testnet}.my-stacking`,
    apiBases: ['https://node.example/api/'],
  }

  it('becomes a row', () => {
    const made = customDeployment(input)
    expect(made).toMatchObject({
      ok: true,
      deployment: {
        label: 'my-stacking',
        family: null,
        custom: true,
        apiBases: ['https://node.example/api'],
        chainId: 0x80000000,
      },
    })
    if (!made.ok) return
    expect(v.is(deployment, made.deployment)).toBe(true)
    expect(findDeployment(made.deployment.id, [made.deployment])).toEqual(made.deployment)
    expect(customDeployment(input, [made.deployment])).toEqual({ ok: false, problem: 'exists' })
  })

  it.each([
    [{ ...input, contract: testnet }, 'bad-contract'],
    [{ ...input, contract: `${mainnet}.x` }, 'wrong-network'],
    [{ ...input, apiBases: ['ftp://x'] }, 'bad-url'],
    [{ ...input, apiBases: ['https://user@x'] }, 'bad-url'],
    [{ ...input, apiBases: ['http://node.example'] }, 'insecure-url'],
    [{ ...input, sbtcToken: 'nonsense' }, 'bad-token'],
    [{ network: 'testnet' }, 'incomplete'],
    [
      {
        network: 'mainnet',
        label: '',
        contract: findDeployment('mainnet-v1')!.contract,
        apiBases: [],
      },
      'exists',
    ],
  ])('is refused with a reason: %#', (wrong, problem) => {
    expect(customDeployment(wrong)).toEqual({ ok: false, problem })
  })

  it('may be on this machine without TLS, and cannot replace a built-in row', () => {
    expect(customDeployment({ ...input, apiBases: ['http://127.0.0.1:4000'] }).ok).toBe(true)
    const fake = { ...findDeployment('mainnet-v1')!, contract: `${mainnet}.fake` }
    expect(allDeployments([fake]).filter(({ id }) => id === 'mainnet-v1')).toEqual([
      findDeployment('mainnet-v1'),
    ])
  })
})
