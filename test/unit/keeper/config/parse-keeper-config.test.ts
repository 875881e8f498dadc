import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseKeeperConfig } from '../../../../src/keeper/config/parse-keeper-config.ts'

const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.dual-stacking-live'
const good = `network: testnet
hosts:
  - https://api.testnet.hiro.so/
  - http://127.0.0.1:3999
key:
  file: keeper.key
state: state
programmes:
  - contract: ${contract}
`

const problemsOf = (text: string) => {
  const parsed = parseKeeperConfig(text)
  return parsed.ok ? [] : parsed.problems.map(({ line, at, word }) => `${line} ${at} ${word}`)
}

describe('a config', () => {
  it('is read with everything that it leaves out', () => {
    expect(parseKeeperConfig(good)).toEqual({
      ok: true,
      config: {
        network: 'testnet',
        hosts: ['https://api.testnet.hiro.so', 'http://127.0.0.1:3999'],
        key: { file: 'keeper.key' },
        state: 'state',
        programmes: [{ contract, mostRows: 300, managers: null, leastClaimSats: 1000n }],
        fees: {
          mostPerCallMicroStx: 500_000n,
          mostPerDayMicroStx: 20_000_000n,
          hurryBlocks: 12,
        },
        alerts: { windowBlocks: 12, fundsForCycles: 2 },
        port: null,
        everySeconds: 15,
      },
    })
  })

  it('is as the page of the keeper shows it', () => {
    const shown = /```yaml\n([^]*?)```/.exec(readFileSync('docs/keeper.md', 'utf8'))![1]!
    expect(problemsOf(shown)).toEqual([])
  })

  it('names the line of a signer manager that is none', () => {
    const staking = `${good}  - contract: ST000000000000000000002AMW42H.pox-5
    managers:
      - ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.signer-manager
      - ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM
      - SP1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.signer-manager
`
    expect(problemsOf(staking).map((problem) => problem.replace(/^(\d+) .* /, '$1 '))).toEqual([
      '13 keeper.config.contract',
      '14 keeper.config.contract',
    ])
  })

  it('may be JSON', () => {
    const json = JSON.stringify({
      network: 'testnet',
      hosts: ['https://a.example'],
      key: { environment: 'KEEPER_KEY' },
      state: '/var/lib/keeper',
      programmes: [{ contract }],
    })
    expect(problemsOf(json)).toEqual([])
  })

  it('tells every problem with its line', () => {
    const bad = `network: mainet
hosts: []
key: 7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c178
programmes:
  - contract: ${contract}
    rows: 4
  - contract: SPX
fees:
  mostPerDayMicroStx: 0
port: 99999
`
    expect(problemsOf(bad)).toEqual([
      '1 network keeper.config.network',
      '1 state keeper.config.missing',
      '2 hosts keeper.config.noHost',
      '3 key keeper.config.key',
      '6 programmes.0.rows keeper.config.unknownField',
      '9 fees.mostPerDayMicroStx keeper.config.tooSmall',
      '10 port keeper.config.tooLarge',
    ])
  })

  it.each([
    ['a contract of another network', good.replace('testnet\n', 'mainnet\n'), 'otherNetwork'],
    ['an account', good.replace('.dual-stacking-live', ''), 'contract'],
    ['a contract with a wrong checksum', good.replace('GZGM.', 'GZGN.'), 'contract'],
  ])('refuses %s as a programme, in its line', (_, text, word) => {
    expect(problemsOf(text)).toEqual([`9 programmes.0.contract keeper.config.${word}`])
  })

  it('refuses a programme that is there twice', () => {
    expect(problemsOf(`${good}  - contract: ${contract}\n`)).toEqual([
      '10 programmes.1.contract keeper.config.twice',
    ])
  })

  it.each([
    ['http to another machine', 'http://api.example', 'insecure'],
    ['what is no address', 'api.example', 'url'],
    ['an address with a password', 'https://me:secret@api.example', 'url'],
  ])('refuses %s as a host', (_, host, word) => {
    expect(problemsOf(good.replace('http://127.0.0.1:3999', host))).toEqual([
      `4 hosts.1 keeper.config.${word}`,
    ])
  })

  it('refuses what is not YAML, in its line', () => {
    expect(problemsOf('network: mainnet\nhosts: [a')).toEqual(['2  keeper.config.syntax'])
    expect(problemsOf('state: a\nstate: b\n')).toEqual(['2  keeper.config.twice'])
  })

  it('says nothing of the values, which may be a key', () => {
    const secret = '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c178'
    for (const text of [`key: ${secret}`, good.replace('file:', `${secret}:`), `[${secret}]`])
      expect(JSON.stringify(parseKeeperConfig(text))).not.toContain(secret)
  })
})
