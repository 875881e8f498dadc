import { describe, expect, it } from 'vitest'
import {
  isAddPage,
  readAddLink,
  readProgrammeHash,
  writeAddLink,
} from '../../../../../src/app/dual-stacking/programme/add-link.ts'

const mainnet = 'SP3FBR2AGK5H9QBDH3EEN6DF8EK8JY7RX8QJ5SVTE.programme'
const devnet = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.programme'
const page = 'https://site.example/twinstack/add.html'

describe('a link that hands a programme over', () => {
  it('says what was written into it', () => {
    const target = { network: 'mainnet', contract: mainnet } as const
    expect(readAddLink(writeAddLink(page, target))).toEqual({ ...target, apiBases: [] })
    expect(readAddLink(` https://site.example/add#network=mainnet&contract=${mainnet} `)).toEqual({
      ...target,
      apiBases: [],
    })
  })

  it('names no host, no key and no name, whatever else is in it', () => {
    const more = '&api=https://evil.example&api-url=https://evil.example&apiKey=k&label=v3.0.0'
    expect(readAddLink(`${page}#network=mainnet&contract=${mainnet}${more}`)).toEqual({
      network: 'mainnet',
      contract: mainnet,
      apiBases: [],
    })
  })

  it('is of the embedded network on this machine only', () => {
    const hash = `#network=devnet&contract=${devnet}`
    expect(readAddLink(`http://127.0.0.1:3999/site/add.html${hash}`)?.apiBases).toEqual([
      'http://127.0.0.1:3999',
    ])
    expect(readAddLink(page + hash)).toBeNull()
    expect(readProgrammeHash(hash, null)).toBeNull()
  })

  it.each([
    ['another page', `https://site.example/sign.html#network=mainnet&contract=${mainnet}`],
    ['a page without https', `http://site.example/add.html#network=mainnet&contract=${mainnet}`],
    ['a script', `javascript:/add#network=mainnet&contract=${mainnet}`],
    ['an address without a contract', `${page}#network=mainnet&contract=${mainnet.split('.')[0]}`],
    ['another network’s contract', `${page}#network=mainnet&contract=${devnet}`],
    ['an unknown network', `${page}#network=toString&contract=${mainnet}`],
    ['a query in place of the hash', `${page}?network=mainnet&contract=${mainnet}`],
    ['something without end', `${page}#network=mainnet&contract=${mainnet}${'a'.repeat(10_000)}`],
    ['no address', 'add'],
  ])('is not %s', (_, link) => {
    expect(readAddLink(link)).toBeNull()
  })
})

describe('the page that hands a programme over', () => {
  it.each(['/add', '/add.html', '/programme/add.html', '/site/add'])('is %s', (path) => {
    expect(isAddPage(path)).toBe(true)
  })

  it.each(['/programme.html', '/add/programme.html', '/load.html', '/add.html/'])(
    'is not %s',
    (path) => expect(isAddPage(path)).toBe(false),
  )
})
