import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { duskDeployments } from '../../../../src/chain/dusk/deployments.ts'
import { checkAddress } from '../../../../src/chain/stacks/check-address.ts'
import { parseCustomDeployment } from '../../../../src/chain/stacks/custom-deployment.ts'
import {
  allDeployments,
  builtInDeployments,
  defaultDeployment,
  deployment,
  findDeployment,
  deploymentsOnNetwork,
  type Deployment,
} from '../../../../src/chain/stacks/deployments.ts'
import { addressLink, transactionLink } from '../../../../src/chain/stacks/explorer-links.ts'
import { customDeployment } from '../../../../src/chain/stacks/stored-deployment.ts'

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

  it.each(['mainnet', 'testnet'] as const)('of %s have one current row, the last', (network) => {
    const rows = builtInDeployments.filter((each) => each.network === network)
    expect(rows.filter(({ supersededBy }) => supersededBy === null)).toEqual([rows.at(-1)])
    // Whatever row one starts from, its successors lead to the current one.
    for (const row of rows) {
      const path: (Deployment | undefined)[] = [row]
      while (path.at(-1)?.supersededBy && path.length <= rows.length)
        path.push(rows.find(({ id }) => id === path.at(-1)!.supersededBy))
      expect(path.at(-1), row.id).toBe(rows.at(-1))
    }
  })

  it('of the embedded network are all current: each of its contracts runs', () => {
    const rows = builtInDeployments.filter(({ network }) => network === 'devnet')
    expect(new Set(rows.map(({ contract }) => contract)).size).toBe(rows.length)
    expect(rows.map(({ supersededBy }) => supersededBy)).toEqual(rows.map(() => null))
  })

  it('of Dusk are one per network, by its chain and by its name for wallets', () => {
    for (const key of ['network', 'chainId', 'caip2'] as const)
      expect(new Set(duskDeployments.map((row) => row[key])).size).toBe(duskDeployments.length)
  })

  it('of one network share their past', () => {
    const ids = deploymentsOnNetwork(findDeployment('mainnet-v3_0_0')!).map(({ id }) => id)
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
    const made = parseCustomDeployment(input)
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
    expect(parseCustomDeployment(input, [made.deployment])).toEqual({
      ok: false,
      problem: 'exists',
    })
  })

  it.each([
    [{ ...input, contract: testnet }, 'bad-contract'],
    [{ ...input, contract: `${mainnet}.x` }, 'wrong-network'],
    [{ ...input, apiBases: ['ftp://x'] }, 'bad-url'],
    [{ ...input, apiBases: ['https://user@x'] }, 'bad-url'],
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
    expect(parseCustomDeployment(wrong)).toEqual({ ok: false, problem })
  })

  it('is refused without TLS, unless it is on this machine', () => {
    const at = (base: string) => parseCustomDeployment({ ...input, apiBases: [base] })
    for (const base of [
      'http://node.example',
      'http://localhost.node.example',
      'http://127.0.0.1.node.example',
      'http://192.168.0.1',
    ])
      expect(at(base), base).toEqual({ ok: false, problem: 'insecure-url' })
    for (const base of ['http://127.0.0.1:4000', 'http://localhost:4000', 'https://node.example'])
      expect(at(base).ok, base).toBe(true)
  })

  it('cannot replace a built-in row', () => {
    const fake = { ...findDeployment('mainnet-v1')!, contract: `${mainnet}.fake` }
    expect(allDeployments([fake]).filter(({ id }) => id === 'mainnet-v1')).toEqual([
      findDeployment('mainnet-v1'),
    ])
  })
})

describe('a stored deployment', () => {
  const row = parseCustomDeployment({
    label: 'Mine',
    network: 'mainnet',
    contract: 'SP1HFCRKEJ8BYW4D0E3FAWHFDX8A25PPAA83HWWZ9.mine',
    apiBases: ['https://api.example'],
  })
  const stored = row.ok ? row.deployment : null

  it('is read back as it was added', () => {
    expect(v.is(customDeployment, stored)).toBe(true)
  })

  it.each([
    ['calls itself built in', { custom: false }],
    ['takes the id of a built-in row', { id: 'mainnet-v3_0_0' }],
    ['has the id of another network', { id: 'custom-testnet-x' }],
    ['signs for another chain', { chainId: 2_147_483_648 }],
    ['links to another explorer', { explorer: 'https://evil.example' }],
    ['asks a host without TLS', { apiBases: ['http://evil.example'] }],
  ])('is refused when it %s', (_why, change) => {
    expect(v.is(customDeployment, { ...stored, ...change })).toBe(false)
  })
})
