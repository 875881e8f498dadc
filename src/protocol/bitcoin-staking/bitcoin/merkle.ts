import { doubleSha256 } from '../../clarity/hashes.ts'
import { concatBytes } from '../../clarity/hex.ts'

/** Where a transaction is claimed to be in a block. */
export interface MerkleProof {
  /** The transaction's id and the root of the block, both in internal byte order. */
  readonly txid: Uint8Array
  readonly root: Uint8Array
  readonly index: bigint
  /** Transactions of the block. */
  readonly count: bigint
  /** The sibling of each row, the lowest first. */
  readonly siblings: readonly Uint8Array[]
}

/**
 * Whether a transaction is in a block: the proof has exactly the tree's depth, and a sibling equals
 * its node only where an odd row repeats its last one [bitcoin-staking 4.8].
 */
export function holdsMerkleProof({ txid, root, index, count, siblings }: MerkleProof): boolean {
  if (txid.length !== 32 || root.length !== 32 || index >= count) return false
  let node = txid
  let position = index
  let width = count
  for (const sibling of siblings) {
    if (sibling.length !== 32 || width <= 1n) return false
    const isRepeated = position % 2n === 0n && position + 1n === width
    if (isEqual(node, sibling) !== isRepeated) return false
    const pair = position % 2n === 0n ? [node, sibling] : [sibling, node]
    node = doubleSha256(concatBytes(...pair))
    position /= 2n
    width = (width + 1n) / 2n
  }
  return width === 1n && isEqual(node, root)
}

const isEqual = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index])
