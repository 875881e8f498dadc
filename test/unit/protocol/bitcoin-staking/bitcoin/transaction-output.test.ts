import { describe, expect, test } from 'vitest'
import { readOutput } from '../../../../../src/protocol/bitcoin-staking/bitcoin/transaction-output.ts'
import { doubleSha256 } from '../../../../../src/protocol/clarity/hashes.ts'
import { concatBytes, toHex } from '../../../../../src/protocol/clarity/hex.ts'
import { littleEndian, transaction } from '../../../../support/bitcoin-lockup.ts'

const script = Uint8Array.of(0x51)
const legacy = transaction([{ sats: 1_000n, script }])
const input = concatBytes(new Uint8Array(36), 0, littleEndian(0xffffffffn, 4))
const output = concatBytes(littleEndian(1_000n, 8), 1, script)
/** The same transaction with the witnesses of its one input. */
const withWitness = (...witness: number[]) =>
  concatBytes(littleEndian(2n, 4), 0, 1, 1, input, 1, output, ...witness, new Uint8Array(4))

describe('an output is read as Clarity reads it [bitcoin-staking 4.8]', () => {
  test('with or without witnesses its transaction has the same id', () => {
    const expected = { sats: 1_000n, script, txid: doubleSha256(legacy) }
    expect(readOutput(legacy, 0n)).toEqual(expected)
    expect(readOutput(withWitness(1, 2, 0xaa, 0xbb), 0n)).toEqual(expected)
  })

  test.each([
    ['a byte too many', concatBytes(legacy, 0)],
    ['a byte too few', legacy.subarray(0, -1)],
    ['nothing', new Uint8Array()],
    ['the form with witnesses, without any', withWitness(0)],
    ['an unknown form', concatBytes(littleEndian(2n, 4), 0, 2, 1, input, 1, output)],
    ['a count that is not the shortest', concatBytes(littleEndian(2n, 4), 0xfd, 1, 0, input)],
  ])('%s does not parse', (_, bytes) => {
    expect(readOutput(bytes, 0n)).toEqual({ error: 1 })
  })

  test('an index that is not there', () => {
    expect(readOutput(legacy, 1n)).toEqual({ error: 2 })
    expect(readOutput(legacy, 2n ** 127n)).toEqual({ error: 2 })
    const empty = concatBytes(littleEndian(2n, 4), 0, 0, new Uint8Array(4))
    expect(readOutput(empty, 0n)).toEqual({ error: 2 })
  })

  test('a script is read up to 1,024 bytes, whatever the others are', () => {
    const scripts = [1_024, 1_025].map((length) => new Uint8Array(length))
    const both = transaction(scripts.map((each) => ({ sats: 1n, script: each })))
    expect(readOutput(both, 0n)).toMatchObject({ sats: 1n })
    expect(readOutput(both, 1n)).toEqual({ error: 3 })
  })
})

test('a recorded mainnet transaction keeps its id', () => {
  // The first transaction between two people, in block 170.
  const bytes = Buffer.from(
    '0100000001c997a5e56e104102fa209c6a852dd90660a20b2d9c352423edce25857fcd3704000000004847304402' +
      '204e45e16932b8af514961a1d3a1a25fdf3f4f7732e9d624c6c61548ab5fb8cd410220181522ec8eca07de4860' +
      'a4acdd12909d831cc56cbbac4622082221a8768d1d0901ffffffff0200ca9a3b00000000434104ae1a62fe09c5' +
      'f51b13905f07f06b99a2f7159b2225f374cd378d71302fa28414e7aab37397f554a7df5f142c21c1b7303b8a06' +
      '26f1baded5c72a704f7e6cd84cac00286bee0000000043410411db93e1dcdb8a016b49840f8c53bc1eb68a382e' +
      '97b1482ecad7b148a6909a5cb2e0eaddfb84ccf9744464f82e160bfa9b8b64f9d4c03f999b8643f656b412a3ac' +
      '00000000',
    'hex',
  )
  const read = readOutput(bytes, 0n)
  expect(read).toMatchObject({ sats: 1_000_000_000n })
  const txid = 'error' in read ? '' : toHex(Uint8Array.from(read.txid).reverse())
  expect(txid).toBe('0xf4184fc596403b9d638783cf57adfe4c75c605f6356fbc91338530e9831e9e16')
})
