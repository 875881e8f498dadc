import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsMerkleProof } from '../../../../../src/protocol/bitcoin-staking/bitcoin/merkle.ts'
import { doubleSha256 } from '../../../../../src/protocol/clarity/hashes.ts'
import { concatBytes } from '../../../../../src/protocol/clarity/hex.ts'

const leaf = (index: number) => doubleSha256(Uint8Array.of(index))

/** Every row of the tree of that many transactions, the lowest first. */
function rowsOf(count: number): Uint8Array[][] {
  const rows = [Array.from({ length: count }, (_, index) => leaf(index))]
  for (let row = rows[0]!; row.length > 1; row = rows.at(-1)!) {
    const pairs = Array.from({ length: Math.ceil(row.length / 2) }, (_, index) => {
      const left = row[2 * index]!
      return doubleSha256(concatBytes(left, row[2 * index + 1] ?? left))
    })
    rows.push(pairs)
  }
  return rows
}

function proofFor(count: number, index: number) {
  const rows = rowsOf(count)
  const siblings = rows.slice(0, -1).map((row, depth) => {
    const position = index >> depth
    return row[position ^ 1] ?? row[position]!
  })
  const root = rows.at(-1)![0]!
  return { txid: leaf(index), root, index: BigInt(index), count: BigInt(count), siblings }
}

const place = fc
  .integer({ min: 1, max: 40 })
  .chain((count) => fc.tuple(fc.constant(count), fc.integer({ min: 0, max: count - 1 })))

test('a transaction of a block is proven, and nothing else [bitcoin-staking 4.8]', () => {
  fc.assert(
    fc.property(place, fc.nat(45), ([count, index], other) => {
      const proof = proofFor(count, index)
      expect(holdsMerkleProof(proof)).toBe(true)
      expect(holdsMerkleProof({ ...proof, index: BigInt(other) })).toBe(other === index)
      expect(holdsMerkleProof({ ...proof, txid: leaf(200) })).toBe(false)
      expect(holdsMerkleProof({ ...proof, siblings: [...proof.siblings, leaf(0)] })).toBe(false)
      if (count > 1)
        expect(holdsMerkleProof({ ...proof, siblings: proof.siblings.slice(1) })).toBe(false)
    }),
  )
})

test('a pair of equal nodes is refused unless its row is odd [bitcoin-staking 4.8]', () => {
  const twice = doubleSha256(concatBytes(leaf(1), leaf(1)))
  const proof = { txid: leaf(1), root: twice, index: 0n, siblings: [leaf(1)] }
  expect(holdsMerkleProof({ ...proof, count: 2n })).toBe(false)
  const three = proofFor(3, 2)
  expect(holdsMerkleProof(three)).toBe(true)
  expect(holdsMerkleProof({ ...three, count: 4n })).toBe(false)
})
