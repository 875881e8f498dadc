import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatBitcoinAddress,
  parseBitcoinAddress,
  type BitcoinNetwork,
} from '../../../../../src/protocol/bitcoin-staking/bitcoin/bitcoin-address.ts'

/** Addresses of BIP 173, BIP 350 and the first block. */
const published: Array<[string, BitcoinNetwork, number, string]> = [
  ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'mainnet', 0, '62e907b15cbf27d5425399ebf6f0fb50ebb88f18'],
  [
    'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4',
    'mainnet',
    4,
    '751e76e8199196d454941c45d1b3a323f1433bd6',
  ],
  [
    'tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7',
    'testnet',
    5,
    '1863143c14c5166804bd19203356da136c985678cd4d27a1b8c6329604903262',
  ],
  [
    'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    'mainnet',
    6,
    '79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798',
  ],
]
/** Of BIP 350: a wrong checksum, version or length. */
const refused = [
  'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd',
  'tb1z0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqglt7rf',
  'BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL',
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh',
  'bc1pw5dgrnzv',
  'bc1gmk9yu',
  'tb1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqAAAAAA',
  'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kV8f3t4',
  '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
  '1',
  '',
]

describe('Bitcoin addresses', () => {
  test.each(published)('%s', (text, network, kind, hash) => {
    const address = { version: `0x0${kind}`, hash: `0x${hash}` } as const
    expect(parseBitcoinAddress(text, network)).toEqual(address)
    const shown = kind === 0 ? text : text.toLowerCase()
    expect(formatBitcoinAddress(address, network)).toBe(shown)
    for (const other of ['mainnet', 'testnet', 'regtest'] as const)
      if (other !== network) expect(parseBitcoinAddress(text, other)).toBeUndefined()
  })

  test.each(refused)('%j is none', (text) => {
    expect(parseBitcoinAddress(text, 'mainnet')).toBeUndefined()
  })

  test('are read as they are written, of every kind and network', () => {
    const drawn = fc.record({
      kind: fc.constantFrom(0, 1, 4, 5, 6),
      bytes: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      network: fc.constantFrom<BitcoinNetwork>('mainnet', 'testnet', 'regtest'),
    })
    fc.assert(
      fc.property(drawn, ({ kind, bytes, network }) => {
        const length = kind < 5 ? 20 : 32
        const hash = Buffer.from(bytes.subarray(0, length)).toString('hex')
        const address = { version: `0x0${kind}`, hash: `0x${hash}` } as const
        const text = formatBitcoinAddress(address, network)!
        expect(parseBitcoinAddress(text, network)).toEqual(address)
      }),
    )
  })

  test('of kinds that managers do not know are not shown', () => {
    expect(formatBitcoinAddress({ version: '0x07', hash: `0x${'00'.repeat(32)}` }, 'mainnet')).toBe(
      undefined,
    )
    expect(formatBitcoinAddress({ version: '0x04', hash: '0x00' }, 'mainnet')).toBeUndefined()
  })
})
